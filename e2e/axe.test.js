// The automatic part of the checks for people with disabilities. axe needs scripts, so it cannot
// see the page without them; `prerender.test.js` looks at that.

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { events, heard, pageTest, settle } from './browser.js';
import { select } from './map.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function assertNoViolations(page) {
  await settle(page);
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  assert.ok(passes.length > 10, `axe has looked at ${passes.length} rules only`);
  const found = violations.map(({ id, help, nodes }) => ({
    id, help, count: nodes.length, first: nodes[0].html.slice(0, 200), why: nodes[0].failureSummary,
  }));
  assert.deepEqual(found, []);
}

const STATES = {
  ready: () => {},
  'with a pinned popup': (page) => select(page, 'MEX'),
  'with the popup of a territory': (page) => select(page, 'GRL'),
  'with a message over the map': async (page) => {
    await page.evaluate(() => { document.querySelector('summit-map').src = 'nowhere.geojson'; });
    await heard(page, 'error');
    assert.equal((await events(page, 'error'))[0].detail.code, 'http');
  },
};

for (const colorScheme of ['light', 'dark']) {
  for (const [state, reach] of Object.entries(STATES)) {
    // Above all the phone has other sizes of targets, so it is looked at as well.
    const widths = state === 'ready' ? [360, 1280] : [1280];
    for (const width of widths) {
      // axe measures with inline styles, which the page's policy forbids.
      const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true };
      pageTest(`axe finds nothing in the map ${state}, ${colorScheme}, ${width} wide`, options, async (page) => {
        await heard(page, 'ready');
        await reach(page);
        await assertNoViolations(page);
      });
    }
  }
}
