// Installs the package into a fresh project of each bundler (examples/), builds it, opens it in Chromium, and uses the
// map: `cargo xtask package --prove [TOOL...]`. Prints a line for each: versions, what came, bytes, seconds.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const { SUMMIT_MAP_TARBALL: TARBALL, SUMMIT_MAP_CDN: CDN, CHROMIUM = '/usr/bin/chromium' } = process.env;
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const WORK = join(tmpdir(), 'summit-map-proof');
const REGIONS = 58;

// By how many use them. `start` is a server of the tool's own; else what it has built is served as it is.
const TOOLS = {
  vite: { output: 'dist' },
  'vite-dev': { example: 'vite', versions: ['vite'], start: (port) => ['vite', '--port', port, '--strictPort'], before: ['npm', 'run', 'data'] },
  'vite-7': { versions: ['vite'], start: (port) => ['vite', '--port', port, '--strictPort'], before: ['npm', 'run', 'data'] },
  esbuild: { output: 'dist' },
  inline: { output: 'dist', versions: ['esbuild'] },
  webpack: { output: 'dist' },
  rollup: { output: 'dist' },
  next: { start: (port) => ['next', 'start', '--port', port] },
  astro: { output: 'dist' },
  html: { output: '.' },
  parcel: { output: 'dist' },
  static: { output: 'dist', versions: ['summit-map'], check: see },
  types: { versions: ['typescript', '@types/react', 'preact', 'solid-js'] },
  sveltekit: { output: 'build', versions: ['@sveltejs/kit', 'svelte'] },
};

const run = async (folder, [name, ...args], log) => {
  const { stdout, stderr } = await promisify(execFile)(name, args, { cwd: folder, maxBuffer: 1e8, env: ENVIRONMENT })
    .catch((error) => { throw new Error(`${name} ${args.join(' ')}: ${error.stdout}${error.stderr}`); });
  log.push(stdout, stderr);
};
const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', CI: '1' };

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.json': 'application/json' };
/** Serves a folder; resolves with its server. */
const serve = (folder) => new Promise((done) => {
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://a').pathname), file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const body = await readFile(join(folder, file));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch { response.writeHead(404).end(); }
  });
  server.listen(0, '127.0.0.1', () => done(server));
});

/** A free port. */
const free = async () => {
  const server = await serve('.'), { port } = server.address();
  await new Promise((done) => server.close(done));
  return String(port);
};

/** Starts a server of a tool; resolves when it answers. */
async function begin(folder, port, [name, ...args]) {
  const server = spawn(join(folder, 'node_modules/.bin', name), args, { cwd: folder, env: ENVIRONMENT, stdio: 'ignore', detached: true });
  const address = `http://localhost:${port}/`;
  for (let left = 600; left > 0; left -= 1) {
    if (await fetch(address).then(({ ok }) => ok, () => false)) return { address, stop: () => process.kill(-server.pid) };
    await new Promise((done) => setTimeout(done, 100));
  }
  process.kill(-server.pid);
  throw new Error(`${name} does not answer`);
}

/** A place on the screen where a click meets a region; runs in the page. */
function spot(id) {
  const { shadowRoot } = document.querySelector('summit-map'), target = shadowRoot.querySelector(`a[data-region][href="#summit-${id}"]`);
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = target.getBoundingClientRect();
  for (let step = 1; step < 400; step += 1) {
    const x = left + (width * (step % 20)) / 20, y = top + (height * Math.floor(step / 20)) / 20;
    if (shadowRoot.elementFromPoint(x, y)?.closest('a[data-region]') === target) return { x, y };
  }
  throw new Error(`${id} cannot be met by a pointer`);
}

/** Whether the style sheet holds in the map; runs in the page. */
function styled() {
  const { shadowRoot } = document.querySelector('summit-map'), style = (name) => getComputedStyle(shadowRoot.querySelector(name));
  return style('.layers').display === 'flex' && style('.map').position === 'absolute';
}

