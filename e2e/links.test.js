// Deep links: the page's address holds what the reader has set, where the embedder asks for it.

import assert from 'node:assert/strict';
import { REGIONS, events, heard, pageTest, settle } from './browser.js';
import { PLAIN, card, hash, inMap, left, listen, mapTest, said, select, speak, title } from './map.js';

const LINK = '#summit.show=MEX&summit.only=boycott&summit.view=300,350,400&summit.lang=fr';
/** The button of those that were not invited, by the category's number. */
const EXCLUDED = '[data-do=only-2]';
const steps = (page) => page.evaluate(() => history.length);
const isZoomed = async (page) => {
  await settle(page);
  return inMap(page, '.view.zoomed').isVisible();
};
const alone = (page) => inMap(page, '.toggle[aria-pressed=true]').evaluateAll((all) => all.map((button) => button.dataset.do));
/** Goes to a fragment, or by a number of steps through the history; resolves when all have heard of it. */
const travel = (page, to) => page.evaluate((to) => new Promise((done) => {
  // The page listens last, after the map.
  addEventListener('hashchange', () => done(), { once: true });
  if (typeof to === 'number') history.go(to);
  else location.hash = to;
}), to);
/** Presses a zoom button; resolves when the map is at rest. */
async function zoomIn(page) {
  const before = (await events(page, 'view')).length;
  await inMap(page, '[data-do=zoom-in]').click();
  await heard(page, 'view', before + 1);
}

pageTest('a link sets card, filter, zoom and language', { path: `${PLAIN.path}${LINK}` }, async (page) => {
  await heard(page, 'ready', 2);
  await settle(page);
  assert.equal(await title(page), 'Mexique');
  assert.equal(await inMap(page, 'figure').getAttribute('lang'), 'fr');
  assert.equal(await inMap(page, '[data-choose=language]').inputValue(), 'fr');
  assert.equal((await alone(page)).length, 1);
  assert.deepEqual(await left(page), ['MEX']);
  assert.equal(await isZoomed(page), true);
  assert.equal(await hash(page), LINK);
});

pageTest('to follow a link adds no step to the history', {
  path: `${PLAIN.path}${LINK}`, init: [() => { globalThis.stepsBefore = history.length; }],
}, async (page) => {
  await heard(page, 'ready', 2);
  await settle(page);
  assert.equal(await title(page), 'Mexique');
  assert.equal(await steps(page), await page.evaluate(() => stepsBefore));
});

pageTest('a link to a zoomed map fetches the fine shapes', { path: '#summit.view=300,350,800' }, async (page) => {
  // Only for a request that never comes: the limit fails the test, it is not waited for.
  const fine = page.waitForRequest('**/americas-fine.arcs', { timeout: 20_000 }).then(() => true, () => false);
  await heard(page, 'ready');
  assert.equal(await isZoomed(page), true);
  const isFetched = page.requests.some((path) => path.endsWith('-fine.arcs')) || await fine;
  assert.equal(isFetched, true);
});

pageTest('a link of before, which named what was hidden, shows what it left', { path: '#summit.hide=signed,not_mentioned,boycott,territory' }, async (page) => {
  await heard(page, 'ready');
  assert.deepEqual(await alone(page), ['only-2']);
  assert.deepEqual(await left(page), ['CUB', 'NIC', 'VEN']);
});

