// How the element takes over the drawing that the page brought, and what it does without one.

import assert from 'node:assert/strict';
import { REGIONS, events, heard, open, pageTest, shift } from './browser.js';

/** Marks the nodes as the parser makes them, so that a copy can be told from the original. */
function mark() {
  new MutationObserver(() => {
    const root = document.querySelector('summit-map')?.shadowRoot;
    if (!root || customElements.get('summit-map')) return;
    for (const name of ['figure', '.map', 'a[data-region]']) {
      const node = root.querySelector(name);
      if (node) node.parsed = true;
    }
    const list = document.querySelector('.summit-facts');
    if (list) list.parsed = true;
  }).observe(document, { childList: true, subtree: true });
}

const marks = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  return ['figure', '.map', 'a[data-region]'].map((name) => shadowRoot.querySelector(name).parsed);
});

/** Makes all elements equally wide, for what stands on a map follows its width. */
const EVEN = `addEventListener('DOMContentLoaded', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('summit-map { width: 1200px; }');
  document.adoptedStyleSheets.push(sheet);
})`;

/** The live figure's text. */
const figure = (page) => page.evaluate(() => {
  const copy = document.querySelector('summit-map').shadowRoot.querySelector('figure').cloneNode(true);
  // Only text can carry a namespace as an attribute.
  for (const svg of copy.querySelectorAll('svg')) svg.removeAttribute('xmlns');
  return copy.outerHTML;
});

/** Two long texts are the same; says where they part, not all that is in them. */
function assertSame(text, other) {
  const length = Math.max(text.length, other.length);
  let at = 0;
  while (at < length && text[at] === other[at]) at += 1;
  assert.equal(text.slice(at, at + 120), other.slice(at, at + 120), `from character ${at}`);
}

pageTest('the drawing of the page is kept, node for node', { init: [mark] }, async (page) => {
  await heard(page, 'ready');
  assert.deepEqual(await marks(page), [true, true, true]);
});

pageTest('the ready event says what was drawn', {}, async (page) => {
  await heard(page, 'ready');
  const [{ detail }] = await events(page, 'ready');
  assert.deepEqual(detail, { regions: REGIONS, unmatched: [], adopted: true, zoom: 1 });
});

for (const width of [360, 768, 1280]) {
  const viewport = { width, height: 800 };
  pageTest(`nothing moves when the map comes to life, ${width} wide`, { viewport }, async (page) => {
    await heard(page, 'ready');
    assert.equal(await shift(page), 0);
  });
}

pageTest('each file is fetched once', {}, async (page) => {
  await heard(page, 'ready');
  const count = (end) => page.requests.filter((path) => path.endsWith(end)).length;
  assert.deepEqual([count('widget_bg.wasm'), count('engine_bg.wasm')], [1, 1]);
  assert.equal(count('americas.arcs'), 1);
  assert.equal(count('summit-2022.en.json'), 1);
});

pageTest('the map asks no other host for anything', {}, async (page) => {
  const hosts = [];
  page.on('request', (request) => hosts.push(new URL(request.url()).origin));
  await page.reload();
  await heard(page, 'ready');
  assert.deepEqual([...new Set(hosts)], [new URL(page.url()).origin]);
  assert.ok(hosts.length >= 6, 'page, styles, scripts, program and data');
});

pageTest('the list of facts of the page is kept', { init: [mark] }, async (page) => {
  await heard(page, 'ready');
  const lists = await page.locator('.summit-facts').evaluateAll((all) => all.map((list) => list.parsed));
  assert.deepEqual(lists, [true]);
});

pageTest('an empty element becomes the same figure', { path: 'e2e/plain.html', init: [EVEN] }, async (page, t) => {
  const adopting = await open({ init: [EVEN] });
  t.after(() => adopting.context().close());
  await heard(adopting, 'ready');
  await heard(page, 'ready');
  const [{ detail }] = await events(page, 'ready');
  assert.equal(detail.adopted, false);
  assertSame(await figure(page), await figure(adopting));
});

pageTest('an empty element gets the same list in the page', { path: 'e2e/plain.html' }, async (page, t) => {
  const prerendered = await open({ javaScriptEnabled: false });
  t.after(() => prerendered.context().close());
  await heard(page, 'ready');
  // Further facts come after the map.
  await page.waitForFunction(() => document.querySelectorAll('.summit-facts .context').length > 20);
  const list = (page) => page.locator('summit-map > .summit-facts').evaluate((list) => list.outerHTML);
  assertSame(await list(page), await list(prerendered));
});

pageTest('an empty element loads the style sheet of the map', { path: 'e2e/plain.html' }, async (page) => {
  await heard(page, 'ready');
  await page.waitForFunction(() => {
    const figure = document.querySelector('summit-map').shadowRoot.querySelector('figure');
    return getComputedStyle(figure).display === 'grid';
  });
});

pageTest('a drawing of other data is drawn anew', {
  init: [mark],
  html: (text) => text.replace(/data-stamp="\w+"/, 'data-stamp="0"'),
}, async (page, t) => {
  const adopting = await open();
  t.after(() => adopting.context().close());
  await heard(adopting, 'ready');
  // It answers as it stands; when the files are there it is seen to be of others.
  await heard(page, 'ready', 2);
  assert.deepEqual((await events(page, 'ready')).map(({ detail }) => detail.adopted), [true, false]);
  assert.deepEqual(await marks(page), [undefined, undefined, undefined]);
  assert.equal(await page.locator('summit-map figure').count(), 1);
  assert.equal(await page.locator('.summit-facts').count(), 1);
  assertSame(await figure(page), await figure(adopting));
  assert.equal(await shift(page), 0);
});
