// Outlines lie in a layer of their own: the map is not touched by a pointer, and what is outlined
// stays so while the map moves.

import assert from 'node:assert/strict';
import { settle } from './browser.js';
import { card, mapTest, select, spot, tip, tipTitle } from './map.js';
import { MAP, box, link, move, near, press, rest, stillTest } from './view.js';

/** The box of an outline on the screen; null where nothing is outlined. */
const outline = (page, kind = 'selected') => page.locator(`${MAP} .outline`).evaluate(async (layer, kind) => {
  await seen.settle();
  const path = layer.querySelector(`.${kind} :is(path, circle, use)`);
  if (!path) return null;
  const { x, y, width, height } = path.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, width, height };
}, kind);

/** From now on, writes down what changes in the map; see `changed`. */
const watch = (page) => page.locator(MAP).evaluate(({ shadowRoot }) => {
  seen.changes = [];
  new MutationObserver((all) => seen.changes.push(...all.map(({ type, attributeName }) => attributeName ?? type)))
    .observe(shadowRoot.querySelector('.map'), { subtree: true, attributes: true, childList: true });
});
const changed = (page) => page.evaluate(() => seen.settle().then(() => [...new Set(seen.changes.splice(0))]));

const around = ({ x, y, width, height }) => ({ x, y, width, height });

// The finer shapes may come between two looks.
const coarse = { path: '', html: (text) => text.replace(/ fine="[^"]*"/, '') };
stillTest('the outline of a chosen country stays on it while the map is zoomed', coarse, async (page) => {
  await select(page, 'BOL');
  near(await outline(page), around(await box(page, 'BOL')), 'the whole map');
  for (const name of ['zoom-in', 'zoom-in', 'zoom-out']) {
    await press(page, name);
    near(await outline(page), around(await box(page, 'BOL')), name);
  }
  await page.keyboard.press('Escape');
  await card(page).waitFor({ state: 'hidden' });
  assert.equal(await outline(page), null);
});

stillTest('the outline moves with the picture', coarse, async (page) => {
  await press(page, 'zoom-in');
  await select(page, 'BOL');
  const place = await box(page, 'BOL');
  await page.mouse.move(place.x, place.y);
  await page.keyboard.down('Control');
  await move(page, () => page.mouse.wheel(0, -60));
  await page.keyboard.up('Control');
  near(await outline(page), around(await box(page, 'BOL')), 'during the gesture', 3);
  await rest(page);
});

/** How many outlines meet a box on the screen. */
const around24 = (page, { x, y }, kind) => page.locator(`${MAP} .outline`).evaluate(async (layer, { x, y, kind }) => {
  await seen.settle();
  return [...layer.querySelectorAll(`.${kind} :is(path, circle, use)`)].filter((path) => {
    const box = path.getBoundingClientRect();
    return box.left <= x && box.right >= x && box.top <= y && box.bottom >= y;
  }).length;
}, { x, y, kind });

mapTest('a country of an inset is outlined in the inset and on the map', {}, async (page) => {
  await select(page, 'CUB');
  const inset = await box(page, 'CUB');
  assert.ok(await around24(page, inset, 'selected') > 0, 'in the inset');
  const number = await page.locator(`${MAP} ${link('CUB')}`).getAttribute('data-region');
  const onMap = await page.locator(`${MAP} #r${number}`).boundingBox();
  assert.ok(onMap.x > inset.x || onMap.y < inset.y, 'the inset has a place of its own');
  assert.ok(await around24(page, { x: onMap.x + onMap.width / 2, y: onMap.y + onMap.height / 2 }, 'selected') > 0, 'on the map');
});

mapTest('a country too small to be seen has a ring round its dot', {}, async (page) => {
  await select(page, 'GRD');
  const number = await page.locator(`${MAP} ${link('GRD')}`).getAttribute('data-region');
  const dot = await page.locator(`${MAP} circle[data-for="${number}"]`).first().boundingBox();
  const ring = await page.locator(`${MAP} .outline`).evaluate(async (layer, middle) => {
    await seen.settle();
    const boxes = [...layer.querySelectorAll('.selected *')].map((part) => part.getBoundingClientRect());
    const near = boxes.filter(({ x, y, width, height }) => Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y) < 3);
    return Math.max(0, ...near.map(({ width }) => width));
  }, { x: dot.x + dot.width / 2, y: dot.y + dot.height / 2 });
  assert.ok(ring >= dot.width + 4, `a ring of ${ring} round a dot of ${dot.width}`);
});

mapTest('a mouse over the map changes nothing in it, and shows what a click would choose', {}, async (page) => {
  await watch(page);
  for (const id of ['MEX', 'BRA', 'CAN', 'MEX']) {
    const { x, y } = await spot(page, link(id));
    await page.mouse.move(x, y);
    await tip(page).waitFor();
    near(await outline(page, 'pointed'), around(await box(page, id)), id, 12);
  }
  await page.mouse.move(2, 2);
  assert.deepEqual(await changed(page), []);
});

mapTest('a click on the legend changes attributes and no path', {}, async (page) => {
  await watch(page);
  await page.locator(`${MAP} .toggle`).first().click();
  const attributes = await changed(page);
  assert.ok(attributes.includes('data-off'), String(attributes));
  assert.deepEqual(attributes.filter((name) => !['data-off', 'aria-label', 'tabindex'].includes(name)), []);
});

/** Writes down each path that is changed from the first on. */
function watchPaths() {
  globalThis.paths = [];
  const seen = new WeakSet();
  new MutationObserver(() => {
    const root = document.querySelector('summit-map')?.shadowRoot;
    if (!root || seen.has(root)) return;
    seen.add(root);
    // The tile of a pattern is as wide as the stage asks for; it is no shape of the map.
    const isShape = ({ target }) => !target.closest('pattern');
    new MutationObserver((all) => paths.push(...all.filter(isShape).map(({ target }) => target.outerHTML.slice(0, 60))))
      .observe(root, { subtree: true, attributes: true, attributeFilter: ['d'] });
  }).observe(document, { childList: true, subtree: true });
}

mapTest('a page that comes to life keeps each path as it is', { init: [watchPaths] }, async (page) => {
  await settle(page);
  assert.deepEqual(await page.evaluate(() => paths), []);
});

mapTest('the table has no rows before it is opened', {}, async (page) => {
  const rows = () => page.locator(`${MAP} tbody tr`).count();
  assert.equal(await rows(), 0);
  await page.locator(`${MAP} [data-do=table]`).press('Enter');
  await settle(page);
  assert.equal(await rows(), 35);
});

stillTest('a hover lays the page out three times at most', {}, async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const layouts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount').value;
  };
  const places = [['Bolivia', await box(page, 'BOL')], ['Paraguay', await box(page, 'PRY')]];
  const round = async () => {
    for (const [name, { x, y }] of places) {
      await page.mouse.move(x, y);
      await settle(page);
      assert.equal(await tipTitle(page), name);
    }
  };
  await round();
  const before = await layouts();
  for (let count = 0; count < 5; count += 1) await round();
  const each = (await layouts() - before) / 10;
  // The goal is one: the size of the tip is asked for between the writing of its text and its place.
  assert.ok(each <= 3.3, `${each} layouts a hover`);
});
