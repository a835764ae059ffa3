// The page as it stands before, or without, any script.

import assert from 'node:assert/strict';
import { REGIONS, pageTest } from './browser.js';
import { region, spot } from './map.js';

const off = (width = 1280, height = 800) => ({ javaScriptEnabled: false, viewport: { width, height } });
const SIZES = [[280, 653], [360, 740], [414, 896], [500, 800], [600, 960], [768, 1024], [1024, 768], [1100, 800], [1280, 800], [1440, 900], [1600, 1000]];

/** Asks the page of its map. */
const look = (page, run, argument) => page.locator('summit-map').evaluate(run, argument);

for (const [width, height] of SIZES) {
  pageTest(`without scripts one set of names is shown, and all is on the stage, ${width} wide`, off(width, height), async (page) => {
    const found = await look(page, ({ shadowRoot }) => {
      const isShown = (at) => at.checkVisibility() && at.getBoundingClientRect().width > 0;
      const stage = shadowRoot.querySelector('.stage').getBoundingClientRect();
      const isOn = ({ left, top, right, bottom }) => left >= stage.left - 1 && top >= stage.top - 1 && right <= stage.right + 1 && bottom <= stage.bottom + 1;
      const shown = (selector) => [...shadowRoot.querySelectorAll(selector)].filter(isShown);
      const texts = shown('.set .names text');
      const states = [...shadowRoot.querySelectorAll('.layer:not(.outlined) a[data-region]')].map((region) => region.dataset.region);
      const named = new Set(texts.map((text) => text.dataset.for));
      return {
        sets: shown('.set').length, grounds: shown('.ground').length,
        all: shadowRoot.querySelectorAll('.set').length,
        unnamed: states.filter((number) => !named.has(number)).length,
        beside: texts.filter((text) => !isOn(text.getBoundingClientRect())).map((text) => text.textContent),
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    });
    assert.ok(found.all > 3, `${found.all} sets in the page`);
    // In 280 px there is no room for all; the list below the map has them.
    assert.ok(found.unnamed <= (width < 320 ? 4 : 0), `${found.unnamed} states without a name`);
    assert.deepEqual({ ...found, all: 0, unnamed: 0 }, { sets: 1, grounds: 1, all: 0, unnamed: 0, beside: [], wide: 0 });
  });
}

pageTest('without scripts every region of the map is drawn', off(), async (page) => {
  const boxes = await look(page, ({ shadowRoot }) => [...shadowRoot.querySelectorAll('.map .layer > *')].map((region) => {
    const { width, height } = region.getBoundingClientRect();
    return { name: region.getAttribute('aria-label') ?? '', width, height };
  }));
  assert.equal(boxes.length, REGIONS);
  assert.deepEqual(boxes.filter(({ width, height }) => !(width > 0 && height > 0)), []);
});

pageTest('without scripts the map has its headline and its finding', off(), async (page) => {
  assert.match((await page.locator('figcaption h2').innerText()).replace(/\s+/g, ' '), /35 countries/);
  assert.match(await page.locator('figcaption .finding').innerText(), /Mexico/);
});

pageTest('without scripts the legend is text that counts the countries of each colour', off(), async (page) => {
  const rows = await page.locator('.legend-item .legend-count').allInnerTexts();
  assert.deepEqual(rows.toSorted(), ['1', '12', '20', '3']);
  const looks = await page.locator('.toggle').evaluateAll((all) => all.map((button) => ({
    isDisabled: button.disabled, cursor: getComputedStyle(button).cursor, color: getComputedStyle(button).color === getComputedStyle(button.closest('figure')).color,
  })));
  assert.ok(looks.every(({ isDisabled, cursor, color }) => isDisabled && cursor !== 'pointer' && color), JSON.stringify(looks));
});

for (const width of [360, 768, 1280]) {
  pageTest(`without scripts no control is shown that could not work, ${width} wide`, off(width), async (page) => {
    const shown = await look(page, ({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('button:not(.toggle), input, select, .table, .card, .search, .help')]
        .filter((at) => at.checkVisibility({ visibilityProperty: true }) && at.getBoundingClientRect().width > 0)
        .map((at) => at.outerHTML.slice(0, 80)));
    assert.deepEqual(shown, []);
  });
}

pageTest('the map has as many countries in each layer as the legend says', off(), async (page) => {
  const layers = await page.locator('.map .layer:not(.outlined)').evaluateAll((layers) =>
    layers.map((layer) => layer.querySelectorAll('a[data-region]').length));
  const counts = await page.locator('.legend-item:not(.part) .legend-count').allTextContents();
  assert.deepEqual(layers, [20, 3, 12]);
  assert.deepEqual(layers, counts.map(Number));
});

pageTest('without scripts every link of the map leads to its entry', off(), async (page) => {
  const dead = await look(page, ({ shadowRoot }) => {
    const hrefs = [...shadowRoot.querySelectorAll('.stage a')].map((link) => link.getAttribute('href'));
    // An id inside the shadow root would not do: a fragment finds elements of the page only.
    return { count: hrefs.length, dead: hrefs.filter((href) => !document.getElementById(href.slice(1))) };
  });
  assert.deepEqual(dead.dead, []);
  assert.ok(dead.count >= 35, `${dead.count} links`);
});

/** The middle of the row that is shown for a region. */
const row = (page, id) => look(page, ({ shadowRoot }, id) => {
  const shown = [...shadowRoot.querySelectorAll(`.set a[href="#summit-${id}"] .target`)].find((at) => at.getBoundingClientRect().width > 0);
  if (!shown) throw new Error(`${id} has no row`);
  shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = shown.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}, id);

for (const width of [360, 1280]) {
  for (const [id, name, what, find] of [['MEX', 'Mexico', 'Mexico', (page, id) => spot(page, region(id))], ['GRD', 'Grenada', 'the row of Grenada', row]]) {
    pageTest(`without scripts a click on ${what} leads to its entry, which opens, ${width} wide`, off(width), async (page) => {
      const { x, y } = await find(page, id);
      await page.mouse.click(x, y);
      await page.waitForURL(new RegExp(`#summit-${id}$`));
      const entry = page.locator(`#summit-${id}`);
      await entry.waitFor();
      const { y: top } = await entry.boundingBox();
      assert.ok(top >= 0 && top < 800, `the entry is at ${top}`);
      const found = await entry.evaluate((entry) => ({
        name: entry.closest('details').querySelector('summary b').textContent,
        isOpen: entry.closest('details.entry').open && entry.closest('details.group').open,
      }));
      assert.deepEqual(found, { name, isOpen: true });
    });
  }
}

/** The region that a click finds at each place of a grid of 4 px: by the link that is there. */
pageTest('without scripts each state owns 24 px, on a phone', off(360, 1600), async (page) => {
  const small = await look(page, ({ shadowRoot }) => {
    const links = [...shadowRoot.querySelectorAll('.layer:not(.outlined) a[data-region]')].map((link) => link.getAttribute('href'));
    const { left, top, right, bottom } = shadowRoot.querySelector('.stage').getBoundingClientRect();
    const best = {};
    let above = [];
    for (let y = top + 1; y < bottom; y += 2) {
      const line = [];
      for (let x = left + 1; x < right; x += 2) {
        const owner = shadowRoot.elementFromPoint(x, y)?.closest('a')?.getAttribute('href');
        const at = line.length;
        const isJoined = owner && at > 0 && above[at]?.owner === owner && line[at - 1].owner === owner && above[at - 1].owner === owner;
        const side = owner ? (isJoined ? Math.min(above[at].side, line[at - 1].side, above[at - 1].side) + 1 : 1) : 0;
        line.push({ owner, side });
        if (owner) best[owner] = Math.max(best[owner] ?? 0, side);
      }
      above = line;
    }
    // Eleven points two pixels apart: with what lies between and beside them, 24 px less the rounding of the grid.
    return links.filter((href) => (best[href] ?? 0) < 11).map((href) => `${href}: ${2 * (best[href] ?? 0)} px`);
  });
  assert.deepEqual(small, []);
});

pageTest('every fragment of the page leads somewhere', off(), async (page) => {
  const dead = await page.locator('html').evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute('href'))
    .filter((href) => !document.getElementById(href.slice(1))));
  assert.deepEqual(dead, []);
});

pageTest('the page has no id twice', off(), async (page) => {
  const twice = await look(page, ({ shadowRoot }) => [document, shadowRoot].flatMap((tree) => {
    const ids = [...tree.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  }));
  assert.deepEqual(twice, []);
});

pageTest('nothing in the page is inline: no style, no script, no handler', off(), async (page) => {
  const inline = await look(page, ({ shadowRoot }) => {
    const all = [document, shadowRoot].flatMap((tree) => [...tree.querySelectorAll('*')]);
    const isInline = (element) => element.localName === 'style'
      || (element.localName === 'script' && !element.hasAttribute('src'))
      || element.getAttributeNames().some((name) => name === 'style' || name.startsWith('on'));
    return all.filter(isInline).map((element) => element.outerHTML.slice(0, 120));
  });
  assert.deepEqual(inline, []);
});
