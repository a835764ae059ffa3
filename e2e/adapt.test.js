// The map as readers set their browsers: zoomed, with wider text, other colours, less motion,
// on paper. That the fills differ in grey and for three kinds of colour vision is computed in
// `tests/shipped_colors.rs`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { heard, settle } from './browser.js';
import { contrast, difference } from './geometry.js';
import { card, inMap, mapTest, onPaper, region, select, spot, tip } from './map.js';
import { measure } from './measure.js';
import { changed, colorAt, pixels, spread } from './pixels.js';

const STATES = {
  card: (page) => select(page, 'MEX'),
  table: (page) => inMap(page, '[data-do=table]').press('Enter'),
  search: async (page) => {
    await inMap(page, '.find').press('Enter');
    await inMap(page, 'input').fill('gu');
  },
};

/** Sets a style for the page and the map as a reader's browser does. */
const restyle = (page, css) => page.evaluate(async (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const tree of [document, document.querySelector('summit-map').shadowRoot]) tree.adoptedStyleSheets.push(sheet);
  await seen.settle();
}, css);

/** What is wider than the page, or cuts its own text off. */
const cut = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const all = [...shadowRoot.querySelectorAll('h2, h3, p, li, button, summary, span')];
  const isCut = (at) => at.checkVisibility() && !at.closest('.scroll, .said, .sheet:not(.open) .facts, [hidden]')
    && (at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 0 || at.getBoundingClientRect().right > innerWidth + 0.5);
  return { beyond: document.documentElement.scrollWidth - innerWidth, cut: all.filter(isCut).map((at) => at.outerHTML.slice(0, 100)) };
});
const FITS = { beyond: 0, cut: [] };

for (const [name, viewport] of [['320 px', { width: 320, height: 640 }], ['four times larger', { width: 320, height: 256 }]]) {
  mapTest(`all fits ${name}, and every control can be met`, { viewport }, async (page) => {
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(page);
      await settle(page);
      const { beyond, cut: found } = await cut(page);
      assert.deepEqual({ beyond: Math.max(beyond, 0), cut: found }, FITS, state);
      assert.deepEqual(await small(page), [], state);
    }
    const { x, y, width, height } = await card(page).boundingBox();
    assert.ok(x >= 0 && y >= 0 && x + width <= viewport.width + 0.5 && y + height <= viewport.height + 0.5, 'the sheet');
  });
}

/** Controls of less than 24 px. */
const small = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const all = [...shadowRoot.querySelectorAll('button, select, input, summary, [role=option]')];
  return all.filter((at) => {
    const { width, height } = at.getBoundingClientRect();
    return at.checkVisibility({ visibilityProperty: true }) && Math.min(width, height) < 24;
  }).map((at) => at.outerHTML.slice(0, 100));
});

mapTest('every control has 24 px, 1280 wide', {}, async (page) => {
  for (const reach of Object.values(STATES)) {
    await reach(page);
    await settle(page);
    assert.deepEqual(await small(page), []);
  }
});

