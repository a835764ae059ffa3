// Dragging a zoomed map with the mouse.

import assert from 'node:assert/strict';
import { events } from './browser.js';
import { card, spot } from './map.js';
import { MAP, box, button, drawing, isMoving, link, move, moved, near, press, rest, sea, shapes, stage, stillTest, whole }
  from './view.js';

/** A mouse whose events come at given milliseconds, however busy the machine is. */
async function mouse(page) {
  const session = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  return (type, { x, y }, at) => session.send('Input.dispatchMouseEvent', {
    type: `mouse${type}`, x, y, button: 'left', buttons: type === 'Released' ? 0 : 1, clickCount: 1,
    timestamp: start + at / 1000,
  });
}

/** Drags from one place by steps; returns what lets go, after some milliseconds. */
async function drag(page, from, way, steps = 3) {
  const send = await mouse(page);
  await send('Pressed', from, 0);
  for (let step = 1; step <= steps; step += 1) {
    const to = { x: from.x + (way.x * step) / steps, y: from.y + (way.y * step) / steps };
    await send('Moved', to, step * 16);
  }
  return (late) => send('Released', { x: from.x + way.x, y: from.y + way.y }, steps * 16 + late);
}

stillTest('the mouse drags a zoomed map as a picture, and its click is no click', {}, async (page) => {
  const place = await spot(page, link('BRA'));
  await (await drag(page, place, { x: -60, y: -40 }))(200);
  assert.equal(await isMoving(page), false, 'the whole map stays');
  await page.keyboard.press('Escape');
  await press(page, 'zoom-in');
  await press(page, 'zoom-in');
  const from = await spot(page, link('MEX'));
  const [before, other, told] = [await shapes(page), await box(page, 'BOL'), await events(page, 'select')];
  await page.locator(MAP).evaluate((map) => {
    seen.redrawn = 0;
    new MutationObserver((all) => { seen.redrawn += all.length; }).observe(map.shadowRoot,
      { subtree: true, attributes: true, attributeFilter: ['d'] });
  });
  const redrawn = () => page.evaluate(() => seen.redrawn);
  const release = await drag(page, from, { x: -80, y: -60 });
  near(await box(page, 'BOL'), { x: other.x - 80, y: other.y - 60 }, 'Bolivia in the hand');
  assert.equal(await redrawn(), 0, 'paths that were drawn during the drag');
  await release(200);
  await rest(page);
  near(await box(page, 'BOL'), { x: other.x - 80, y: other.y - 60 }, 'Bolivia');
  assert.ok(await redrawn() > 0, 'at rest the map is drawn anew');
  assert.notEqual(await shapes(page), before);
  assert.deepEqual(await events(page, 'select'), told, 'nothing was selected');
  assert.equal(await card(page).isVisible(), false, 'no card is open');
  const { x, y } = await spot(page, link('MEX'));
  await page.mouse.click(x, y);
  await card(page).locator('h3').waitFor();
});

stillTest('the next key works after a drag that ended beside the map', {}, async (page) => {
  await press(page, 'zoom-in');
  const all = await drawing(page);
  const release = await drag(page, { x: all.x + 40, y: all.y + 300 }, { x: -all.x - 37, y: 0 });
  await release(200);
  await rest(page);
  await page.focus(button('zoom-in'));
  await page.keyboard.press('Enter');
  assert.equal(await isMoving(page), true, 'Enter on the button did nothing');
});

const transform = (page) => page.locator(`${MAP} .layers`).evaluate(async ({ style }) => {
  // What a pointer moves is drawn with the next frame, which may begin with this very question.
  await seen.settle();
  return style.transform;
});

stillTest('a map that is let go of in motion glides on, one that was held still does not', {}, async (page) => {
  await press(page, 'zoom-in');
  const from = await sea(page);
  const still = await drag(page, from, { x: -60, y: -30 });
  const held = await transform(page);
  await still(200);
  assert.equal(await transform(page), held);
  await rest(page);
  const quick = await drag(page, from, { x: -60, y: -30 });
  const thrown = await transform(page);
  await quick(8);
  assert.notEqual(await transform(page), thrown);
  await rest(page);
});

stillTest('for those who want less motion nothing is animated and nothing glides', { reducedMotion: 'reduce' }, async (page) => {
  const durations = () => page.locator(MAP).evaluate((map) => [...map.shadowRoot.querySelectorAll('*')]
    .map((element) => getComputedStyle(element))
    .filter((style) => /[1-9]/.test(style.transitionDuration) || style.animationName !== 'none').length);
  for (const name of ['zoom-in', 'zoom-in', 'zoom-out']) {
    await move(page, () => page.click(button(name)));
    assert.equal(await durations(), 0, name);
    await rest(page);
  }
  const release = await drag(page, await sea(page), { x: -60, y: -30 });
  const held = await transform(page);
  assert.equal(await durations(), 0, 'drag');
  await release(8);
  assert.equal(await transform(page), held);
});

stillTest('nothing beside the map comes in sight, however far it is pushed', {}, async (page) => {
  const room = await stage(page);
  const ids = ['USA', 'CAN', 'BRA', 'ARG'];
  const first = Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await box(page, id)])));
  const edges = {
    least: [{ x: 'left', y: 'top' }, ['USA', 'left', 'x'], ['CAN', 'top', 'y']],
    greatest: [{ x: 'right', y: 'bottom' }, ['BRA', 'right', 'x'], ['ARG', 'bottom', 'y']],
  };
  const check = async ([corner, ...all], zoom, what) => {
    for (const [id, edge, axis] of all) {
      // The sea is the stage's: its edge comes to that of the stage, and no farther.
      const there = room[corner[axis]] + (first[id][edge] - room[corner[axis]]) * zoom;
      near(await box(page, id), { [edge]: there }, `${what}: ${id}`, 4);
    }
  };
  const middle = await sea(page);
  await press(page, 'zoom-in');
  for (const [name, way] of [['greatest', -900], ['least', 900]]) {
    // From the middle, for a picture holds no more than what was in sight and a little beside.
    await whole(page);
    await press(page, 'zoom-in');
    const release = await drag(page, middle, { x: way, y: way }, 8);
    await check(edges[name], 2, `${name}, in the hand`);
    await release(8);
    await rest(page);
    await check(edges[name], 2, name);
  }
  await press(page, 'zoom-in');
  assert.equal(await press(page, 'zoom-out'), 2);
  await page.locator(`${MAP} ${link('BOL')}`).evaluate((region) => region.focus({ preventScroll: true }));
  for (const key of ['Left', 'Up']) await moved(page, () => page.keyboard.press(`Shift+Arrow${key}`));
  await check(edges.least, 2, 'least, by keys');
  assert.equal(await press(page, 'zoom-out'), 1);
  near(await box(page, 'BRA'), { x: first.BRA.x, y: first.BRA.y }, 'the whole');
});
