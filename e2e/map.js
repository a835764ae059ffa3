// How the tests handle the map of a page: find its regions, select them, look at card and tip.

import assert from 'node:assert/strict';
import { BASE, events, heard, pageTest, settle } from './browser.js';

/** A page that leaves the language to the map. */
export const PLAIN = { path: 'e2e/plain.html' };
export const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** A test in a page whose map is ready, with all facts. */
export const mapTest = (name, options, body) => pageTest(name, options, async (page, t) => {
  await heard(page, 'ready');
  await informed(page);
  await body(page, t);
});

/** What matches within the map's shadow root. */
export const inMap = (page, selector) => page.locator(`summit-map ${selector}`);

/** What has the focus, through shadow roots: body, h3, find, #summit-MEX … */
export const focused = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.dataset?.do ?? at?.getAttribute('href') ?? at?.classList[0] ?? at?.localName;
});

export const select = (page, id) =>
  page.evaluate((id) => document.querySelector('summit-map').select(id), id);

/** The button of a region, in the map or in an inset. */
export const region = (id, prefix = 'summit') => `a[data-region][href="#${prefix}-${id}"]`;

/** A place on the screen where a click meets what `selector` finds; scrolls there as little as that takes. */
export function spot(page, selector) {
  return page.evaluate((selector) => {
    const { shadowRoot } = document.querySelector('summit-map');
    const numberOf = (at) => at?.dataset.region ?? at?.dataset.for;
    const target = shadowRoot.querySelector(selector).closest('[data-region], [data-for]');
    target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    // What of it is on the screen.
    const { left, top, right, bottom } = target.getBoundingClientRect();
    const box = { x: Math.max(left, 0), y: Math.max(top, 0) };
    [box.width, box.height] = [Math.min(right, innerWidth) - box.x, Math.min(bottom, innerHeight) - box.y];
    for (let parts = 2; parts < 40; parts += 1) {
      for (let row = 1; row < parts; row += 1) {
        for (let column = 1; column < parts; column += 1) {
          const x = box.x + (box.width * column) / parts;
          const y = box.y + (box.height * row) / parts;
          const hit = shadowRoot.elementFromPoint(x, y)?.closest('[data-region], [data-for]');
          if (hit && numberOf(hit) === numberOf(target)) return { x, y };
        }
      }
    }
    throw new Error(`${selector} cannot be met by a pointer`);
  }, selector);
}

/** What finds a territory, which is no link: its shape. Regions stand in the order of the file. */
export async function territory(page, id) {
  const ids = await regionIds(page);
  assert.equal(await page.locator(`summit-map ${region('MEX')}`).getAttribute('data-region'), String(ids.indexOf('MEX')));
  return `[data-for="${ids.indexOf(id)}"]`;
}

/** The card, a sheet on phones; and what stands by the pointer. */
export const card = (page) => page.locator('summit-map .card');
export const tip = (page) => page.locator('summit-map .tip');

/** The name on the card. */
export const title = (page) => card(page).locator('h3').innerText();
/** The name in the tip. */
export const tipTitle = (page) => tip(page).locator('b').innerText();

/** Clicks on a region, where it can be met; resolves when its card is open. */
export async function choose(page, id) {
  const { x, y } = await spot(page, region(id));
  await page.mouse.click(x, y);
  await card(page).locator('h3').waitFor();
}

/** Shows the countries of one line of the legend alone, by its number; again, all. */
export const only = (page, name) => inMap(page, '.toggle').filter({ hasText: name });

/** Waits for the facts that come after a map that is not prerendered: it is drawn anew with them. */
export async function informed(page) {
  await page.waitForFunction(() => {
    const map = document.querySelector('summit-map');
    const shown = seen.events.filter(({ name }) => name === 'ready').at(-1);
    return !map?.hasAttribute('more') || shown?.detail.adopted
      || performance.getEntriesByType('resource').some(({ name }) => name.includes('.more.'));
  });
  await settle(page);
}

/** Waits for the facts that are fetched when a table or the search is opened. */
export async function completed(page) {
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('.more.')));
  await settle(page);
}

/** Looks at the page as it is on paper; resolves when the map is laid out for that width. */
export async function onPaper(page, options = {}) {
  const before = (await events(page, 'view')).length;
  await page.emulateMedia({ media: 'print', ...options });
  await heard(page, 'view', before + 1);
  await settle(page);
}

export const hash = (page) => page.evaluate(() => location.hash);

/**
 * Sets another language by the list in the map; resolves when it is shown. For a page that leaves
 * that to the map: those of the site are in one language each.
 */
export async function speak(page, language) {
  const before = (await events(page, 'ready')).length;
  await inMap(page, '[data-choose=language]').selectOption(language);
  await heard(page, 'ready', before + 1);
}

/** From now on, writes down what is said to those who cannot see the map; see `said`. */
export const listen = (page) => page.evaluate(() => {
  globalThis.heard = [];
  const box = document.querySelector('summit-map').shadowRoot.querySelector('.said');
  const write = (change) => change.addedNodes.forEach((node) => globalThis.heard.push(node.textContent));
  globalThis.saying = new MutationObserver((changes) => changes.forEach(write));
  saying.observe(box, { childList: true });
});

/** What was said since the last time; each saying once. */
export const said = (page) => page.evaluate(() => globalThis.heard.splice(0));

/** The ids of the countries that do not recede, in alphabetical order. */
export const left = (page) => inMap(page, 'a[data-region]:not([data-off])').evaluateAll((all) =>
  all.map((region) => region.getAttribute('href').replace('#summit-', ''))
    .filter((id) => !['FLK', 'SGS'].includes(id)).sort());

/** The facts in a language, as the map fetches them: those that it begins with, and those that follow. */
export async function factsIn(page, language) {
  const part = async (name) => (await page.request.get(`${BASE}data/summit-2022.${name}${language}.json`)).json();
  const [first, more] = await Promise.all([part(''), part('more.')]);
  return { ...first, claims: [...first.claims, ...more.claims], sources: { ...first.sources, ...more.sources } };
}

/** The ids of all regions of the map. */
export async function regionIds(page) {
  const response = await page.request.get(`${BASE}data/americas.geojson`);
  return (await response.json()).features.map((feature) => feature.id);
}

/** The error that the page was told of, once, and that it shows. */
export async function theError(page) {
  await heard(page, 'error');
  await settle(page);
  // A page that shows the map already answers, whatever happens to what comes later.
  const names = (await page.evaluate(() => seen.events)).map(({ name }) => name);
  assert.deepEqual(names.filter((name) => name !== 'ready'), ['error']);
  const [{ detail }] = await events(page, 'error');
  const box = page.locator('summit-map [role=alert]');
  assert.equal(await box.count(), 1);
  assert.ok((await box.innerText()).trim().length > 20, 'the message is shown');
  assert.equal(await box.evaluate((box) => box.getRootNode() instanceof ShadowRoot), true);
  assert.doesNotMatch(detail.message, /\[object|undefined|null|NaN/);
  return detail;
}
