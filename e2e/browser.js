// What the page tests share: one browser a file, pages that write down all that happens in them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const BASE = process.env.SUMMIT_MAP_URL;
export const REGIONS = 58;
assert.ok(BASE, 'SUMMIT_MAP_URL must be the address of the site; run `cargo xtask test page`');

/** How the browser of a file is started; the file may add to it. */
export const launch = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  // The fonts of the list and no others, or what fits where would differ between machines.
  env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('./fonts.conf', import.meta.url)) },
};

let browser;
const start = () => (browser ??= chromium.launch(launch));
before(start);
after(async () => (await browser)?.close());

/** Runs in every page before its own scripts. */
function collect() {
  const seen = { events: [], violations: [], shift: 0, waiting: [], asked: 0 };
  globalThis.seen = seen;
  // What the engine was asked for, and has not answered yet.
  const { postMessage } = Worker.prototype, counted = new WeakSet();
  Worker.prototype.postMessage = function (...args) {
    if (!counted.has(this)) this.addEventListener('message', ({ data }) => { if (data.length) seen.asked -= 1; });
    counted.add(this), seen.asked += 1;
    return postMessage.apply(this, args);
  };
  for (const name of ['ready', 'select', 'view', 'error', 'join']) {
    document.addEventListener(`summit-map-${name}`, ({ detail, target, bubbles, composed }) => {
      seen.events.push({ name, detail, host: target.id, bubbles, composed });
      for (const check of seen.waiting) check();
      // Capturing: an event that a page sends from within its answer to this one comes after it.
    }, true);
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    seen.violations.push(`${violatedDirective} ${blockedURI}`);
  });
  const add = (entries) => entries.forEach(({ value }) => { seen.shift += value; });
  const shifts = new PerformanceObserver((list) => add(list.getEntries()));
  shifts.observe({ type: 'layout-shift', buffered: true });
  // A page that was prerendered is ready before the engine has drawn; most tests are about what it draws.
  const maps = () => [...document.querySelectorAll('summit-map')].filter((map) => map.shadowRoot?.querySelector('figure'));
  const isDrawn = (map) => map.shadowRoot.querySelector('.layers[data-shown]');
  seen.settle = async () => {
    const frame = () => new Promise(requestAnimationFrame);
    do {
      // The engine draws elsewhere; what it was asked for is there by then.
      while (seen.asked > 0) await frame();
      // Two frames: whatever was changed before the call is laid out and painted in the first.
      for (let count = 0; count < 2; count += 1) await frame();
    } while (seen.asked > 0);
    add(shifts.takeRecords());
  };
  seen.drawn = async () => {
    const isOver = () => maps().every(isDrawn) || seen.events.some(({ name }) => name === 'error');
    while (!isOver()) await new Promise(requestAnimationFrame);
    await seen.settle();
  };
  seen.wait = (name, count) => new Promise((done, fail) => {
    const of = (name) => seen.events.filter((event) => event.name === name);
    const check = () => {
      if (of(name).length >= count) done();
      // A map that has failed will not be ready without the test's doing; say why, do not hang.
      else if (name === 'ready' && of('error').length > 0) fail(new Error(of('error')[0].detail.message));
    };
    seen.waiting.push(check);
    check();
  });
}

/**
 * Opens a page. `path` is below the site; `routes` maps address patterns to Playwright handlers;
 * `html` edits the page's text; `init` runs before its scripts; the rest is for the context.
 */
export async function open({ path = '', routes = {}, html, init = [], ...options } = {}) {
  const context = await (await start()).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.failures = [];
  page.requests = [];
  page.on('pageerror', (error) => page.failures.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    // A file that is not there is what the error tests are about; they ask for the rest.
    const expected = /^Failed to load (resource|module script)/.test(message.text());
    if (message.type() === 'error' && !expected) page.failures.push(message.text());
  });
  page.on('request', (request) => page.requests.push(new URL(request.url()).pathname));
  for (const script of [collect, ...init]) await page.addInitScript(script);
  if (html) {
    // Requests have no fragment.
    await page.route((BASE + path).split('#')[0], async (route) => {
      const response = await route.fetch();
      const before = await response.text();
      const body = html(before);
      assert.notEqual(body, before, 'the edit of the page found nothing to edit');
      await route.fulfill({ response, body });
    });
  }
  for (const [pattern, handler] of Object.entries(routes)) await page.route(pattern, handler);
  await page.goto(BASE + path);
  return page;
}

const kept = new Map();

/**
 * A page for a test. To start one costs more than most tests, so tests that ask for the same load
 * anew in one page, unless they answer or edit what it loads.
 */
async function lend(t, options) {
  const isPlain = Object.keys(options).every((key) => !['routes', 'html'].includes(key));
  const key = JSON.stringify(options, (_, value) => (typeof value === 'function' ? String(value) : value));
  const page = isPlain && kept.get(key);
  if (!page) {
    const fresh = await open(options);
    if (isPlain) kept.set(key, fresh);
    else t.after(() => fresh.context().close());
    return fresh;
  }
  // By way of another address, so that neither scrolling nor a fragment is carried over.
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
  await page.emulateMedia({ media: null });
  page.failures.length = 0;
  page.requests.length = 0;
  await page.goto(BASE + (options.path ?? ''));
  return page;
}

/** A test with a page, which must end without an uncaught error or a breach of the policy. */
export function pageTest(name, options, body) {
  // The limit only ends a test that hangs; it is far beyond what any of them needs.
  test(name, { timeout: 240_000 }, async (t) => {
    const page = await lend(t, options);
    await body(page, t);
    assert.deepEqual(page.failures, [], 'uncaught errors and errors in the console');
    if (options.javaScriptEnabled !== false) {
      assert.deepEqual(await page.evaluate(() => seen.violations), [], 'breaches of the policy');
    }
  });
}

/** Runs in a page whose time stands still: a timer fires when the test says so, never before. */
export function timers() {
  const waiting = new Map();
  let last = 0;
  globalThis.setTimeout = (run, delay = 0) => {
    last += 1;
    waiting.set(last, { run, delay });
    return last;
  };
  globalThis.clearTimeout = (id) => waiting.delete(id);
  globalThis.pass = (time) => {
    for (const [id, { run, delay }] of [...waiting]) {
      if (delay <= time && waiting.delete(id)) run();
    }
  };
}

/** Lets more time pass than any popup waits for a pointer. */
export const pass = (page) => page.evaluate(() => pass(5_000));

/** Waits until an event was heard `count` times. */
export async function heard(page, name, count = 1) {
  let timer;
  // Only for an event that never comes: to fail here says more than the limit of the whole test.
  const hang = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`summit-map-${name} never came`)), 60_000);
  });
  const wait = page.evaluate(async ([name, count]) => {
    await seen.wait(name, count);
    await (name === 'ready' ? seen.drawn() : seen.settle());
  }, [name, count]);
  wait.catch(() => {});
  await Promise.race([wait, hang]).finally(() => clearTimeout(timer));
}

export const events = (page, name) =>
  page.evaluate((name) => seen.events.filter((event) => event.name === name), name);

/** The sum of all layout shifts, when all is painted. */
export const shift = (page) => page.evaluate(() => seen.settle().then(() => seen.shift));

export const settle = (page) => page.evaluate(() => seen.settle());
