// Outlines lie in a layer of their own: the map is not touched by a pointer, and what is outlined
// stays so while the map moves.

import assert from 'node:assert/strict';
import { heard, settle } from './browser.js';
import { mapTest, popup, select, spot } from './map.js';
import { MAP, box, link, move, near, press, rest, stillTest } from './view.js';

/** The box of the outline on the screen; null where nothing is outlined. */
const outline = (page) => page.locator(`${MAP} .outline`).evaluate(async (layer) => {
  await seen.settle();
  const path = layer.querySelector('path');
  if (!path) return null;
  const { x, y, width, height } = path.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, width, height };
});

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
stillTest('the outline of a pinned country stays on it while the map is zoomed and moved', coarse, async (page) => {
  await select(page, 'BOL');
  near(await outline(page), around(await box(page, 'BOL')), 'the whole map');
  for (const name of ['in', 'right', 'in', 'out']) {
    await move(page, () => page.click(`${MAP} [data-do=${name}]`));
    await rest(page);
    near(await outline(page), around(await box(page, 'BOL')), name);
  }
  await page.keyboard.press('Escape');
  await popup(page).waitFor({ state: 'hidden' });
});

stillTest('the outline moves with the picture', coarse, async (page) => {
  await press(page, 'in');
  await select(page, 'BOL');
  const place = await box(page, 'BOL');
  await page.mouse.move(place.x, place.y);
  await page.keyboard.down('Control');
  await move(page, () => page.mouse.wheel(0, -60));
  await page.keyboard.up('Control');
  near(await outline(page), around(await box(page, 'BOL')), 'during the gesture', 3);
  await rest(page);
});

mapTest('a mouse over the map changes nothing in it', {}, async (page) => {
  const places = [];
  for (const id of ['MEX', 'BRA', 'CAN']) places.push(await spot(page, link(id)));
  await page.evaluate(() => scrollTo(0, 0));
  await watch(page);
  for (const id of ['MEX', 'BRA', 'CAN', 'MEX']) {
    const { x, y } = await spot(page, link(id));
    await page.mouse.move(x, y);
    await popup(page).getByRole('heading').waitFor();
    assert.notEqual(await outline(page), null, id);
  }
  await page.mouse.move(2, 2);
  assert.deepEqual(await changed(page), []);
});

mapTest('what was hovered is shown again from what was built', {}, async (page) => {
  const contents = () => popup(page).evaluate((popup) => {
    seen.contents ??= [];
    const node = popup.firstElementChild;
    if (!seen.contents.includes(node)) seen.contents.push(node);
    return seen.contents.indexOf(node);
  });
  const met = [];
  for (const id of ['MEX', 'BRA', 'MEX', 'BRA']) {
    const { x, y } = await spot(page, link(id));
    await page.mouse.move(x, y);
    await popup(page).getByRole('heading', { name: id === 'MEX' ? 'Mexico' : 'Brazil' }).waitFor();
    met.push(await contents());
  }
  assert.deepEqual(met, [0, 1, 0, 1]);
});

mapTest('a click on the legend changes attributes and no path', {}, async (page) => {
  await watch(page);
  await page.locator(`${MAP} .toggle`).first().click();
  assert.deepEqual(await changed(page), ['data-off']);
});

/** Writes down each path that is changed from the first on. */
function watchPaths() {
  globalThis.paths = [];
  const seen = new WeakSet();
  new MutationObserver(() => {
    const root = document.querySelector('summit-map')?.shadowRoot;
    if (!root || seen.has(root)) return;
    seen.add(root);
    new MutationObserver((all) => paths.push(...all.map(({ target }) => target.outerHTML.slice(0, 60))))
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
  await page.locator(`${MAP} .table > summary`).press('Enter');
  assert.equal(await rows(), 35);
});

stillTest('a hover over what was shown before lays the page out once', {}, async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const layouts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount').value;
  };
  const places = [['Bolivia', await box(page, 'BOL')], ['Guatemala', await box(page, 'GTM')]];
  const round = async () => {
    for (const [name, { x, y }] of places) {
      await page.mouse.move(x, y);
      await settle(page);
      assert.equal(await popup(page).locator('h3').textContent(), name);
    }
  };
  await round();
  const before = await layouts();
  for (let count = 0; count < 5; count += 1) await round();
  const each = (await layouts() - before) / 10;
  assert.ok(each <= 1.3, `${each} layouts a hover`);
});
