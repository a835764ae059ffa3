// Every state can be seen and hit at any width: by its own area, or by a mark beside it.

import assert from 'node:assert/strict';
import { events, heard, pageTest } from './browser.js';
import { targets as measure } from './map.js';

for (const width of [280, 320, 360, 480, 768, 1024, 1600]) {
  // High enough for the whole map, for only what is on screen can be hit.
  pageTest(`each state has a target of 24 px at ${width} px`, { viewport: { width, height: 2000 } }, async (page) => {
    await heard(page, 'ready');
    const targets = await measure(page);
    assert.equal(targets.length, 37);
    assert.deepEqual(targets.filter(({ holds }) => !holds), []);
    const marks = targets.filter(({ by }) => by === 'mark');
    assert.ok(marks.every(({ width, height }) => width >= 24 && height >= 24));
    assert.deepEqual(marks.filter(({ sameLink }) => !sameLink), []);
    assert.ok(targets.some(({ href, by }) => href === '#summit-GRD' && by === 'mark'));
  });
}

pageTest('a mark does what its region does', { viewport: { width: 360, height: 2000 } }, async (page) => {
  await heard(page, 'ready');
  const targets = await measure(page);
  const { middle } = targets.find(({ href }) => href === '#summit-GRD');
  await page.mouse.click(middle.x, middle.y);
  await heard(page, 'select');
  assert.equal((await events(page, 'select'))[0].detail.id, 'GRD');
});

pageTest('with scripts off a mark leads to the facts', { viewport: { width: 360, height: 2000 }, javaScriptEnabled: false }, async (page) => {
  await page.locator('summit-map [data-for][href="#summit-GRD"]:visible').click();
  assert.equal(new URL(page.url()).hash, '#summit-GRD');
});
