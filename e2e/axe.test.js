// The automatic part of the checks for people with disabilities. axe needs scripts, so it cannot
// see the page without them; `prerender.test.js` looks at that.

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { events, heard, pageTest, settle } from './browser.js';
import { card, choose, inMap, region, select, spot, tip } from './map.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe cannot decide, and why it is no fault. It does not know what lies behind a text if that
 * is a drawing, a gradient or a box over another; `layout.test.js` and `acceptance.test.js` compute those contrasts.
 */
const UNDECIDED = new Set(['color-contrast']);

const found = (results) => results.map(({ id, help, nodes }) => ({
  id, help, count: nodes.length, first: nodes[0].html.slice(0, 200), why: nodes[0].failureSummary,
}));

/** The list of facts is the same whatever is done to the map, and long: it is looked at once. */
async function assertNoViolations(page, withFacts = false) {
  await settle(page);
  // A link from a card to a source in the closed list is no skip link: the browser opens the list.
  const axe = new AxeBuilder({ page }).withTags(TAGS).disableRules(['skip-link']);
  const { violations, incomplete, passes } = await (withFacts ? axe : axe.exclude('.summit-facts')).analyze();
  assert.ok(passes.length > 10, `axe has looked at ${passes.length} rules only`);
  assert.deepEqual(found(violations), []);
  assert.deepEqual(found(incomplete.filter(({ id }) => !UNDECIDED.has(id))), []);
}

/** Opens the table by its button, the search by its own, and so on: what a reader would do. */
const STATES = {
  ready: () => {},
  'with the focus on a country, and its tip': async (page) => {
    await inMap(page, '[data-region][tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await tip(page).waitFor();
  },
  'with a tip under the pointer': async (page) => {
    const { x, y } = await spot(page, region('MEX'));
    await page.mouse.move(x, y);
    await tip(page).waitFor();
  },
  'with a card': (page) => choose(page, 'MEX'),
  'with its table': (page) => inMap(page, '[data-do=table]').click(),
  'with its search open': (page) => inMap(page, '.find').click(),
  'with a list of search results': async (page) => {
    await inMap(page, '.find').click();
    await inMap(page, 'input').fill('gu');
  },
  zoomed: async (page) => {
    await inMap(page, '[data-do=zoom-in]').click();
    await heard(page, 'view');
  },
  filtered: (page) => inMap(page, '.toggle').first().click(),
  'with a message over the map': async (page) => {
    await page.evaluate(() => { document.querySelector('summit-map').src = 'nowhere.geojson'; });
    await heard(page, 'error');
    assert.equal((await events(page, 'error'))[0].detail.code, 'http');
  },
};

/** axe measures with inline styles, which the page's policy forbids. */
const axeTest = (name, options, reach) => pageTest(`axe finds nothing in the map ${name}`, { bypassCSP: true, reducedMotion: 'reduce', ...options }, async (page) => {
  await heard(page, 'ready');
  await reach(page);
  await assertNoViolations(page, name.startsWith('ready'));
});

for (const [state, reach] of Object.entries(STATES)) axeTest(state, {}, reach);
for (const state of ['ready', 'with a card', 'filtered']) axeTest(`${state}, dark`, { colorScheme: 'dark' }, STATES[state]);
for (const state of ['with a card', 'filtered']) axeTest(`${state}, in forced colours`, { forcedColors: 'active' }, STATES[state]);
// Above all the phone has other sizes of targets.
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
for (const [state, reach] of Object.entries({
  ready: () => {},
  'with a sheet': (page) => select(page, 'MEX'),
  'with a sheet that is pulled up': async (page) => {
    await select(page, 'USA');
    await card(page).locator('.grip').tap();
  },
  'with a list of search results': STATES['with a list of search results'],
})) axeTest(`${state}, on a phone`, phone, reach);
axeTest('with a card, on a tablet', { viewport: { width: 768, height: 1024 } }, STATES['with a card']);
axeTest('with all facts open', {}, async (page) => {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  await assertNoViolations(page, true);
});
for (const path of ['index.es.html', 'panama-2015.html', 'los-angeles-2022.fr.html']) axeTest(`ready, in ${path}`, { path }, () => {});

/** The page without the drawing that it brings, and with another answer for the map. */
const bare = (answer) => ({
  bypassCSP: true, routes: { '**/americas.arcs': answer },
  html: (text) => text.replace(/<template[^]*<\/template>/, ''),
});

pageTest('axe finds nothing in a map that loads', bare(() => {}), async (page) => {
  await inMap(page, '.loading').waitFor();
  await assertNoViolations(page);
});

const nothing = { type: 'FeatureCollection', features: [] };
pageTest('axe finds nothing where there is nothing to show', bare((route) => route.fulfill({ json: nothing })), async (page) => {
  await heard(page, 'error');
  await assertNoViolations(page);
});
