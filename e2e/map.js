// How the tests handle the map of a page: find its regions, select them, look at the popup.

import assert from 'node:assert/strict';
import { BASE, events, heard, settle } from './browser.js';

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
  const number = await page.locator('summit-map .active').getAttribute('data-region');
  await select(page, null);
  return `[data-region="${number}"]`;
}

export const popup = (page) => page.locator('summit-map .popup');

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
