// Zooming by buttons, keys, lists, search and popups; what a zoomed map shows.

import assert from 'node:assert/strict';
import { BASE, events, heard } from './browser.js';
import { popup, select, targets } from './map.js';
import { MAP, box, button, drawing, holder, isMoving, link, moved, near, press, rest, stillTest, zoomed }
  from './view.js';

const facts = async (page) => (await page.request.get(`${BASE}data/summit-2022.json`)).json();
const controls = (page, host = MAP) =>
  page.locator(`${host} .zoom button`).evaluateAll((all) => all.map((one) => one.dataset.do).join(' '));

/** Where a region is after a step of `x`, `y` in parts of what is shown. */
const panned = (at, { width, height }, x, y) => ({ x: at.x - x * width, y: at.y - y * height });
const STEPS = { right: [0.3, 0], down: [0, 0.3], left: [-0.3, 0], up: [0, -0.3] };

stillTest('buttons zoom about the middle, pan by a part and show the whole', {}, async (page) => {
  const whole = await drawing(page);
  const middle = { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 };
  const first = await box(page, 'BOL');
  assert.equal(await controls(page), 'in out');
  assert.equal(await press(page, 'in'), 2);
  assert.equal(await controls(page), 'in out whole up down left right');
  near(await box(page, 'BOL'), zoomed(first, middle, 2), 'Bolivia');
  for (const [name, [x, y]] of Object.entries(STEPS)) {
    const before = await box(page, 'BOL');
    assert.equal(await press(page, name), 2);
    near(await box(page, 'BOL'), panned(before, whole, x, y), name);
  }
  assert.equal(await press(page, 'in'), 4);
  assert.equal(await press(page, 'out'), 2);
  assert.equal(await press(page, 'whole'), 1);
  near(await box(page, 'BOL'), first, 'the whole');
  assert.equal(await controls(page), 'in out');
});

stillTest('a button that is pressed by key keeps the focus, and the last leaves it in the map', {}, async (page) => {
  for (const name of ['in', 'right', 'out', 'in']) {
    await page.focus(button(name));
    await moved(page, () => page.keyboard.press('Enter'));
    assert.equal(await holder(page), name);
    if (name === 'out') await press(page, 'in');
  }
  await page.focus(button('whole'));
  await moved(page, () => page.keyboard.press('Enter'));
  assert.notEqual(await holder(page), 'the page', 'the button went and took the focus with it');
});

stillTest('keys zoom and pan, and the focus stays on its region', {}, async (page) => {
  const whole = await drawing(page);
  await page.focus(`${MAP} ${link('MEX')}`);
  const key = (name) => moved(page, () => page.keyboard.press(name));
  const zooms = [];
  for (const name of ['+', '=', '-', '0', '+']) {
    zooms.push(await key(name));
    assert.equal(await holder(page), '#summit-MEX');
  }
  assert.deepEqual(zooms, [2, 4, 2, 1, 2]);
  for (const [name, [x, y]] of Object.entries(STEPS)) {
    const before = await box(page, 'BOL');
    await key(`Shift+Arrow${name[0].toUpperCase()}${name.slice(1)}`);
    near(await box(page, 'BOL'), panned(before, whole, x, y), name);
    assert.equal(await holder(page), '#summit-MEX');
  }
});

