// The finer shapes: fetched when somebody looks closely, and never needed.

import assert from 'node:assert/strict';
import { events, heard, settle } from './browser.js';
import { box, moved, press, shapes, stillTest } from './view.js';

const FINE = '**/data/americas-fine.arcs';
const fetched = (page) => page.requests.filter((path) => path.endsWith('americas-fine.arcs')).length;

/** Holds an answer back until it is let go. */
function gate() {
  let open;
  const opened = new Promise((done) => { open = done; });
  return { open, hold: (route) => opened.then(() => route.continue()) };
}

/** Waits until the shapes are drawn with at least so many characters. */
const grown = (page, length) => page.waitForFunction((length) =>
  [...document.querySelector('summit-map').shadowRoot.querySelectorAll('.layer path')]
    .reduce((sum, path) => sum + path.getAttribute('d').length, 0) >= length, length);

const slow = gate();
stillTest('finer shapes are fetched once, from a zoom of 1.9, and the map stays while they come', { path: '', routes: { [FINE]: slow.hold } }, async (page) => {
  const { x, y } = await box(page, 'BRA');
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  const zoom = await moved(page, () => page.mouse.wheel(0, -60));
  await page.keyboard.up('Control');
  assert.ok(zoom > 1 && zoom < 1.9, `Brazil at ${zoom}`);
  assert.equal(fetched(page), 0, 'fetched too early');
  const asked = page.waitForRequest(FINE);
  assert.ok(await press(page, 'zoom-in') > 1.9);
  await asked;
  await press(page, 'zoom-in');
  const coarse = await shapes(page);
  assert.ok((await box(page, 'BRA')).width > 100, 'the map is there meanwhile');
  slow.open();
  await grown(page, coarse.length * 1.5);
  assert.deepEqual(await events(page, 'error'), []);
  await press(page, 'zoom-out');
  await press(page, 'zoom-in');
  await grown(page, coarse.length * 1.5);
  assert.equal(fetched(page), 1);
});

let answers = 0;
const second = (route) => {
  answers += 1;
  return answers === 1 ? route.abort() : route.continue();
};
stillTest('without finer shapes the map stays, the page is told, and the next zoom asks again', { path: '', routes: { [FINE]: second } }, async (page) => {
  await press(page, 'zoom-in');
  await heard(page, 'error');
  const [{ detail }] = await events(page, 'error');
  assert.deepEqual([detail.code, detail.retryable], ['network', true]);
  assert.match(detail.url, /americas-fine\.arcs$/);
  assert.equal(await page.locator('summit-map [role=alert]').count(), 0, 'nothing is said to the reader');
  const coarse = await shapes(page);
  await press(page, 'zoom-in');
  await press(page, 'zoom-out');
  await grown(page, coarse.length * 1.2);
  assert.equal((await events(page, 'error')).length, 1);
  assert.equal(fetched(page), 2);
});

const linked = gate();
stillTest('a link to a part shows finer shapes at once', { path: '#summit.view=500,500,400', routes: { [FINE]: linked.hold } }, async (page) => {
  const coarse = await shapes(page);
  // A request that is never made would be waited for in vain.
  await settle(page);
  assert.equal(fetched(page), 1, 'requests');
  linked.open();
  await grown(page, coarse.length * 1.2);
});

const spoken = gate();
stillTest('another language keeps the finer shapes', { path: '', routes: { [FINE]: spoken.hold } }, async (page) => {
  await press(page, 'zoom-in');
  const coarse = await shapes(page);
  spoken.open();
  await grown(page, coarse.length * 1.2);
  await page.evaluate(() => { document.querySelector('summit-map').lang = 'es'; });
  await heard(page, 'ready', 2);
  await settle(page);
  // A file that was there a moment ago is not fetched again.
  assert.ok(fetched(page) <= 2, 'requests, one for each map that is loaded at most');
  await grown(page, coarse.length * 1.2);
});
