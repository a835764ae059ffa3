// Every state can be seen and hit at any width: by its own area, or by a mark beside it.

import assert from 'node:assert/strict';
import { events, heard, pageTest } from './browser.js';

/** For each linked region: how it can be hit, in CSS pixels. Runs in the page. */
function measure() {
  const { shadowRoot } = document.querySelector('summit-map');
  const owner = (x, y) => {
    const hit = shadowRoot.elementFromPoint(x, y)?.closest('[data-region], [data-for]');
    return hit ? hit.dataset.region ?? hit.dataset.for : undefined;
  };
  // The points of a 24-px square, its edges taken in by a quarter of a pixel.
  const steps = [0.25, 6, 12, 18, 23.75];
  const holds = (left, top, number) =>
    steps.every((x) => steps.every((y) => owner(left + x, top + y) === number));
  const inArea = (region, number) => {
    const box = region.getBoundingClientRect();
    for (let y = box.top; y + 24 <= box.bottom; y += 3) {
      for (let x = box.left; x + 24 <= box.right; x += 3) {
        if (owner(x + 12, y + 12) === number && holds(x, y, number)) return true;
      }
    }
    return false;
  };
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  return [...shadowRoot.querySelectorAll('a[data-region]')].map((region) => {
    const number = region.dataset.region;
    const mark = [...shadowRoot.querySelectorAll(`[data-for="${number}"]`)].find(shown);
    const box = mark?.getBoundingClientRect();
    const href = region.getAttribute('href');
    if (!mark) return { href, by: 'area', holds: inArea(region, number) };
    const { x, y, width, height } = box;
    const middle = { x: x + width / 2, y: y + height / 2 };
    return {
      href, by: 'mark', width, height, middle, sameLink: mark.getAttribute('href') === href,
      holds: holds(middle.x - 12, middle.y - 12, number),
    };
  });
}

for (const width of [280, 320, 360, 480, 768, 1024, 1600]) {
  // High enough for the whole map, for only what is on screen can be hit.
  pageTest(`each state has a target of 24 px at ${width} px`, { viewport: { width, height: 2000 } }, async (page) => {
    await heard(page, 'ready');
    const targets = await page.evaluate(measure);
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
  const targets = await page.evaluate(measure);
  const { middle } = targets.find(({ href }) => href === '#summit-GRD');
  await page.mouse.click(middle.x, middle.y);
  await heard(page, 'select');
  assert.equal((await events(page, 'select'))[0].detail.id, 'GRD');
});

pageTest('with scripts off a mark leads to the facts', { viewport: { width: 360, height: 2000 }, javaScriptEnabled: false }, async (page) => {
  await page.locator('summit-map [data-for][href="#summit-GRD"]:visible').click();
  assert.equal(new URL(page.url()).hash, '#summit-GRD');
});
