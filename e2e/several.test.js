// Several maps on a page, and maps that come and go.

import assert from 'node:assert/strict';
import { events, heard, pageTest, pass, settle, timers } from './browser.js';

/** Counts the listeners that stand on document and window, less those of the tests. */
function count() {
  globalThis.listeners = 0;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isPage = (target) => target === document || target === window || target === undefined;
  EventTarget.prototype.addEventListener = function (...args) {
    if (isPage(this)) listeners += 1;
    return addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function (...args) {
    if (isPage(this)) listeners -= 1;
    return removeEventListener.apply(this, args);
  };
}

const two = { path: 'e2e/two.html', init: [count] };
const select = (page, map, id) =>
  page.evaluate(([map, id]) => document.getElementById(map).select(id), [map, id]);
const shown = (page, map) => page.locator(`#${map} .card`).isVisible();

/** The lists of facts follow when the maps are painted. */
const listed = (page) => page.waitForFunction(() => document.querySelectorAll('summit-map > .summit-facts').length === 2);

/** A page with two maps that are ready. */
const twoTest = (name, body) => pageTest(name, two, async (page) => {
  await heard(page, 'ready', 2);
  await body(page);
});

twoTest('two maps are each ready once, from one fetch of the program', async (page) => {
  await settle(page);
  const hosts = (await events(page, 'ready')).map(({ host }) => host);
  assert.deepEqual(hosts.sort(), ['one', 'two']);
  const fetched = (end) => page.requests.filter((path) => path.endsWith(end)).length;
  const files = ['widget_bg.wasm', 'engine_bg.wasm', 'americas.geojson', 'summit-2022.json'];
  assert.deepEqual(files.map(fetched), [1, 1, 1, 1]);
});

twoTest('two maps have no id of the page twice', async (page) => {
  await listed(page);
  const ids = await page.locator('[id]').evaluateAll((all) =>
    all.filter((element) => element.getRootNode() === document).map((element) => element.id));
  assert.ok(ids.includes('summit-MEX') && ids.includes('two-MEX'));
  assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), []);
});

twoTest('each region of two maps leads to an entry of its own map', async (page) => {
  await listed(page);
  const strays = await page.evaluate(() => [...document.querySelectorAll('summit-map')]
    .flatMap((map) => [...map.shadowRoot.querySelectorAll('a[data-region]')]
      .map((link) => link.getAttribute('href').slice(1))
      .filter((id) => document.getElementById(id)?.closest('summit-map') !== map)));
  assert.deepEqual(strays, []);
});

twoTest('the card of one map leaves the other alone', async (page) => {
  await select(page, 'one', 'MEX');
  assert.deepEqual([await shown(page, 'one'), await shown(page, 'two')], [true, false]);
  await select(page, 'two', 'BRA');
  assert.equal(await page.locator('#one .card h3').innerText(), 'Mexico');
  assert.equal(await page.locator('#two .card h3').innerText(), 'Brazil');
  await select(page, 'two', null);
  assert.deepEqual([await shown(page, 'one'), await shown(page, 'two')], [true, false]);
});

twoTest('a map that is removed takes its card and its tip along, and the last one the listeners', async (page) => {
  const before = await page.evaluate(() => listeners);
  assert.ok(before > 0, 'the maps listen to the page together');
  await select(page, 'one', 'MEX');
  const left = await page.evaluate(async () => {
    const map = document.getElementById('one');
    map.remove();
    await seen.settle();
    return { left: map.shadowRoot.querySelectorAll('.tip, .card:not([hidden])').length, listeners };
  });
  assert.deepEqual(left, { left: 0, listeners: before });
  await select(page, 'two', 'BRA');
  assert.equal(await shown(page, 'two'), true);
  await page.keyboard.press('Escape');
  assert.equal(await shown(page, 'two'), false);
  await page.evaluate(() => document.getElementById('two').remove());
  await settle(page);
  assert.equal(await page.evaluate(() => listeners), 0);
});

twoTest('a map that was removed and comes back works as before', async (page) => {
  const before = await page.evaluate(() => listeners);
  await page.evaluate(() => {
    const map = document.getElementById('one');
    map.remove();
    document.body.append(map);
  });
  await heard(page, 'ready', 3);
  const last = (await events(page, 'ready')).at(-1);
  assert.deepEqual([last.host, last.detail.adopted], ['one', true]);
  await select(page, 'one', 'MEX');
  assert.equal(await shown(page, 'one'), true);
  assert.equal(await page.locator('#one .card').count(), 1);
  assert.equal(await page.locator('#one > .summit-facts').count(), 1);
  assert.equal(await page.evaluate(() => listeners), before);
});

pageTest('a map that is moved in the page keeps what is set, and fetches nothing', {}, async (page) => {
  await heard(page, 'ready');
  await page.locator('summit-map [data-do=only-2]').click();
  await page.locator('summit-map [data-do=zoom-in]').click();
  await heard(page, 'view');
  await page.evaluate(() => document.querySelector('summit-map').select('MEX'));
  const before = page.requests.length;
  const found = await page.evaluate(() => {
    const map = document.querySelector('summit-map');
    const home = document.createElement('section');
    map.before(home);
    home.append(map);
    const { shadowRoot } = map;
    return [shadowRoot.querySelectorAll('.view.zoomed').length, shadowRoot.querySelectorAll('.toggle[aria-pressed=true]').length,
      shadowRoot.querySelectorAll('.card:not([hidden])').length];
  });
  assert.deepEqual(found, [1, 1, 1]);
  await heard(page, 'ready', 2);
  assert.deepEqual((await events(page, 'ready')).map(({ detail }) => detail.zoom), [1, 2]);
  await settle(page);
  assert.deepEqual(page.requests.slice(before).filter((path) => !path.endsWith('.css')), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('summit-map .card').isVisible(), false);
});

// A handler that does nothing leaves the request open; the browser gives it up with the map.
const never = { routes: { '**/americas.{geojson,arcs}': () => {} } };
pageTest('a map that is removed while it loads says nothing', never, async (page) => {
  const isMap = (path) => /\.(geojson|arcs)$/.test(path);
  if (!page.requests.some(isMap)) await page.waitForRequest((request) => isMap(request.url()));
  const given = page.waitForEvent('requestfailed', (request) => /\.(geojson|arcs)$/.test(request.url()));
  await page.evaluate(() => document.querySelector('summit-map').remove());
  await given;
  await settle(page);
  assert.deepEqual((await page.evaluate(() => seen.events)).filter(({ name }) => name !== 'ready'), []);
});

pageTest('a map that is removed under a hovering pointer leaves no timer behind', { init: [timers] }, async (page) => {
  await heard(page, 'ready');
  await page.evaluate(() => {
    const map = document.querySelector('summit-map');
    const region = map.shadowRoot.querySelector('a[data-region][href="#summit-MEX"]');
    for (const kind of ['pointerover', 'pointerout']) {
      region.dispatchEvent(new PointerEvent(kind, { bubbles: true, composed: true, pointerType: 'mouse' }));
    }
    map.remove();
  });
  await pass(page);
});
