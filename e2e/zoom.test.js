// Zooming by buttons and keys; what a zoomed map shows.

import assert from 'node:assert/strict';
import { events, heard, settle, timers } from './browser.js';
import { crossings, cut, overlaps } from './geometry.js';
import { card, inMap, select, spot } from './map.js';
import { measure } from './measure.js';
import { MAP, box, button, drawing, holder, isMoving, link, moved, near, press, rest, stage, stillTest }
  from './view.js';

/** Where a region is after a step of `x`, `y` in parts of what is shown. */
const panned = (at, { width, height }, x, y) => ({ x: at.x - x * width, y: at.y - y * height });
const STEPS = { right: [0.3, 0], down: [0, 0.3], left: [-0.3, 0], up: [0, -0.3] };
const controls = (page, host = MAP) =>
  page.locator(`${host} .zoom button`).evaluateAll((all) => all.map((one) => one.dataset.do).join(' '));

stillTest('buttons zoom about the middle of the map, and the lower one ends with the whole map', {}, async (page) => {
  const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
  const [from, to] = [middle(await drawing(page)), middle(await stage(page))];
  const first = await box(page, 'BOL');
  const smaller = page.locator(button('zoom-out'));
  assert.equal(await controls(page), 'find zoom-in zoom-out');
  assert.equal(await smaller.getAttribute('aria-disabled'), 'true', 'nothing is smaller than the whole');
  assert.equal(await press(page, 'zoom-in'), 2);
  assert.equal(await smaller.getAttribute('aria-disabled'), null);
  // The stage is wider than the map, whose middle comes to its own.
  near(await box(page, 'BOL'), { x: to.x + 2 * (first.x - from.x), y: to.y + 2 * (first.y - from.y) }, 'Bolivia', 6);
  assert.equal(await press(page, 'zoom-in'), 4);
  assert.equal(await press(page, 'zoom-out'), 2);
  assert.equal(await press(page, 'zoom-out'), 1);
  near(await box(page, 'BOL'), first, 'the whole');
  assert.equal(await controls(page), 'find zoom-in zoom-out');
});

stillTest('a button that is pressed by key keeps the focus, at the whole map too', {}, async (page) => {
  for (const name of ['zoom-in', 'zoom-in', 'zoom-out', 'zoom-out']) {
    await page.focus(button(name));
    await moved(page, () => page.keyboard.press('Enter'));
    assert.equal(await holder(page), name);
  }
  assert.equal(await inMap(page, '.view.zoomed').count(), 0);
});

stillTest('keys zoom and pan, and the focus stays on its region', {}, async (page) => {
  const shown = await stage(page);
  await page.focus(`${MAP} ${link('BOL')}`);
  const key = (name) => moved(page, () => page.keyboard.press(name));
  const zooms = [];
  for (const name of ['+', '=', '-', '0', '+', '+']) {
    zooms.push(await key(name));
    assert.equal(await holder(page), '#summit-BOL');
  }
  assert.deepEqual(zooms, [2, 4, 2, 1, 2, 4]);
  for (const [name, [x, y]] of Object.entries(STEPS)) {
    const before = await box(page, 'BOL');
    await key(`Shift+Arrow${name[0].toUpperCase()}${name.slice(1)}`);
    near(await box(page, 'BOL'), panned(before, shown, x, y), name);
    assert.equal(await holder(page), '#summit-BOL');
  }
});

stillTest('the region that an arrow leads to comes in sight', {}, async (page) => {
  const whole = await stage(page);
  await page.focus(`${MAP} ${link('BOL')}`);
  for (let count = 0; count < 4; count += 1) await moved(page, () => page.keyboard.press('+'));
  const met = new Set();
  const keys = ['Home', 'End', ...'Up Up Up Right Right Down Left'.split(' ').map((way) => `Arrow${way}`)];
  for (const key of keys) {
    await page.keyboard.press(key);
    if (await isMoving(page)) await rest(page);
    const id = (await holder(page)).replace('#summit-', '');
    met.add(id);
    const { right, bottom, left, top } = await box(page, id);
    const isIn = right > whole.left && left < whole.right && bottom > whole.top && top < whole.bottom;
    assert.ok(isIn, `${id} is from ${left}, ${top} to ${right}, ${bottom} after ${key}`);
  }
  assert.ok(met.size >= 5, `reached ${[...met]}`);
});

