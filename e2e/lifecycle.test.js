// A map through its life on a page: it comes and goes a thousand times, starts where nobody sees it,
// changes its size and its document, and shares the page with another copy of the script.

import assert from 'node:assert/strict';
import { events, heard, pageTest, settle } from './browser.js';
import { PLAIN } from './map.js';

/** How often a map comes and goes; LIFECYCLES asks for more. */
const CYCLES = Number(process.env.LIFECYCLES ?? 200);
const SETTLED = 50;

/** Keeps the memory of each module where the test finds it, and the engine on the page's thread. */
function watch() {
  globalThis.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const started = await start.apply(WebAssembly, args);
      memories.push((started.instance ?? started).exports.memory);
      return started;
    };
  }
  globalThis.Worker = class { constructor() { throw new Error('no worker'); } };
}

/** Has a map come and go so many times. */
const cycle = (page, count) => page.evaluate(async (count) => {
  for (let done = 0; done < count; done += 1) {
    const map = document.createElement('summit-map');
    map.setAttribute('src', 'maps/landlocked.geojson');
    map.setAttribute('facts', 'maps/landlocked.json');
    const ready = new Promise((then) => map.addEventListener('summit-map-ready', then, { once: true }));
    document.body.append(map);
    await ready;
    map.remove();
    await Promise.resolve();
    seen.events.length = 0;
  }
}, count);

async function used(page, session) {
  await settle(page);
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const memory = await page.evaluate(() => memories.map(({ buffer }) => buffer.byteLength));
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), memory };
}

pageTest(`${CYCLES} maps that come and go leave nothing behind`, { ...PLAIN, init: [watch] }, async (page, t) => {
  await heard(page, 'ready');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await cycle(page, SETTLED);
  const before = await used(page, session);
  await cycle(page, CYCLES - SETTLED);
  let after = await used(page, session);
  // A busy browser puts off what it collects.
  for (let time = 0; time < 20 && after.nodes > before.nodes; time += 1) after = await used(page, session);
  t.diagnostic(`${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  assert.equal(await page.evaluate(() => memories.length), 2, 'both modules are watched');
  assert.deepEqual(after.memory, before.memory, 'the memory of the modules');
  assert.ok(after.heap - before.heap < 1e6, `the heap grew by ${after.heap - before.heap} bytes`);
  assert.ok(after.nodes <= before.nodes, `${after.nodes - before.nodes} nodes are left`);
  assert.ok(after.listeners <= before.listeners, `${after.listeners - before.listeners} listeners are left`);
});

/** What a reader sees of the map, by its box and its names. */
const seenOf = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const { width, height } = shadowRoot.querySelector('.map').getBoundingClientRect();
  const shown = [...shadowRoot.querySelectorAll('.names text, .name')].filter((name) => name.checkVisibility());
  return { hasSize: width > 100 && height > 100, hasNames: shown.length > 5 };
});

for (const [name, style] of [['that is not displayed', 'display: none'], ['without a size', 'width: 0; height: 0; overflow: hidden'],
  ['that is hidden', 'visibility: hidden']]) {
  const hide = `addEventListener('DOMContentLoaded', () => { document.querySelector('summit-map').style.cssText = '${style}'; });`;
  pageTest(`a map in a box ${name} is whole when it is seen`, { ...PLAIN, init: [hide] }, async (page) => {
    await page.evaluate(() => seen.wait('ready', 1));
    await page.evaluate(() => { document.querySelector('summit-map').style.cssText = ''; });
    await page.waitForFunction(() => document.querySelector('summit-map').shadowRoot.querySelector('.layers[data-shown]'));
    await settle(page);
    assert.deepEqual(await seenOf(page), { hasSize: true, hasNames: true });
  });
}

pageTest('a window that is resized twenty times ends with a map of its size', PLAIN, async (page) => {
  await heard(page, 'ready');
  for (let time = 0; time < 10; time += 1) {
    for (const width of [320, 1600]) await page.setViewportSize({ width, height: 800 });
  }
  await settle(page);
  assert.deepEqual(await seenOf(page), { hasSize: true, hasNames: true });
  const wide = await page.evaluate(() => document.querySelector('summit-map').getBoundingClientRect().width);
  assert.ok(wide > 1000, `${wide}`);
  await page.setViewportSize({ width: 1280, height: 800 });
});

pageTest('another copy of the script leaves the map as it is, and may come twice', PLAIN, async (page) => {
  await heard(page, 'ready');
  await page.evaluate(async () => {
    for (const copy of [2, 3]) await import(new URL(`../summit-map.js?${copy}`, location.href));
    const map = document.createElement('summit-map');
    for (const name of ['src', 'facts']) map.setAttribute(name, document.querySelector('summit-map').getAttribute(name));
    map.setAttribute('prefix', 'two');
    document.body.append(map);
  });
  await heard(page, 'ready', 2);
  assert.deepEqual((await events(page, 'error')), []);
});

pageTest('a map that goes to the document of a frame and back works in each', PLAIN, async (page) => {
  await heard(page, 'ready');
  const found = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.width = 900;
    frame.height = 700;
    document.body.append(frame);
    const map = document.querySelector('summit-map');
    const ready = () => new Promise((then) => map.addEventListener('summit-map-ready', then, { once: true }));
    const all = [];
    for (const home of [frame.contentDocument.body, document.body]) {
      const again = ready();
      home.append(map);
      await again;
      map.select('MEX');
      await new Promise((then) => setTimeout(then, 300));
      all.push(map.shadowRoot.querySelector('.card:not([hidden]) h3')?.textContent);
    }
    return all;
  });
  assert.deepEqual(found, ['Mexico', 'Mexico']);
});