const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';
for (const width of [320, 768, 1280]) {
  for (const [name, css] of [['wider spacing', SPACING], ['twice the size', ':root { font-size: 200%; }']]) {
    mapTest(`text of ${name} is not cut off, ${width} wide`, { viewport: { width, height: 800 } }, async (page) => {
      await select(page, 'MEX');
      await restyle(page, css);
      const { beyond, cut: found } = await cut(page);
      assert.deepEqual({ beyond: Math.max(beyond, 0), cut: found }, FITS);
    });
  }
}

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active', colorScheme: 'dark' },
  'forced colours, light': { forcedColors: 'active', colorScheme: 'light' },
};
for (const [look, options] of Object.entries(LOOKS)) {
  mapTest(`the focus is a line that stands out from fill and sea, ${look}`, { viewport: { width: 1280, height: 1100 }, ...options }, async (page) => {
    // Bolivia is among other states, Jamaica in the inset, in the sea.
    for (const id of ['BOL', 'JAM']) {
      const button = inMap(page, region(id));
      const box = await button.boundingBox();
      const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
      await inMap(page, '.find').focus();
      await settle(page);
      const before = await pixels(page, clip);
      await button.focus();
      await page.keyboard.press('Shift');
      await tip(page).waitFor();
      // The tip stands beside the country; what it covers of the clip counts for nothing here.
      await page.evaluate(() => document.querySelector('summit-map').shadowRoot.querySelector('.tip').hidePopover());
      await settle(page);
      const after = await pixels(page, clip);
      const round = 2 * (box.width + box.height) * 0.6;
      const count = changed(before, after);
      assert.ok(count >= round, `${id}: ${count} px round ${round}`);
    }
    const [inner, outer] = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('summit-map');
      return ['.highlight:not(.halo)', '.highlight.halo'].map((name) => {
        const path = shadowRoot.querySelector(`.outline .pointed ${name}`);
        const { stroke, strokeWidth, vectorEffect } = getComputedStyle(path);
        const scale = vectorEffect === 'non-scaling-stroke' ? 1 : path.getScreenCTM().a;
        return { stroke, width: Number.parseFloat(strokeWidth) * scale };
      });
    });
    assert.ok(inner.width >= 2 && outer.width - inner.width >= 2, `${inner.width} in ${outer.width}`);
    // Of two such lines one has at least 3:1 to any colour.
    assert.ok(contrast(inner.stroke, outer.stroke) >= 9, `${inner.stroke} in ${outer.stroke}`);
  });

  mapTest(`the names on the map can be read, ${look}`, options, async (page) => {
    const names = await inMap(page, '.names text').evaluateAll((all) => all.map((text) => {
      const { fill, stroke, strokeWidth, fontSize } = getComputedStyle(text);
      return { text: text.textContent, fill, stroke, width: Number.parseFloat(strokeWidth) / Number.parseFloat(fontSize) };
    }));
    assert.ok(names.length > 30, `${names.length} names`);
    assert.deepEqual(names.filter(({ fill, stroke, width }) => contrast(fill, stroke) < 4.5 || width < 0.15), []);
  });
}

mapTest('with forced colours the borders and swatches have the colour of text', LOOKS['forced colours'], async (page) => {
  const strokes = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const at = (name) => getComputedStyle(shadowRoot.querySelector(name)).stroke;
    return { text: getComputedStyle(shadowRoot.querySelector('figure')).color, all: ['.layer path', '.inset .layer use, .layer .inset use', '.swatch rect', '.leader'].map(at) };
  });
  assert.deepEqual([...new Set(strokes.all)], [strokes.text]);
  assert.ok(await inMap(page, '.overlay').count() > 0, 'the protest is told by a pattern');
});

/** A square within the shape of a region, so large that a pattern shows in it; on the screen. */
const inside = (page, id, side) => page.evaluate(([id, side]) => {
  const { shadowRoot } = document.querySelector('summit-map');
  const button = shadowRoot.querySelector(`a[data-region][href="#summit-${id}"]`);
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, right, bottom } = button.getBoundingClientRect();
  const isIn = (x, y) => {
    const [hit] = shadowRoot.elementsFromPoint(x, y).filter((at) => !at.closest('.outline, .textures, .overlay'));
    return hit && button.contains(hit);
  };
  // A little more than the square, for the lines of borders lie beside them.
  const steps = [-2, 0, 0.25 * side, 0.5 * side, 0.75 * side, side, side + 2];
  for (let y = top; y + side < bottom; y += 2) {
    for (let x = left; x + side < right; x += 2) {
      if (steps.every((down) => steps.every((along) => isIn(x + along, y + down)))) return { x, y, width: side, height: side };
    }
  }
  throw new Error(`${id} has no ${side} px`);
}, [id, side]);

