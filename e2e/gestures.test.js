// Wheel, double click and fingers on the map: what moves it, and what stays with the page.

import assert from 'node:assert/strict';
import { events, heard, pass, settle } from './browser.js';
import { card, spot } from './map.js';
import { MAP, box, link, move, moved, near, press, rest, sea, stillTest, zoomed } from './view.js';

const hint = (page) => page.locator('summit-map .hint').textContent();
const state = (page) => page.evaluate(() => ({ scroll: scrollY, scale: visualViewport.scale, width: innerWidth }));

/** Notes for each event of this kind whether the browser may act on it. */
const watch = (page, kind) => page.evaluate((kind) => {
  seen.left = [];
  addEventListener(kind, (event) => seen.left.push(!event.defaultPrevented), { passive: true });
}, kind);
const left = (page) => page.evaluate(() => seen.left.splice(0));

stillTest('the wheel with Ctrl or ⌘ zooms about the pointer and leaves the page as it is', {}, async (page) => {
  const before = await state(page);
  await watch(page, 'wheel');
  const [place, other] = [await box(page, 'BOL'), await box(page, 'PRY')];
  await page.mouse.move(place.x, place.y);
  for (const [key, turn, zoom] of [['Control', -120, 2], ['Meta', -60, 2 * Math.SQRT2], ['Control', 60, 2]]) {
    await page.keyboard.down(key);
    await move(page, () => page.mouse.wheel(0, turn));
    await page.keyboard.up(key);
    assert.deepEqual(await left(page), [false], `what the browser does itself, ${key} and the wheel`);
    assert.deepEqual(await state(page), before, `the page, ${key} and the wheel`);
    // Moved as a picture, and drawn anew: in the same place.
    // A pointer's place is in whole pixels.
    near(await box(page, 'PRY'), zoomed(other, place, zoom), 'Paraguay in the picture', 3);
    assert.ok(Math.abs(await rest(page) - zoom) < 0.01);
    near(await box(page, 'PRY'), zoomed(other, place, zoom), 'Paraguay', 3);
    near(await box(page, 'BOL'), { x: place.x, y: place.y }, 'Bolivia, under the pointer', 3);
  }
});

stillTest('the plain wheel scrolls the page, and a hint in the language of the map says how to zoom', { viewport: { width: 1280, height: 600 } }, async (page) => {
  await watch(page, 'wheel');
  const words = { en: 'wheel', es: 'rueda', pt: 'roda', fr: 'molette' };
  for (const [index, [lang, word]] of Object.entries(words).entries()) {
    if (index > 0) {
      await page.evaluate((lang) => { scrollTo(0, 0); document.querySelector('summit-map').lang = lang; }, lang);
      await heard(page, 'ready', index + 1);
    }
    assert.equal(await hint(page), '');
    const { x, y } = await sea(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => scrollY > 50);
    assert.match(await hint(page), new RegExp(`Ctrl.*${word}`));
    assert.equal(await page.locator('summit-map .hint').isVisible(), true);
    await pass(page);
    assert.equal(await hint(page), '');
  }
  assert.equal((await events(page, 'view')).length, 0, 'the map did not move');
  assert.deepEqual(await left(page), [true, true, true, true]);
});

stillTest('a double click zooms in on its place, with Shift out of it', {}, async (page, t) => {
  const { x, y } = await spot(page, link('BRA'));
  const other = await box(page, 'PRY');
  assert.equal(await moved(page, () => page.mouse.dblclick(x, y)), 2);
  near(await box(page, 'PRY'), zoomed(other, { x, y }, 2), 'Paraguay');
  assert.equal(await card(page).isVisible(), false);
  await page.keyboard.down('Shift');
  assert.equal(await moved(page, () => page.mouse.dblclick(x, y)), 1);
  await page.keyboard.up('Shift');
  near(await box(page, 'PRY'), { x: other.x, y: other.y }, 'Paraguay');
  // A click on a link with Shift opens a window.
  t.after(() => Promise.all(page.context().pages().filter((one) => one !== page).map((one) => one.close())));
  assert.equal(page.context().pages().length, 1, 'pages that are open');
});

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** Fingers on the screen: each call says where all of them are. */
async function fingers(page) {
  const session = await page.context().newCDPSession(page);
  return (type, ...places) => session.send('Input.dispatchTouchEvent', {
    type: `touch${type}`, touchPoints: places.map(([x, y], id) => ({ x, y, id })),
  });
}

stillTest('two fingers zoom and move the map, and the page stays as it is', phone, async (page) => {
  await page.locator(`${MAP} .view`).evaluate((view) => view.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const [before, place, other] = [await state(page), await box(page, 'BOL'), await box(page, 'PRY')];
  const touch = await fingers(page);
  const apart = (by, x = 0, y = 0) => [[place.x - by + x, place.y + y], [place.x + by + x, place.y + y]];
  await touch('Start', apart(30)[0]);
  await touch('Start', ...apart(30));
  await touch('Move', ...apart(45));
  await move(page, () => touch('Move', ...apart(60)));
  near(await box(page, 'PRY'), zoomed(other, place, 2), 'Paraguay between the fingers');
  await touch('Move', ...apart(60, -40, 20));
  near(await box(page, 'BOL'), { x: place.x - 40, y: place.y + 20 }, 'Bolivia');
  await touch('End', apart(60)[0]);
  await touch('End');
  assert.ok(Math.abs(await rest(page) - 2) < 0.05);
  near(await box(page, 'BOL'), { x: place.x - 40, y: place.y + 20 }, 'Bolivia at rest');
  await touch('Start', ...apart(40));
  for (let way = 10; way <= 60; way += 10) await touch('Move', ...apart(40, 0, -way));
  await touch('End');
  await settle(page);
  near(await box(page, 'BOL'), { x: place.x - 40, y: place.y - 40 }, 'Bolivia, moved by two fingers');
  assert.deepEqual(await state(page), before);
  assert.equal(await hint(page), '');
  assert.equal(await card(page).isVisible(), false);
});

stillTest('one finger scrolls the page over a zoomed map, and a hint says how to move the map', phone, async (page) => {
  await page.evaluate(() => { document.querySelector('summit-map').lang = 'pt'; });
  await heard(page, 'ready', 2);
  await press(page, 'zoom-in');
  const { x, y } = await spot(page, link('BRA'));
  const before = await state(page);
  const touch = await fingers(page);
  await touch('Start', [x, y]);
  for (let way = 20; way <= 120; way += 20) await touch('Move', [x, y - way]);
  await page.waitForFunction((from) => scrollY > from + 30, before.scroll);
  assert.equal(await hint(page), 'Use dois dedos para mover o mapa');
  await touch('End');
  await pass(page);
  assert.equal(await hint(page), '');
  assert.equal((await events(page, 'view')).length, 1);
  assert.equal(await card(page).isVisible(), false);
});
