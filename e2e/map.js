// How the tests handle the map of a page: find its regions, select them, look at the popup.

import assert from 'node:assert/strict';
import { BASE, events, heard, pageTest, settle } from './browser.js';

export const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** A test in a page whose map is ready. */
export const mapTest = (name, options, body) => pageTest(name, options, async (page, t) => {
  await heard(page, 'ready');
  await body(page, t);
});

/** What matches within the map's shadow root. */
export const inMap = (page, selector) => page.locator(`summit-map ${selector}`);

/** What has the focus, through shadow roots: body, a.region, .popup … */
export const focused = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const name = at?.classList[0] ?? at?.localName;
  return at?.getAttribute('href') ?? name;
});

export const select = (page, id) =>
  page.evaluate((id) => document.querySelector('summit-map').select(id), id);

/** A place on the screen where a click meets the region at `selector`; scrolls there. */
export function spot(page, selector) {
  return page.evaluate((selector) => {
    const { shadowRoot } = document.querySelector('summit-map');
    const region = shadowRoot.querySelector(selector).closest('[data-region]');
    region.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = region.getBoundingClientRect();
    for (let parts = 2; parts < 40; parts += 1) {
      for (let row = 1; row < parts; row += 1) {
        for (let column = 1; column < parts; column += 1) {
          const x = box.x + (box.width * column) / parts;
          const y = box.y + (box.height * row) / parts;
          if (shadowRoot.elementFromPoint(x, y)?.closest('[data-region]') === region) return { x, y };
        }
      }
    }
    throw new Error(`${selector} cannot be met by a pointer`);
  }, selector);
}

/** The number by which the map knows a region, for those that are no links. */
export async function regionSelector(page, id) {
  await select(page, id);
  const number = await page.locator('summit-map .outline').getAttribute('data-outlined');
  await select(page, null);
  return `[data-region="${number}"]`;
}

export const popup = (page) => page.locator('summit-map .popup');

export const title = (page) => popup(page).locator('h3').innerText();

export const hash = (page) => page.evaluate(() => location.hash);

/** Sets another language by the list in the map; resolves when it is shown. */
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

/** The facts in a language, as the map fetches them. */
export async function factsIn(page, language) {
  return (await page.request.get(`${BASE}data/summit-2022.${language}.json`)).json();
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
  assert.deepEqual((await page.evaluate(() => seen.events)).map(({ name }) => name), ['error']);
  const [{ detail }] = await events(page, 'error');
  const box = page.locator('summit-map [role=alert]');
  assert.equal(await box.count(), 1);
  assert.ok((await box.innerText()).includes(detail.message), 'the message is shown');
  assert.equal(await box.evaluate((box) => box.getRootNode() instanceof ShadowRoot), true);
  assert.doesNotMatch(detail.message, /\[object|undefined|null|NaN/);
  return detail;
}

/** For each linked region in sight: how it can be hit, in CSS pixels. */
export const targets = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const view = shadowRoot.querySelector('.view').getBoundingClientRect();
  const owner = (x, y) => {
    const hit = shadowRoot.elementFromPoint(x, y)?.closest('[data-region], [data-for]');
    return hit ? hit.dataset.region ?? hit.dataset.for : undefined;
  };
  // The points of a 24-px square, its edges taken in by a quarter of a pixel.
  const steps = [0.25, 6, 12, 18, 23.75];
  const holds = (left, top, number) =>
    steps.every((x) => steps.every((y) => owner(left + x, top + y) === number));
  const inArea = (region, number) => {
    const box = region.getBoundingClientRect();
    const bottom = Math.min(box.bottom, view.bottom);
    const right = Math.min(box.right, view.right);
    // Coarsely first, for most states are large.
    for (const step of [3, 1]) {
      for (let y = Math.max(box.top, view.top); y + 24 <= bottom; y += step) {
        for (let x = Math.max(box.left, view.left); x + 24 <= right; x += step) {
          if (owner(x + 12, y + 12) === number && holds(x, y, number)) return true;
        }
      }
    }
    return false;
  };
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  const isInSight = (region) => {
    const { x, y, width, height } = region.getBoundingClientRect();
    const [right, down] = [x + width / 2, y + height / 2];
    return right > view.left && right < view.right && down > view.top && down < view.bottom;
  };
  return [...shadowRoot.querySelectorAll('a[data-region]')].filter(isInSight).map((region) => {
    const number = region.dataset.region;
    const mark = [...shadowRoot.querySelectorAll(`[data-for="${number}"]`)].find(shown);
    const box = mark?.getBoundingClientRect();
    const href = region.getAttribute('href');
    if (!mark) return { href, by: 'area', holds: inArea(region, number) };
    const { x, y, width, height } = box;
    const middle = { x: x + width / 2, y: y + height / 2 };
    return {
      href, by: 'mark', width, height, middle, sameLink: mark.getAttribute('href') === href,
      holds: holds(middle.x - 12, middle.y - 12, number),
    };
  });
});