/** The map answers, is styled, opens a card on a click, and tells the page's own handlers. */
async function use(page) {
  await page.locator('output').filter({ hasText: `${REGIONS} regions.` }).waitFor();
  await page.waitForFunction(() => document.querySelector('summit-map').shadowRoot.querySelector('.layers[data-shown]'));
  const { x, y } = await page.evaluate(spot, 'BRA');
  await page.mouse.click(x, y);
  await page.locator('summit-map .card h3').filter({ hasText: 'Brazil' }).waitFor();
  await page.locator('output').filter({ hasText: 'Selected: BRA.' }).waitFor();
  assert.ok(await page.evaluate(styled), 'the style is not there');
  return `ready, styled, card, events; engine ${page.workers().length ? 'in a worker' : "on the page's thread"}`;
}

/** The map is shown, and none of its programs comes. */
async function see(page, urls) {
  await page.locator('summit-map a[data-region]').first().waitFor();
  await page.waitForFunction(styled);
  assert.deepEqual(urls.filter((url) => /\.wasm|worker|widget|engine/.test(url)), []);
  return 'shown, styled; no wasm';
}

/** Opens a page and checks it; resolves with what was seen, and the bytes that came but for the data. */
async function open(browser, address, check, picture) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  const wrong = [], files = [], urls = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
    urls.push(response.url());
    if (!response.url().includes('/data/')) files.push(response.body().then(({ length }) => length, () => 0));
  });
  try {
    await page.goto(address);
    const seen = await check(page, urls);
    await page.screenshot({ path: picture });
    assert.deepEqual(wrong, [], 'errors in the console');
    return [seen, (await Promise.all(files)).reduce((sum, length) => sum + length, 0)];
  } catch (error) {
    throw new Error([error.message, ...wrong].join('\n'));
  } finally { await page.close(); }
}

async function prove(browser, name) {
  const { example = name, output, start, before, versions = [example], check = use } = TOOLS[name], log = [];
  const folder = join(WORK, name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(EXAMPLES, example), folder, { recursive: true });
  const begun = Date.now();
  let version = 'no tool', stop, address, seconds;
  if (name === 'html') {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    await writeFile(join(folder, 'index.html'), page.replaceAll('https://cdn.example/summit-map/', CDN));
    await cp(join(TARBALL, '../summit-map/data'), join(folder, 'data'), { recursive: true });
  } else {
    await run(folder, ['npm', 'install', '--no-package-lock', '--no-audit', '--no-fund', TARBALL], log);
    const installed = Date.now();
    await run(folder, before ?? ['npm', 'run', 'build'], log);
    seconds = [installed - begun, Date.now() - installed].map((ms) => (ms / 1000).toFixed(1));
    const read = async (name) => `${name} ${JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'))).version}`;
    version = (await Promise.all(versions.map(read))).join(', ');
  }
  if (name === 'types') return console.log(`${name} (${version}): JSX is checked; installed in ${seconds[0]} s, checked in ${seconds[1]} s`);
  if (start) {
    const port = await free();
    ({ address, stop } = await begin(folder, port, start(port)));
  } else {
    const server = await serve(join(folder, output));
    [address, stop] = [`http://localhost:${server.address().port}/`, () => server.close()];
  }
  try {
    const [seen, bytes] = await open(browser, address, check, join(WORK, `${name}.png`));
    const warnings = log.join('').split('\n').filter((line) => /warn/i.test(line) && !/npm warn/.test(line));
    const times = seconds ? `; installed in ${seconds[0]} s, built in ${seconds[1]} s` : '';
    console.log(`${name} (${version}): ${seen}; ${bytes} bytes${times}${warnings.map((line) => `\n  ${line}`).join('')}`);
  } finally { stop(); }
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TOOLS);
const unknown = wanted.find((name) => !TOOLS[name]);
assert.ok(!unknown, `there is no ${unknown}; there are ${Object.keys(TOOLS).join(', ')}`);
await mkdir(WORK, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const name of wanted) {
  await prove(browser, name).catch((error) => {
    console.log(`${name}: ${error.message}`);
    process.exitCode = 1;
  });
}
await browser.close();
