// The widget answers before the engine is there, the engine runs in a worker where one may run, and what becomes of
// the map when it ends.

import assert from 'node:assert/strict';
import { events, heard, pageTest, settle } from './browser.js';
import { PLAIN, card, inMap, left, select, theError, tip, title } from './map.js';

const ENGINE = '**/pkg/engine*';
const answered = (page) => page.waitForFunction(() => seen.events.some(({ name }) => name === 'ready'));
const drawn = (page) => page.evaluate(() => seen.drawn());
const figure = (page) => inMap(page, 'figure').evaluate((figure) => figure.outerHTML);
const zoomIn = (page) => inMap(page, '[data-do=zoom-in]').click();
const zoomed = (page) => page.waitForFunction(() => document.querySelector('summit-map').shadowRoot.querySelector('.view.zoomed'));

/** Keeps the workers of the page where a test can end them. */
function keep() {
  globalThis.workers = [];
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      workers.push(this);
    }
  };
}
const crash = (page) => page.evaluate(() => {
  seen.asked = 0;
  workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'unreachable' }));
});
/** Zooms in by another engine than before; resolves when that has drawn the map. */
async function zoomAnew(page, { count, host = 'summit-map' }) {
  const before = (await events(page, 'view')).length;
  await page.locator(`${host} [data-do=zoom-in]`).click();
  await heard(page, 'view', before + 1);
  await page.waitForFunction((count) => workers.length === count, count);
  await page.waitForFunction((host) => document.querySelector(host).shadowRoot.querySelector('.layers').style.transform === '', host);
}

/** A browser, or a policy, that allows no worker. */
function without() {
  globalThis.Worker = class { constructor() { throw new DOMException('not here', 'SecurityError'); } };
}

/** A host that allows no policy of Trusted Types, and so no worker. */
const noPolicy = async (route) => {
  const response = await route.fetch(), headers = response.headers();
  headers['content-security-policy'] += "; trusted-types 'none'";
  await route.fulfill({ response, headers });
};

/** The engine's files come when the test says so. */
function held() {
  const waiting = [];
  let isOpen = false;
  return {
    routes: { [ENGINE]: (route) => (isOpen ? route.continue() : waiting.push(route)) },
    open: () => { isOpen = true; waiting.forEach((route) => route.continue()); },
  };
}

pageTest('before the engine is there the map answers to mouse, keyboard and filter', { routes: held().routes }, async (page) => {
  await answered(page);
  assert.equal(await inMap(page, '.layers[data-shown]').count(), 0, 'nothing is drawn yet');
  const place = await inMap(page, 'a[href="#summit-BRA"]').boundingBox();
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.move(place.x + place.width / 2 + 1, place.y + place.height / 2);
  await tip(page).locator('b').waitFor();
  assert.equal(await tip(page).locator('b').innerText(), 'Brazil');
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  assert.equal(await title(page), 'Brazil');
  assert.ok(await card(page).locator('.facts li').count() > 2);
  assert.ok(await card(page).locator('.facts li:first-child cite a').count() === 1);
  await page.keyboard.press('Escape');
  await inMap(page, '.map [tabindex="0"]').focus();
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  assert.equal(await title(page), 'Mexico');
  await page.keyboard.press('Escape');
  await inMap(page, '[data-do=only-2]').click();
  assert.deepEqual(await left(page), ['CUB', 'NIC', 'VEN']);
  assert.equal(await inMap(page, 'a[href="#summit-BRA"]').getAttribute('aria-label'), 'Brazil: signed, filtered out');
});

const late = held(), late2 = held();
pageTest('a zoom before the engine is there moves the map, which is drawn anew when it comes', { routes: late.routes }, async (page) => {
  await answered(page);
  await zoomIn(page);
  await heard(page, 'view');
  assert.match(await inMap(page, '.layers').evaluate(({ style }) => style.transform), /scale\(2\)/);
  assert.equal(await inMap(page, '[data-do=zoom-out][aria-disabled]').count(), 0);
  late.open();
  await zoomed(page);
  await settle(page);
  assert.equal(await inMap(page, '.layers').evaluate(({ style }) => style.transform), '');
  assert.deepEqual((await events(page, 'ready')).length, 1);
});

pageTest('an address that holds a place shows it before the engine is there', {
  path: '#summit.show=MEX&summit.view=300,350,400', routes: held().routes,
}, async (page) => {
  await answered(page);
  await settle(page);
  assert.match(await inMap(page, '.layers').evaluate(({ style }) => style.transform), /scale\(4\)/);
  assert.equal(await title(page), 'Mexico');
});