// With the side of a square that fits into each country: on paper the map is smaller.
const MEDIA = { 'forced colours': [{ forcedColors: 'active' }, 'screen', 12], 'on paper': [{}, 'print', 9] };
for (const [name, [options, media, side]] of Object.entries(MEDIA)) {
  mapTest(`each status has a pattern of its own on areas, in the inset, on dots and in the legend, ${name}`, {
    viewport: { width: 1280, height: 900 }, init: [measure], ...options,
  }, async (page) => {
    if (media === 'print') await onPaper(page);
    // Signed is plain; the others are told from it, and Mexico, by their patterns.
    for (const [id, isPlain] of [['BRA', true], ['BOL', false], ['VEN', false], ['NIC', false], ['DOM', false], ['MEX', false]]) {
      const clip = await inside(page, id, side);
      const ratio = spread(await pixels(page, clip));
      assert.equal(ratio < 1.3, isPlain, `${id}: ${ratio}:1 within ${JSON.stringify(clip)}`);
    }
    const found = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('summit-map');
      const isShown = (at) => getComputedStyle(at).display !== 'none';
      const paints = [...shadowRoot.querySelectorAll('.legend .swatch')].map((swatch) =>
        [...swatch.querySelectorAll('rect')].filter(isShown).map((rect) => getComputedStyle(rect).fill).filter((fill) => fill.startsWith('url')).join());
      const bare = [...shadowRoot.querySelectorAll('circle[data-for]')].filter((dot) => {
        const region = shadowRoot.querySelector(`.layer:not(.outlined) a[data-region="${dot.dataset.for}"]`);
        const swatches = [...shadowRoot.querySelectorAll('.legend .swatch')];
        const mine = region && swatches.find((swatch) => getComputedStyle(swatch.querySelector('rect')).fill === getComputedStyle(dot).fill);
        const isTextured = mine && [...mine.querySelectorAll('.texture')].length > 0;
        return isTextured && !(dot.nextElementSibling?.matches('.texture') && isShown(dot.nextElementSibling));
      });
      return { paints, bare: bare.map((dot) => dot.outerHTML) };
    });
    assert.deepEqual(found.bare, [], 'dots without the pattern of their status');
    const statuses = found.paints.slice(0, 4);
    assert.equal(new Set(statuses).size, statuses.length, `the keys ${statuses}`);
  });
}

const EYES = ['achromatopsia', 'protanopia', 'deuteranopia', 'tritanopia'];
for (const colorScheme of ['light', 'dark']) {
  mapTest(`the fills differ for every kind of colour vision, ${colorScheme}`, { colorScheme }, async (page, t) => {
    const session = await page.context().newCDPSession(page);
    for (const type of EYES) {
      await session.send('Emulation.setEmulatedVisionDeficiency', { type });
      const colors = [];
      for (const id of ['BRA', 'BOL', 'VEN']) {
        const clip = await inside(page, id, 6);
        colors.push(colorAt(await pixels(page, clip), 3, 3));
      }
      const pairs = [[0, 1], [0, 2], [1, 2]];
      const far = pairs.map(([one, other]) => difference(colors[one], colors[other]));
      t.diagnostic(`${type}: ${far.map((far) => far.toFixed(0))}, ${pairs.map(([one, other]) => contrast(colors[one], colors[other]).toFixed(2))}`);
      // Two colours side by side are told apart from about 2 on; these are apart in a map and its legend.
      const isApart = (pair, index) => far[index] >= 15 || contrast(colors[pair[0]], colors[pair[1]]) >= 1.5;
      assert.ok(pairs.every(isApart), `${type}: ${colors.join(' ')}: ${far}`);
    }
    await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  });
}

mapTest('with more contrast, all text and lines have the colour of text', { contrast: 'more' }, async (page) => {
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const style = (name) => getComputedStyle(shadowRoot.querySelector(name));
    return [style('.kicker').color, style('.legend-item').borderTopColor, style('.zoom button').borderTopColor, style('figure').color];
  });
  assert.equal(new Set(found).size, 1, String(found));
});

mapTest('with less motion nothing moves, not even to zoom', { reducedMotion: 'reduce' }, async (page) => {
  const moving = () => page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const isSlow = (at) => ['transitionDuration', 'animationDuration'].some((name) =>
      getComputedStyle(at)[name].split(',').some((time) => Number.parseFloat(time) > 0));
    return [...document.getAnimations(), ...[...shadowRoot.querySelectorAll('*')].filter(isSlow)].map(String);
  });
  assert.deepEqual(await moving(), []);
  await inMap(page, '[data-do=zoom-in]').click();
  assert.deepEqual(await moving(), []);
  await heard(page, 'view');
  assert.deepEqual(await moving(), []);
});

for (const width of [320, 1280]) {
  mapTest(`no box hides the country that has the focus, ${width} wide`, { viewport: { width, height: 1100 } }, async (page) => {
    await inMap(page, '.stage').evaluate((stage) => stage.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const hidden = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('summit-map');
      const boxes = [...shadowRoot.querySelectorAll('.help, .zoom button')].map((box) => box.getBoundingClientRect());
      return [...shadowRoot.querySelectorAll('a[data-region]')].filter((region) => {
        const { top, right, bottom, left } = region.getBoundingClientRect();
        return boxes.some((box) => box.top <= top && box.right >= right && box.bottom >= bottom && box.left <= left);
      }).map((region) => region.ariaLabel);
    });
    assert.deepEqual(hidden, []);
  });
}

