// Other maps than that of the Americas: a continent, an archipelago, a landlocked country. Nobody
// has placed anything on them by hand.

import assert from 'node:assert/strict';
import { heard, pageTest, settle } from './browser.js';
import { crossings, cut, length, overlaps } from './geometry.js';
import { measure } from './measure.js';

const MAPS = { continent: 56, archipelago: 12, landlocked: 21 };
const SIZES = [[360, 740], [768, 1024], [1280, 800]];

const geometry = () => ({
  width: document.documentElement.clientWidth, scrollWidth: document.documentElement.scrollWidth,
  names: look.names(), dots: look.dots(), titles: look.titles(), frames: look.frames(), tools: look.tools(),
  headline: look.headline(), stage: look.stage(), leaders: look.leaders(), parts: look.parts(), strays: look.strays(), beside: look.beside(), targets: look.targets(0),
});

for (const [name, count] of Object.entries(MAPS)) {
  for (const [width, height] of SIZES) {
    pageTest(`${name}: names, lines and targets keep clear of each other, ${width} × ${height}`, {
      path: `e2e/maps/${name}.html`, viewport: { width, height }, init: [measure],
    }, async (page, t) => {
      await heard(page, 'ready');
      await settle(page);
      const found = await page.evaluate(geometry);
      const named = new Set(found.names.map(({ number }) => number)).size;
      t.diagnostic(`${named} of ${count} named, ${found.frames.length} insets, ${found.leaders.length} leaders`
        + `, ${found.targets.filter(({ side }) => side >= 24).length} of ${count} with 24 px`);
      assert.equal(found.parts.length, count);
      assert.ok(found.scrollWidth <= width, `${found.scrollWidth} px wide`);
      assert.deepEqual(overlaps(found), []);
      assert.deepEqual(cut(found), []);
      assert.deepEqual(found.beside, [], 'drawn beside the stage');
      assert.deepEqual(found.strays, []);
      assert.deepEqual(crossings(found), []);
      assert.deepEqual(found.leaders.map(length).filter((far) => far > 60), []);
      assert.deepEqual(found.names.filter(({ size }) => size < 11.45).map(({ name, size }) => `${name}: ${size}`), []);
      assert.deepEqual(found.targets.filter(({ side }) => side < 24), []);
      assert.ok(named >= 0.4 * count, `${named} of ${count} are named`);
    });
  }
}

pageTest('a map without tiny regions has no inset', { path: 'e2e/maps/landlocked.html', viewport: { width: 1280, height: 800 }, init: [measure] }, async (page) => {
  await heard(page, 'ready');
  const { frames, parts } = await page.evaluate(geometry);
  assert.ok(parts.filter(({ width, height }) => Math.min(width, height) < 24).length < 4, 'it has hardly any');
  assert.deepEqual(frames, []);
});