pageTest('a card that is open stays when the figure of the page turns out to be of other files', {
  path: 'index.html', html: (text) => text.replace(/data-stamp="\w+"/, 'data-stamp="0"'), routes: late2.routes,
}, async (page) => {
  await answered(page);
  await select(page, 'MEX');
  late2.open();
  await heard(page, 'ready', 2);
  assert.equal(await title(page), 'Mexico');
  assert.ok(await card(page).locator('.facts li').count() > 2);
});

const again = held();
pageTest('what the reader has opened and filtered stays when the engine comes', { routes: again.routes }, async (page) => {
  await answered(page);
  await inMap(page, '[data-do=only-0]').click();
  await select(page, 'MEX');
  await card(page).locator('.all-facts').focus();
  again.open();
  await drawn(page);
  assert.equal(await title(page), 'Mexico');
  assert.equal(await page.evaluate(() => document.querySelector('summit-map').shadowRoot.activeElement?.className), 'all-facts');
  assert.equal((await left(page)).length, 20);
  assert.equal(await inMap(page, '.outline path').count() > 0, true);
});

pageTest('the engine runs in a worker', {}, async (page) => {
  await heard(page, 'ready');
  assert.equal(page.workers().length, 1);
});

pageTest('where no worker may run, the engine draws the same on the page', { init: [without] }, async (page, t) => {
  await heard(page, 'ready');
  assert.equal(page.workers().length, 0);
  const { open } = await import('./browser.js');
  const other = await open();
  t.after(() => other.context().close());
  await heard(other, 'ready');
  await Promise.all([page, other].map(async (page) => { await zoomIn(page); await heard(page, 'view'); }));
  assert.equal(await figure(page), await figure(other));
});

pageTest('an engine that ends is followed by another, and the map stays as it is', { init: [keep] }, async (page) => {
  await heard(page, 'ready');
  await zoomIn(page);
  await heard(page, 'view');
  await inMap(page, '[data-do=only-2]').click();
  await crash(page);
  await zoomAnew(page, { count: 2 });
  assert.deepEqual(await left(page), ['CUB', 'NIC', 'VEN']);
  assert.equal((await events(page, 'view')).at(-1).detail.zoom, 4);
  assert.deepEqual([await events(page, 'error'), (await events(page, 'ready')).length], [[], 1]);
});

pageTest('after the fourth end the map says so, and still answers', { init: [keep] }, async (page) => {
  await heard(page, 'ready');
  for (let ends = 1; ends <= 3; ends += 1) {
    await crash(page);
    await zoomAnew(page, { count: ends + 1 });
  }
  await crash(page);
  await zoomIn(page);
  await heard(page, 'error');
  const detail = (await events(page, 'error'))[0].detail;
  assert.equal(detail.code, 'core');
  assert.equal(detail.retryable, true);
  await select(page, 'MEX');
  assert.equal(await title(page), 'Mexico');
});

pageTest('one map whose engine ends leaves another map of the page alone', { path: 'e2e/two.html', init: [keep] }, async (page) => {
  await heard(page, 'ready', 2);
  await crash(page);
  await zoomAnew(page, { count: 2, host: '#one' });
  await page.evaluate(() => document.getElementById('two').select('BRA'));
  assert.equal(await page.locator('#two .card h3').innerText(), 'Brazil');
  await page.locator('#two [data-do=zoom-in]').click();
  await page.waitForFunction(() => document.getElementById('two').shadowRoot.querySelector('.view.zoomed'));
  assert.deepEqual(await events(page, 'error'), []);
});

const many = (text) => text.replace(/<summit-map[^]*?<\/summit-map>/, (one) =>
  Array.from({ length: 20 }, (_, index) => one.replace('<summit-map', `<summit-map prefix="m${index}"`)).join('\n'));
pageTest('twenty maps fetch each file once, and share one engine', { ...PLAIN, html: many }, async (page) => {
  await heard(page, 'ready', 20);
  const fetched = (end) => page.requests.filter((path) => path.endsWith(end)).length;
  assert.deepEqual(['widget_bg.wasm', 'engine_bg.wasm', 'americas.geojson', 'summit-2022.en.json'].map(fetched), [1, 1, 1, 1]);
  assert.equal(page.workers().length, 1);
});

pageTest('attributes that change in one task are one load, and a file that stays is not fetched again', PLAIN, async (page) => {
  await heard(page, 'ready');
  const before = page.requests.length;
  await page.evaluate(() => {
    const map = document.querySelector('summit-map');
    for (let flip = 0; flip < 500; flip += 1) map.setAttribute('lang', flip % 2 ? 'fr' : 'es');
  });
  await heard(page, 'ready', 2);
  const asked = page.requests.slice(before).filter((path) => /data\/(americas|summit-2022\.\w\w)\./.test(path));
  assert.deepEqual(asked.map((path) => path.split('/').at(-1)), ['summit-2022.fr.json']);
});