stillTest('the region that an arrow leads to comes in sight', {}, async (page) => {
  const whole = await drawing(page);
  await page.focus(`${MAP} ${link('JAM')}`);
  for (let count = 0; count < 4; count += 1) await moved(page, () => page.keyboard.press('+'));
  const met = new Set();
  const keys = ['Home', 'End', ...'Up Right Right Down Left'.split(' ').map((way) => `Arrow${way}`)];
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

stillTest('the list zooms to areas, to groups and to the whole', {}, async (page) => {
  const whole = await drawing(page);
  const { areas, categories, regions } = await facts(page);
  const list = page.locator('summit-map select[data-choose="zoom-to"]');
  const values = await list.locator('option').evaluateAll((all) => all.map(({ value }) => value));
  assert.ok(values.includes('a3') && values.includes('g0') && values.includes('whole'), String(values));
  for (const value of values.filter((value) => /^[ag]/.test(value)).concat('whole')) {
    const zoom = await moved(page, () => list.selectOption(value));
    assert.equal(await list.inputValue(), '');
    const status = categories[value.slice(1)]?.id;
    const mine = value[0] === 'a' ? areas[value.slice(1)].regions
      : regions.filter((region) => region.status?.includes(status)).map(({ id }) => id);
    const shown = value === 'whole' ? [] : await page.locator(`${MAP} a[data-region]`).evaluateAll((all) =>
      all.map((region) => [region.getAttribute('href').slice(8), region.getBoundingClientRect().toJSON()]));
    const beside = shown.filter(([id, at]) => mine.includes(id) && (at.left < whole.left - 3
      || at.right > whole.right + 3 || at.top < whole.top - 3 || at.bottom > whole.bottom + 3));
    assert.deepEqual(beside, [], value);
    if (value[0] === 'a') assert.ok(zoom > (/a[12]/.test(value) ? 2 : 1), `${value}: ${zoom}`);
    if (value === 'whole') assert.equal(zoom, 1);
  }
});

stillTest('search and Enter zoom to the state', {}, async (page) => {
  const whole = await drawing(page);
  await page.focus('summit-map [role=combobox]');
  await page.keyboard.type('paragu');
  const zoom = await moved(page, () => page.keyboard.press('Enter'));
  assert.ok(zoom > 3, `zoom ${zoom}`);
  near(await box(page, 'PRY'), { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 }, 'Paraguay', 6);
});

/** How far a shown popup is from the middle of a region; it must be on the screen. */
async function gap(page, id) {
  const { x, y } = await box(page, id);
  const { left, top, right, bottom } = await popup(page).evaluate((popup) => popup.getBoundingClientRect().toJSON());
  assert.ok(left >= 0 && top >= 0 && right <= 1280 && bottom <= 1000, `the popup of ${id} is off the screen`);
  return Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
}

stillTest('a popup zooms to its small state, follows it on the screen, and Esc closes it', {}, async (page) => {
  for (const id of ['BRB', 'PRY']) {
    await select(page, id);
    assert.ok(await press(page, 'here') > 3);
    for (const name of ['', 'right', 'out', 'up']) {
      if (name) await press(page, name);
      const far = await gap(page, id);
      assert.ok(far > 4 && far < 20, `${id}: ${far} px from its popup after ${name || 'here'}`);
    }
    await page.keyboard.press('Escape');
    await popup(page).waitFor({ state: 'hidden' });
  }
  assert.ok((await events(page, 'view')).at(-1).detail.zoom > 1);
});

stillTest('zoomed to the Caribbean, each state in sight has a target of 24 px', {}, async (page) => {
  await moved(page, () => page.locator('summit-map select[data-choose="zoom-to"]').selectOption('a2'));
  const { areas } = await facts(page);
  const found = await targets(page);
  const ids = found.map(({ href }) => href.slice(8));
  // A territory has no facts of its own and no link.
  const states = await page.locator(`${MAP} a[data-region]`).evaluateAll((all) =>
    all.map((region) => region.getAttribute('href').slice(8)));
  const mine = areas[2].regions.filter((id) => states.includes(id));
  assert.ok(mine.length > 10);
  assert.deepEqual(mine.filter((id) => !ids.includes(id)), [], 'not in sight');
  assert.deepEqual(found.filter(({ holds, sameLink }) => !holds || sameLink === false), []);
  assert.ok(found.filter(({ by }) => by === 'area').length > 6, 'the islands are large enough');
});

stillTest('two maps zoom each for itself', { path: 'e2e/two.html' }, async (page) => {
  await heard(page, 'ready', 2);
  await page.focus(`#two ${link('CUB', 'two')}`);
  const other = await box(page, 'CUB', '#one');
  await moved(page, () => page.keyboard.press('+'), '#two');
  assert.deepEqual((await events(page, 'view')).map(({ host }) => host), ['two']);
  assert.equal(await controls(page, '#one'), 'in out');
  near(await box(page, 'CUB', '#one'), other, 'the other map');
  await press(page, 'in', '#one');
  assert.deepEqual((await events(page, 'view')).map(({ host, detail }) => [host, detail.zoom]), [['two', 2], ['one', 2]]);
});