mapTest('on paper are headline, legend with names, map and addresses, and no controls', {}, async (page) => {
  await onPaper(page);
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const tall = (name) => [...shadowRoot.querySelectorAll(name)].filter((at) => at.checkVisibility() && at.getBoundingClientRect().height > 0).length;
    return {
      headline: tall('.headline h2'), labels: tall('.toggle .legend-label'), names: tall('.legend-names') >= 3, map: tall('.map .names text') > 30,
      controls: tall('.zoom, .search, .links, .all, .help, .hint, .card, .table > summary'),
    };
  });
  assert.deepEqual(found, { headline: 1, labels: 4, names: true, map: true, controls: 0 });
});

mapTest('paper is white, whatever the screen is', { colorScheme: 'dark' }, async (page) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await settle(page);
  const { text, sea } = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    return { text: getComputedStyle(shadowRoot.querySelector('h2')).color, sea: getComputedStyle(shadowRoot.querySelector('.stage')).backgroundColor };
  });
  assert.ok(contrast(text, 'rgb(255, 255, 255)') > 12, text);
  assert.ok(contrast(sea, 'rgb(255, 255, 255)') < 1.2, sea);
});

mapTest('on paper is no card and no tip', {}, async (page) => {
  const { x, y } = await spot(page, region('CAN'));
  await page.mouse.move(x, y);
  await tip(page).waitFor();
  await select(page, 'MEX');
  for (const [media, isThere] of [['screen', true], ['print', false], ['screen', true]]) {
    await page.emulateMedia({ media });
    assert.equal(await card(page).isVisible(), isThere, media);
    if (media === 'print') assert.equal(await tip(page).isVisible(), false);
  }
});

/** The pages of a document. */
async function pages(page) {
  const file = await page.pdf({ format: 'A4', printBackground: true });
  return file.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
}

mapTest('the closed page is four sheets of A4 at most, and all facts are there on request', {}, async (page, t) => {
  const closed = await pages(page);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const open = await pages(page);
  t.diagnostic(`sheets: ${closed} closed, ${open} with all facts`);
  assert.ok(closed <= 4, `${closed} sheets`);
  assert.ok(open > closed, `${open} sheets with all facts`);
});

mapTest('links on paper give their addresses', {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const missing = await page.evaluate(() => [...document.querySelectorAll('.summit-facts cite a[target]')]
    .filter((link) => !getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))).length);
  assert.equal(missing, 0);
});

for (const [what, style] of [['shown later', 'display: none'], ['in a narrow box', 'width: 150px']]) {
  mapTest(`a map that is ${what} gets its names with its room`, {
    html: (text) => text.replace('<summit-map ', '<summit-map class="cramped" '),
    init: [`addEventListener('DOMContentLoaded', () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.cramped { ${style} !important; }');
      document.adoptedStyleSheets.push(sheet);
    })`],
  }, async (page) => {
        await page.evaluate(() => document.querySelector('summit-map').classList.remove('cramped'));
    await page.waitForFunction(() => document.querySelector('summit-map').shadowRoot.querySelectorAll('.names text').length > 30);
    await settle(page);
    const wide = await inMap(page, '.names text').evaluateAll((all) => all.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a));
    assert.ok(wide.every((px) => px >= 11.4 && px < 20), String(wide));
  });
}

mapTest('the words of the map are plain: grade 9 at most', {}, async () => {
  const source = readFileSync(new URL('../src/content/locale/en.rs', import.meta.url), 'utf8');
  const sentences = [...source.matchAll(/"([^"]*)"/g)].map(([, text]) => text).filter((text) => text.split(' ').length > 3);
  assert.ok(sentences.length >= 5, String(sentences));
  const words = sentences.join(' ').match(/\p{L}+/gu);
  const syllables = words.reduce((sum, word) =>
    sum + Math.max(1, (word.toLowerCase().replace(/e$/, '').match(/[aeiouy]+/g) ?? []).length), 0);
  // Flesch and Kincaid: https://en.wikipedia.org/wiki/Flesch–Kincaid_readability_tests
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  assert.ok(grade <= 9, `grade ${grade}`);
});