/** Zooms in on the Lesser Antilles. */
async function close(page) {
  const place = await page.locator(`${MAP} .map`).evaluate(async (map) => {
    await seen.settle();
    const window = map.querySelector('.inset-ground rect').getBoundingClientRect();
    return { x: window.x + window.width * 0.75, y: window.y + window.height * 0.5 };
  });
  await page.mouse.move(place.x, place.y);
  await page.keyboard.down('Control');
  for (let count = 0; count < 3; count += 1) await moved(page, () => page.mouse.wheel(0, -120));
  await page.keyboard.up('Control');
}

const coarse = { path: '', html: (text) => text.replace(/ fine="[^"]*"/, '') };
const geometry = () => ({
  width: document.documentElement.clientWidth, names: look.names(), dots: look.dots(), titles: look.titles(), frames: look.frames(),
  tools: look.tools(), headline: look.headline(), stage: look.stage(), leaders: look.leaders(),
});
for (const width of [360, 1280]) {
  stillTest(`a zoomed map names what it shows, without insets, ${width} wide`, {
    ...coarse, viewport: { width, height: 800 }, init: [timers, measure],
  }, async (page) => {
    await close(page);
    await page.mouse.move(2, 2);
    await settle(page);
    const found = await page.evaluate(geometry);
    assert.deepEqual(found.frames, [], 'no inset');
    assert.deepEqual(overlaps({ ...found, headline: [] }), []);
    assert.deepEqual(cut(found), []);
    assert.deepEqual(crossings(found), []);
    assert.ok(found.names.filter(({ isState }) => isState).length >= 6, `${found.names.map(({ name }) => name)}`);
    const islands = ['GRD', 'LCA', 'BRB', 'DMA'];
    const places = await page.evaluate((ids) => ids.map((id) => {
      const button = look.root().querySelector(`a[data-region][href="#summit-${id}"]`);
      return { id, isInInset: Boolean(button.closest('.inset')) };
    }), islands);
    assert.deepEqual(places.filter(({ isInInset }) => isInInset), [], 'the buttons are those of the map');
  });
}

stillTest('a zoomed map shows the country of a card that opens beside it', { viewport: { width: 768, height: 1024 } }, async (page) => {
  await press(page, 'zoom-in');
  await press(page, 'zoom-in');
  await page.focus(`${MAP} .find`);
  await page.keyboard.press('Enter');
  await page.keyboard.type('uruguay');
  await moved(page, () => page.keyboard.press('Enter'));
  const whole = await stage(page);
  const { x, y } = await box(page, 'URY');
  assert.ok(x > whole.left && x < whole.right && y > whole.top && y < whole.bottom, `Uruguay at ${x}, ${y}`);
  await card(page).locator('h3').waitFor();
});

stillTest('a card stays while the map is zoomed, and Esc closes it', {}, async (page) => {
  await select(page, 'PRY');
  for (const name of ['zoom-in', 'zoom-out']) {
    await press(page, name);
    assert.equal(await card(page).locator('h3').innerText(), 'Paraguay');
  }
  await page.keyboard.press('Escape');
  await card(page).waitFor({ state: 'hidden' });
});

stillTest('a click on a zoomed map chooses what is there', {}, async (page) => {
  await press(page, 'zoom-in');
  const { x, y } = await spot(page, link('MEX'));
  await page.mouse.click(x, y);
  await card(page).locator('h3').waitFor();
  assert.equal(await card(page).locator('h3').innerText(), 'Mexico');
});

stillTest('two maps zoom each for itself', { path: 'e2e/two.html' }, async (page) => {
  await heard(page, 'ready', 2);
  await page.focus(`#two ${link('BOL', 'two')}`);
  const other = await box(page, 'BOL', '#one');
  await moved(page, () => page.keyboard.press('+'), '#two');
  assert.deepEqual((await events(page, 'view')).map(({ host }) => host), ['two']);
  assert.equal(await page.locator('#one .view.zoomed').count(), 0);
  near(await box(page, 'BOL', '#one'), other, 'the other map');
  await press(page, 'zoom-in', '#one');
  assert.deepEqual((await events(page, 'view')).map(({ host, detail }) => [host, detail.zoom]), [['two', 2], ['one', 2]]);
});
