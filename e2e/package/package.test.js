// What the npm package is: its exports, its types, and that its command line is the native one.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGE = resolve(process.env.SUMMIT_MAP_PACKAGE ?? join(ROOT, 'target/package/summit-map'));
const NATIVE = join(ROOT, 'target/debug/summit-map');
const WORK = mkdtempSync(join(tmpdir(), 'summit-map-'));
after(() => rmSync(WORK, { recursive: true }));
// A project that has the package installed.
mkdirSync(join(WORK, 'node_modules'));
symlinkSync(PACKAGE, join(WORK, 'node_modules/summit-map'));

const read = (name) => readFileSync(join(PACKAGE, name), 'utf8');
const described = JSON.parse(read('package.json'));
const load = (name) => import(pathToFileURL(join(PACKAGE, name)));

test('every file that the package exports is there', () => {
  const files = Object.values(described.exports).flatMap((to) => (typeof to === 'string' ? [to] : Object.values(to)));
  const missing = files.filter((file) => !existsSync(join(PACKAGE, file.replace('*', 'americas.arcs'))));
  assert.deepEqual(missing, []);
});

test('the package exports what it is known for', () => {
  assert.deepEqual(Object.keys(described.exports), ['.', './element', './inline', './static', './node', './react', './preact', './solid',
    './summit-map.css', './worker', './widget.wasm', './engine.wasm', './data/*', './custom-elements.json', './package.json']);
});

test('the package names no address that is not there', () => {
  for (const field of ['repository', 'homepage', 'bugs']) assert.ok(!(field in described), field);
});

for (const name of ['summit-map.js', 'summit-map-element.js', 'summit-map-inline.js', 'summit-map-static.js']) {
  test(`a server without a page imports ${name}`, async () => {
    assert.ok(Object.values(await load(name)).some((value) => typeof value === 'function'));
  });
}

test('the manifest lists the properties of the element, and its types the same', async () => {
  const { SummitMapElement } = await load('summit-map-element.js');
  const [{ declarations: [{ attributes, members, events }] }] = JSON.parse(read('custom-elements.json')).modules;
  const all = Object.entries(Object.getOwnPropertyDescriptors(SummitMapElement.prototype));
  const properties = all.filter(([, { set }]) => set).map(([name]) => name), names = (list) => list.map(({ name }) => name);
  assert.deepEqual(names(members).sort(), [...properties, 'select'].sort());
  const observed = SummitMapElement.observedAttributes.filter((name) => !names(attributes).includes(name));
  assert.deepEqual(observed, []);
  const types = read('types/summit-map.d.ts');
  for (const name of names(attributes)) assert.match(types, new RegExp(`^  '?${name}'?\\?: `, 'm'));
  for (const name of names(events)) assert.ok(types.includes(`'${name}': CustomEvent<`), name);
});

test('TypeScript takes what is right, strictly, and refuses what is wrong', () => {
  cpSync(join(ROOT, 'e2e/package/types.ts'), join(WORK, 'types.ts'));
  const options = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [], preserveSymlinks: true };
  writeFileSync(join(WORK, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['types.ts'] }));
  writeFileSync(join(WORK, 'package.json'), '{"type":"module"}');
  const { stdout, status } = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', WORK], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

const MAP = 'data/americas.geojson', FACTS = 'data/summit-2022.json';
writeFileSync(join(WORK, 'table.csv'), 'country,a\nMexico,1\nArgentinia,2\n');
writeFileSync(join(WORK, 'page.html'), `<html lang="es"><summit-map src="${ROOT}${MAP}" facts="facts.json"></summit-map></html>`);
cpSync(join(ROOT, FACTS), join(WORK, 'facts.json'));

/** What a command prints and ends with, by both programs. */
function both(...args) {
  const [native, node] = [[NATIVE, args], [process.execPath, [join(PACKAGE, 'command.js'), ...args]]]
    .map(([program, args]) => spawnSync(program, args, { cwd: ROOT, maxBuffer: 1e8 }));
  assert.ok(native.stdout.length + native.stderr.length > 0, `nothing from ${NATIVE}`);
  return [native, node].map(({ status, stdout, stderr }) => ({ status, stdout: stdout.toString('base64'), stderr: String(stderr) }));
}

for (const [what, args] of Object.entries({
  'says what fits': ['check', MAP, FACTS],
  'joins a table': ['check', MAP, join(WORK, 'table.csv'), '--format', 'json'],
  'draws': ['render', MAP, FACTS],
  'packs': ['pack', MAP],
  'packs the finer map': ['pack', 'data/americas-fine.geojson'],
  'says how it is used': [],
  'says what is wrong': ['check', FACTS, MAP],
})) {
  test(`the command line of the package ${what} as the native one does, byte by byte`, () => {
    const [native, node] = both(...args);
    assert.deepEqual(node, native);
  });
}

test('the command line of the package fills a page as the native one does, and what is in a folder above', () => {
  const page = readFileSync(join(WORK, 'page.html'));
  const filled = [NATIVE, process.execPath].map((program) => {
    mkdirSync(join(WORK, 'in'), { recursive: true });
    writeFileSync(join(WORK, 'page.html'), page);
    const args = ['prerender', '../page.html'];
    const { status, stderr } = spawnSync(program, program === NATIVE ? args : [join(PACKAGE, 'command.js'), ...args], { cwd: join(WORK, 'in') });
    assert.equal(status, 0, String(stderr));
    return readFileSync(join(WORK, 'page.html'), 'utf8');
  });
  assert.ok(filled[0].includes('<figure'));
  assert.equal(filled[1], filled[0]);
});

test('Node.js draws a map, and into a page, without a file', async () => {
  const { prerender, render } = await load('node.js');
  const files = { 'a/map': readFileSync(join(ROOT, MAP)), '../facts': readFileSync(join(ROOT, FACTS)) };
  assert.match(render(files['a/map'], JSON.parse(files['../facts'])), /^<svg.*<\/svg>$/s);
  const page = prerender('<summit-map src="a/map" facts="../facts"></summit-map>', { read: (address) => files[address] });
  assert.match(page, /^<summit-map src="a\/map" facts="..\/facts"><template shadowrootmode="open">/);
});

test('Node.js says what is wrong with a file', async () => {
  const { render } = await load('node.js');
  assert.throws(() => render('{', '{}'), /line 1/);
});
