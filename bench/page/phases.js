// What a reader does with a map, as input events of the browser: points, turns the wheel, drags.

const [HOVERS, WHEELS, DRAGS] = [100, 15, 40];
export const COUNTS = { hovers: HOVERS, wheels: WHEELS, drags: DRAGS };
/** Every subject comes to rest in this time after the last event; what it then does counts too. */
const REST_MS = 800;
/** A frame; an event that is not answered by then holds the next one up. */
const FRAME_MS = 1000 / 60;
const WHEEL_MS = 100;

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });
const paced = (time, promise) => Promise.all([promise, sleep(time)]);

async function frames({ page, read }, act) {
  await page.evaluate(() => bench.begin());
  const before = await read();
  await act();
  const after = await read();
  const intervals = (await page.evaluate(() => bench.end())).sort((a, b) => a - b);
  return {
    cpu: (after.main - before.main) * 1000, cpuAll: (after.all - before.all) * 1000,
    p95: intervals[Math.min(intervals.length - 1, Math.floor(intervals.length * 0.95))] ?? null,
    longest: intervals.at(-1) ?? null,
  };
}

export async function phases({ page, cdp, read, spots, onlyLoad }) {
  const { target, route, canZoom, modifiers, turn } = spots;
  const mouse = (type, [x, y], more) => cdp.send('Input.dispatchMouseEvent', { type, x, y, ...more });
  const result = { interactive: await firstAnswer(page, mouse, target) };
  if (onlyLoad) return result;

  await mouse('mouseMoved', [2, 2]);
  await sleep(REST_MS);
  result.hover = await frames({ page, read }, async () => {
    for (const spot of route) await paced(FRAME_MS, mouse('mouseMoved', spot));
    await sleep(REST_MS / 4);
  });
  if (!canZoom) return { ...result, zoom: null, drag: null };

  // By way of the page beside the map: a popup that stays under the pointer would take the wheel.
  await mouse('mouseMoved', [2, 2]);
  await sleep(REST_MS);
  await mouse('mouseMoved', target);
  await sleep(REST_MS);
  result.zoom = await frames({ page, read }, async () => {
    for (let step = 0; step < WHEELS; step += 1) {
      // In, out and in again: no library then comes to its end of the scale and has nothing to do.
      const isOut = step >= WHEELS / 3 && step < (WHEELS * 2) / 3;
      await paced(WHEEL_MS, mouse('mouseWheel', target, { deltaX: 0, deltaY: isOut ? turn : -turn, modifiers }));
    }
    await sleep(REST_MS);
  });

  result.scale = await page.evaluate(() => bench.zoom());
  const held = { button: 'left', buttons: 1 };
  await mouse('mousePressed', target, { ...held, clickCount: 1 });
  result.drag = await frames({ page, read }, async () => {
    for (let step = 1; step <= DRAGS; step += 1) {
      const angle = (step / DRAGS) * 2 * Math.PI;
      const spot = [target[0] + 120 * Math.sin(angle), target[1] + 120 * (1 - Math.cos(angle)) / 2];
      await paced(FRAME_MS, mouse('mouseMoved', spot, held));
    }
    await mouse('mouseReleased', target, { button: 'left', buttons: 0, clickCount: 1 });
    await sleep(REST_MS);
  });
  return result;
}

/** Points at a region, again and again by a pixel, until the page shows its name. */
async function firstAnswer(page, mouse, [x, y]) {
  let time;
  const answer = page.evaluate(() => bench.whenHovered()).then((at) => { time = at; });
  for (let step = 0; time === undefined; step += 1) {
    if (step > 1_000) throw new Error('no answer to the pointer');
    // Now and then it comes from outside: a page may hear only of a pointer that enters a region.
    await mouse('mouseMoved', step % 6 === 5 ? [2, 2] : [x + (step % 2), y]);
    await Promise.race([answer, sleep(50)]);
  }
  return time;
}