mapTest('a selection is a step of the history, and back and forward follow it', {}, async (page) => {
  const before = await steps(page);
  await select(page, 'MEX');
  assert.equal(await hash(page), '#summit.show=MEX');
  await select(page, null);
  assert.equal(await steps(page), before + 2);
  await inMap(page, EXCLUDED).click();
  assert.equal(await hash(page), '#summit.only=excluded');
  await zoomIn(page);
  assert.match(await hash(page), /^#summit\.only=excluded&summit\.view=\d+,\d+,200$/);
  assert.equal(await steps(page), before + 2, 'the rest replaces the step');
  const last = await hash(page);
  await travel(page, -1);
  assert.equal(await hash(page), '#summit.show=MEX');
  assert.equal(await title(page), 'Mexico');
  assert.deepEqual([await alone(page), await isZoomed(page)], [[], false]);
  await travel(page, 1);
  assert.equal(await hash(page), last);
  assert.equal(await card(page).isVisible(), false);
  assert.deepEqual([(await left(page)).length, await isZoomed(page)], [3, true]);
  await travel(page, -2);
  assert.equal(await hash(page), '');
  assert.deepEqual([await alone(page), await isZoomed(page), await card(page).isVisible()], [[], false, false]);
  assert.equal(await steps(page), before + 2, 'travelling adds no step');
});

mapTest('another language is no step of the history', PLAIN, async (page) => {
  await select(page, 'MEX');
  const before = await steps(page);
  await speak(page, 'fr');
  assert.equal(await hash(page), '#summit.show=MEX&summit.lang=fr');
  assert.equal(await title(page), 'Mexique');
  assert.equal(await steps(page), before);
});

mapTest('back to an address that names no language shows that of the page', PLAIN, async (page) => {
  await speak(page, 'fr');
  assert.equal(await hash(page), '#summit.lang=fr');
  await travel(page, 'summit.show=MEX');
  await heard(page, 'ready', 3);
  assert.equal(await title(page), 'Mexico');
  assert.equal(await inMap(page, '[data-choose=language]').inputValue(), 'en');
});

const linked = (text) => text.replaceAll('<summit-map ', '<summit-map deep-links ');
pageTest('two maps keep their own parts of the address, beside the rest of it', {
  path: 'e2e/two.html#two-CUB', html: linked,
}, async (page) => {
  await heard(page, 'ready', 2);
  assert.equal(await hash(page), '#two-CUB');
  await page.locator(`#two ${EXCLUDED}`).click();
  assert.equal(await hash(page), '#two-CUB&two.only=excluded');
  const choose = (map, id) => page.evaluate(([map, id]) => document.getElementById(map).select(id), [map, id]);
  await choose('two', 'BRA');
  await choose('one', 'MEX');
  // The parts of a map stay together, where its first one was.
  const both = '#two-CUB&two.show=BRA&two.only=excluded&summit.show=MEX';
  assert.equal(await hash(page), both);
  await choose('two', null);
  assert.equal(await hash(page), '#two-CUB&two.only=excluded&summit.show=MEX');
  await travel(page, -1);
  assert.equal(await hash(page), both);
  assert.equal(await page.locator('#two .card h3').innerText(), 'Brazil');
  assert.equal(await page.locator('#one .card h3').innerText(), 'Mexico');
  assert.equal(await page.locator(`#one ${EXCLUDED}`).getAttribute('aria-pressed'), 'false');
});

mapTest('a link to a place in the page leads there, and back to the map as it was', {}, async (page) => {
  await select(page, 'MEX');
  await inMap(page, EXCLUDED).click();
  const before = await hash(page);
  await travel(page, '#summit-CUB');
  assert.equal(await hash(page), '#summit-CUB');
  assert.equal(await page.evaluate(() => document.querySelector(':target').id), 'summit-CUB');
  const { y } = await page.locator('#summit-CUB').boundingBox();
  assert.ok(y >= 0 && y < 800, `the entry is at ${y}`);
  await travel(page, -1);
  assert.equal(await hash(page), before);
  assert.equal(await title(page), 'Mexico');
  assert.equal((await alone(page)).length, 1);
});

pageTest('without the attribute the address is neither read nor written', {
  path: `${PLAIN.path}#summit.show=BRA&summit.only=signed`, html: (text) => text.replace('<summit-map deep-links ', '<summit-map '),
}, async (page) => {
  await heard(page, 'ready');
  const [address, before] = [page.url(), await steps(page)];
  assert.equal(await card(page).isVisible(), false);
  assert.deepEqual(await alone(page), []);
  assert.equal(await inMap(page, '[data-do=copy-link]').count(), 0);
  await select(page, 'MEX');
  await inMap(page, EXCLUDED).click();
  await zoomIn(page);
  await speak(page, 'pt');
  assert.equal(page.url(), address);
  assert.equal(await steps(page), before);
});

const HOSTILE = ['%00', 'summit.show=%00&summit.only=%00&summit.hide=%00,,&summit.lang=%00', 'summit.show=<script>alert(1)</script>',
  'summit.hide=nobody,<img src=x onerror=alert(1)>', 'summit.only=nobody,<img src=x onerror=alert(1)>', 'summit.view=-1,NaN,1e9', 'summit.view=99999999999,0,99999999999999999999',
  'summit.show=%ED%A0%80&summit.lang=../../x', `summit.show=${'A'.repeat(10_000)}`, `${'summit.hide=signed,&'.repeat(500)}`,
  '&&&===%%%', 'summit.show=constructor&summit.lang=constructor'];
pageTest('a hostile address does no harm', { path: `#${HOSTILE.slice(1, 4).join('&')}` }, async (page) => {
  await heard(page, 'ready');
  for (const fragment of HOSTILE) {
    await travel(page, fragment);
    await settle(page);
    assert.equal(await card(page).isVisible(), false, fragment.slice(0, 60));
    assert.equal(await inMap(page, '.map .layer > :not(svg)').count(), REGIONS);
    assert.deepEqual(await events(page, 'error'), []);
    assert.equal(await page.locator('summit-map').getAttribute('lang'), null);
  }
  await travel(page, 'summit.show=BRA');
  assert.equal(await title(page), 'Brazil', 'the map still follows its address');
});

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const copy = (page) => inMap(page, '[data-do=copy-link]');
mapTest('the button copies the address of what is shown', clipboard, async (page) => {
  await inMap(page, EXCLUDED).click();
  await listen(page);
  await copy(page).press('Enter');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
  assert.match(page.url(), /#summit\.only=excluded$/);
  assert.deepEqual(await said(page), ['Link copied']);
  assert.equal(await copy(page).evaluate((button) => button.matches(':focus')), true);
});

mapTest('the copied address holds the card that is open', clipboard, async (page) => {
  await select(page, 'MEX');
  await copy(page).click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#summit\.show=MEX$/);
});

const missing = () => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
const refusing = () => { Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')); };
for (const [what, init] of Object.entries({ 'has no clipboard': missing, 'refuses to copy': refusing })) {
  mapTest(`where the browser ${what} the address is shown`, { init: [init] }, async (page) => {
    await copy(page).click();
    await settle(page);
    assert.equal(await inMap(page, '.said').textContent(), `Copy this address: ${page.url()}`);
    const box = await inMap(page, '.said').boundingBox();
    assert.ok(box.width > 100 && box.height > 10, `the text is ${box.width} by ${box.height}`);
  });
}
