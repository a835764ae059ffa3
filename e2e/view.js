// How the tests look closely at a map: what moves it, and where things then are.

import assert from 'node:assert/strict';
import { events, pass, settle, timers } from './browser.js';
import { mapTest } from './map.js';

/** A page whose map is ready and whose time stands still: the map rests when the test says so. */
export const stillTest = (name, options, body) => {
  const plain = { path: 'e2e/plain.html', viewport: { width: 1280, height: 1000 } };
  mapTest(name, { ...plain, init: [timers], ...options }, body);
};

export const MAP = 'summit-map';
export const link = (id, prefix = 'summit') => `a[data-region][href="#${prefix}-${id}"]`;
export const button = (name, host = MAP) => `${host} [data-do="${name}"]`;

/** Does something that moves the map; returns when it has begun to move. */
export async function move(page, act, host = MAP) {
  await act();
  await page.waitForFunction((host) =>
    document.querySelector(host).shadowRoot.querySelector('.layers').style.transform !== '', host);
}

export const isMoving = (page) =>
  page.locator(`${MAP} .layers`).evaluate(({ style }) => style.transform !== '');

/** Lets a moving map come to rest; returns its zoom. */
export async function rest(page) {
  const before = (await events(page, 'view')).length;
  await pass(page);
  const views = await events(page, 'view');
  assert.equal(views.length, before + 1, 'the map comes to rest once');
  await settle(page);
  return views.at(-1).detail.zoom;
}

/** Moves the map and lets it come to rest; returns its zoom. */
export async function moved(page, act, host) {
  await move(page, act, host);
  return rest(page);
}

export const press = (page, name, host) => moved(page, () => page.click(button(name, host)), host);

/** Where a region is on the screen: its middle, edges and size. */
export const box = (page, id, host = MAP) => page.locator(`${host} ${link(id)}`).evaluate(async (region) => {
  // What a pointer moves is drawn with the next frame, which may begin with this very question.
  await seen.settle();
  const { left, top, right, bottom, width, height } = region.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2, left, top, right, bottom, width, height };
});

/** The box that shows the map, or a part of it. */
export const stage = (page) => page.locator(`${MAP} .view`).evaluate((view) => view.getBoundingClientRect().toJSON());

/** The box of the whole map while nothing is zoomed. */
export const drawing = (page) => page.locator(`${MAP} .map`).evaluate((map) => map.getBoundingClientRect().toJSON());

/** A place in the sea. */
export async function sea(page) {
  const { x, y, width, height } = await drawing(page);
  return { x: x + width * 0.35, y: y + height * 0.6 };
}

/**
 * Asserts that two places on the screen are the same. Tests compare places of Bolivia and Paraguay:
 * drawn larger, a state with a coast gains islands, and the box around it grows.
 */
export function near(actual, expected, what, by = 2) {
  for (const axis of Object.keys(expected)) {
    const off = Math.abs(actual[axis] - expected[axis]);
    assert.ok(off <= by, `${what}: ${axis} is ${actual[axis]}, not ${expected[axis]}`);
  }
}

/** Where a place is after zooming by `factor` about `fixed`. */
export const zoomed = ({ x, y }, fixed, factor) =>
  ({ x: fixed.x + (x - fixed.x) * factor, y: fixed.y + (y - fixed.y) * factor });

export const shapes = (page, host = MAP) => page.locator(host).evaluate((map) =>
  [...map.shadowRoot.querySelectorAll('.layer path')].map((path) => path.getAttribute('d')).join());

/** The `data-do` of the button that has the focus, else its element's name. */
export const holder = (page) => page.locator(MAP).evaluate((map) => {
  const at = map.shadowRoot.activeElement;
  return at ? at.dataset.do ?? at.getAttribute('href') ?? at.localName : 'the page';
});

/** Shows the whole map again, as the key 0 does; the focus goes to the map. */
export const whole = async (page) => {
  await page.locator(`${MAP} .map [tabindex="0"]`).evaluate((stop) => stop.focus({ preventScroll: true }));
  return moved(page, () => page.keyboard.press('0'));
};