pageTest('a worker that never answers is followed by three others, then the map says so', {
  ...PLAIN, init: [keep, () => { Worker.prototype.postMessage = () => {}; }],
  html: (text) => text.replace('<summit-map ', '<summit-map timeout="900" '),
}, async (page) => {
  const { code, message } = await theError(page);
  assert.equal(code, 'core');
  assert.match(message, /took too long/);
  assert.deepEqual([page.workers().length, await page.evaluate(() => workers.length)], [0, 4]);
});

/** The map's file comes by parts, when the test says so: `more(bytes)`, `end()`. */
function slow() {
  const { fetch } = globalThis;
  globalThis.fetch = async (url, options) => {
    if (!String(url).includes('americas.geojson')) return fetch(url, options);
    const text = await (await fetch(url)).text();
    // Blanks between two tokens are no part of a file.
    const body = new ReadableStream({ start(stream) {
      const write = (part) => stream.enqueue(new TextEncoder().encode(part));
      globalThis.more = (count) => write(' '.repeat(count));
      globalThis.end = () => (write(text), stream.close());
      options.signal.addEventListener('abort', () => stream.error(options.signal.reason));
    } });
    return new Response(body, { headers: globalThis.told ?? { 'content-length': String(4e6 + text.length) } });
  };
}
const coming = { ...PLAIN, init: [slow] };
const started = (page) => page.waitForFunction(() => globalThis.more);
const bar = (page) => inMap(page, '.loading progress');

pageTest('a large file tells how far it has come, and can be cancelled', coming, async (page) => {
  await started(page);
  assert.equal(await bar(page).count(), 0, 'nothing is told of what is there in no time');
  await page.evaluate(() => more(2e6));
  await bar(page).waitFor();
  assert.ok(Math.abs(await bar(page).evaluate(({ position }) => position) - 0.5) < 0.02);
  assert.match(await inMap(page, '.loading').innerText(), /^Loading the map\s+2 \/ 4 MB\s+Cancel$/);
  await inMap(page, '.loading button').click();
  await heard(page, 'error');
  assert.equal((await events(page, 'error'))[0].detail.code, 'cancelled');
  assert.equal(await inMap(page, '.error button').innerText(), 'Try again');
  assert.equal(await inMap(page, '.loading').count(), 0);
});

pageTest('a large file that has come is drawn, and the bar goes', coming, async (page) => {
  await started(page);
  await page.evaluate(() => (more(4e6), end()));
  await heard(page, 'ready');
  assert.equal(await inMap(page, '.loading').count(), 0);
});

pageTest('a file that no page can read is refused before it has come', {
  ...coming, init: [slow, () => { globalThis.told = { 'content-length': '400000000' }; }],
}, async (page) => {
  const { code, message } = await theError(page);
  assert.equal(code, 'too-large');
  assert.match(message, /300 MB.*simplify/);
});

pageTest('a file that does not come ends neither the engine nor its worker', {
  init: [keep], routes: { '**/americas.arcs': () => {} }, html: (text) => text.replace('<summit-map ', '<summit-map timeout="900" '),
}, async (page) => {
  const { code, url } = await theError(page);
  assert.equal(code, 'timeout');
  assert.match(url, /americas\.arcs$/);
  await page.unroute('**/americas.arcs');
  await inMap(page, '.error button').click();
  await inMap(page, '.error').waitFor({ state: 'detached' });
  await drawn(page);
  assert.deepEqual([page.workers().length, await page.evaluate(() => workers.length)], [1, 1]);
  assert.deepEqual(page.requests.filter((path) => /pkg\/.*\.wasm$/.test(path)).length, 2);
});

pageTest('under a policy that allows no name of Trusted Types the map is drawn on the thread of the page', {
  ...PLAIN, init: [keep], routes: { '**/e2e/plain.html': noPolicy },
}, async (page) => {
  await heard(page, 'ready');
  assert.equal(await inMap(page, 'a[data-region]').count() > 30, true);
  assert.equal(await page.evaluate(() => workers.length), 0);
  // The browser tells of the one attempt; nothing else is against the policy.
  const told = await page.evaluate(() => seen.violations.splice(0));
  assert.deepEqual(told.map((text) => text.split(' ')[0]), ['trusted-types']);
  assert.equal(page.failures.splice(0).length, 1);
});
