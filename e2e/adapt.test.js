// The map as readers set their browsers: zoomed, with wider text, other colours, less motion,
// on paper. That the fills differ in grey and for three kinds of colour vision is computed in
// `tests/shipped_colors.rs`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { events, heard, settle } from './browser.js';
import { inMap, mapTest, popup, select, spot } from './map.js';

const STATES = {
  popup: (page) => select(page, 'MEX'),
  table: (page) => inMap(page, '.table > summary').click(),
  search: (page) => inMap(page, 'input').fill('gu'),
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
  const isCut = (at) => at.checkVisibility() && !at.closest('.scroll, .said')
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
    const { x, y, width, height } = await popup(page).boundingBox();
    assert.ok(x >= 0 && y >= 0 && x + width <= viewport.width + 0.5 && y + height <= viewport.height + 0.5, 'the popup');
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
for (const width of [320, 1280]) {
  for (const [name, css] of [['wider spacing', SPACING], ['twice the size', ':root { font-size: 200%; }']]) {
    mapTest(`text of ${name} is not cut off, ${width} wide`, { viewport: { width, height: 800 } }, async (page) => {
      await select(page, 'MEX');
      await restyle(page, css);
      const { beyond, cut: found } = await cut(page);
      assert.deepEqual({ beyond: Math.max(beyond, 0), cut: found }, FITS);
    });
  }
}

/** Contrast by WCAG 2.2 of two opaque colours, rgb(1, 2, 3). */
function contrast(one, other) {
  const luminance = (color) => {
    const parts = color.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255);
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** How many pixels two pictures tell apart by 3:1. */
const changed = (page, pictures) => page.evaluate(async (pictures) => {
  const [before, after] = await Promise.all(pictures.map(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
    drawing.drawImage(image, 0, 0);
    return drawing.getImageData(0, 0, image.width, image.height).data;
  }));
  const light = (data, at) => [0.2126, 0.7152, 0.0722].reduce((sum, part, index) => {
    const c = data[at + index] / 255;
    return sum + part * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0.05);
  let count = 0;
  for (let at = 0; at < before.length; at += 4) {
    const [a, b] = [light(before, at), light(after, at)];
    if (Math.max(a, b) / Math.min(a, b) >= 3) count += 1;
  }
  return count;
}, pictures);

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active', colorScheme: 'dark' },
  'forced colours, light': { forcedColors: 'active', colorScheme: 'light' },
};
for (const [look, options] of Object.entries(LOOKS)) {
  mapTest(`the focus is a line that stands out from fill and sea, ${look}`, { viewport: { width: 1280, height: 1100 }, ...options }, async (page) => {
    // Bolivia is among other states, Cuba in the sea.
    for (const id of ['BOL', 'CUB']) {
      const region = inMap(page, `a[data-region][href="#summit-${id}"]`);
      const box = await region.boundingBox();
      const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
      const picture = async () => (await page.screenshot({ clip })).toString('base64');
      await inMap(page, '[data-choose=zoom-to]').focus();
      const before = await picture();
      await region.focus();
      await page.keyboard.press('Shift');
      const after = await picture();
      const round = await region.locator('path').evaluate((path) => path.getTotalLength() * path.getScreenCTM().a);
      const count = await changed(page, [before, after]);
      assert.ok(count >= round, `${id}: ${count} px round ${round}`);
      const [inner, outer] = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('summit-map');
        return ['.highlight', ':focus-visible path'].map((name) => {
          const { stroke, strokeWidth } = getComputedStyle(shadowRoot.querySelector(name));
          return { stroke, width: Number.parseFloat(strokeWidth) };
        });
      });
      assert.ok(inner.width >= 2 && outer.width - inner.width >= 4, `${inner.width} in ${outer.width}`);
      // Of two such lines one has at least 3:1 to any colour.
      assert.ok(contrast(inner.stroke, outer.stroke) >= 9, `${inner.stroke} in ${outer.stroke}`);
    }
  });

  mapTest(`the names on the map can be read, ${look}`, options, async (page) => {
    const labels = await inMap(page, '.labels text').evaluateAll((all) => all.map((text) => {
      const { fill, stroke, strokeWidth, fontSize } = getComputedStyle(text);
      return { text: text.textContent, fill, stroke, width: Number.parseFloat(strokeWidth) / Number.parseFloat(fontSize) };
    }));
    assert.ok(labels.length > 10, `${labels.length} labels`);
    assert.deepEqual(labels.filter(({ fill, stroke, width }) => contrast(fill, stroke) < 4.5 || width < 0.15), []);
  });
}

mapTest('with forced colours the borders and swatches have the colour of text', LOOKS['forced colours'], async (page) => {
  const strokes = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const at = (name) => getComputedStyle(shadowRoot.querySelector(name)).stroke;
    return { text: getComputedStyle(shadowRoot.querySelector('figure')).color, all: ['.layer path', '.marks use', '.swatch rect', '.leader'].map(at) };
  });
  assert.deepEqual([...new Set(strokes.all)], [strokes.text]);
  assert.ok(await inMap(page, '.overlay').count() > 0, 'the protest is told by a pattern');
});

for (const [look, first] of [['light', 'false'], ['forced colours', 'true']]) {
  mapTest(`patterns can be switched, ${look}`, LOOKS[look], async (page) => {
    const button = inMap(page, '.patterns');
    assert.equal(await button.getAttribute('aria-pressed'), first);
    // Each group of the legend then has one; the protest has its own at all times.
    const swatches = () => inMap(page, '.swatch [fill^="url("]').count();
    const before = await swatches();
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), first === 'true' ? 'false' : 'true');
    const [fewer, more] = [before, await swatches()].sort((a, b) => a - b);
    assert.equal(fewer, 1);
    assert.ok(more >= 4, `${more} patterns`);
  });
}

mapTest('with more contrast, all text and lines have the colour of text', { contrast: 'more' }, async (page) => {
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const style = (name) => getComputedStyle(shadowRoot.querySelector(name));
    return [style('.subtitle').color, style('.legend-item').borderTopColor, style('.zoom button').borderTopColor, style('figure').color];
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
  await inMap(page, '[data-do=in]').click();
  assert.deepEqual(await moving(), []);
  await heard(page, 'view');
  assert.deepEqual(await moving(), []);
});

for (const width of [320, 1280]) {
  mapTest(`no box hides the country that has the focus, ${width} wide`, { viewport: { width, height: 1100 } }, async (page) => {
    await inMap(page, '.stage').evaluate((stage) => stage.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const hidden = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('summit-map');
      const boxes = [...shadowRoot.querySelectorAll('.help, .zoom')].map((box) => box.getBoundingClientRect());
      return [...shadowRoot.querySelectorAll('a[data-region]')].filter((region) => {
        const { top, right, bottom, left } = region.getBoundingClientRect();
        return boxes.some((box) => box.top <= top && box.right >= right && box.bottom >= bottom && box.left <= left);
      }).map((region) => region.ariaLabel);
    });
    assert.deepEqual(hidden, []);
  });
}

mapTest('a popup does not hide all of its country', {}, async (page) => {
  const { x, y } = await spot(page, 'a[href="#summit-BOL"]');
  await page.mouse.click(x, y);
  const [box, over] = [await inMap(page, 'a[data-region][href="#summit-BOL"]').boundingBox(), await popup(page).boundingBox()];
  assert.ok(over.x > box.x || over.y > box.y || over.x + over.width < box.x + box.width || over.y + over.height < box.y + box.height);
});

mapTest('on paper are legend, table and addresses, and no controls', {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  // The table is built when the page hears that it is for paper.
  await inMap(page, 'tbody tr').first().waitFor({ state: 'attached' });
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const tall = (name) => [...shadowRoot.querySelectorAll(name)].filter((at) => at.getBoundingClientRect().height > 0).length;
    const links = (tree) => [...tree.querySelectorAll('cite a[target]')];
    const addresses = (tree) => links(tree).filter((link) => getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))).length;
    const scroll = shadowRoot.querySelector('.scroll');
    return {
      legend: tall('.legend-label'), rows: tall('tbody tr'), cutOff: scroll.scrollWidth > scroll.clientWidth,
      controls: tall('.tools, .zoom, .only, .patterns, .table > summary, .help'),
      inTable: addresses(shadowRoot), inList: links(document).length - addresses(document),
    };
  });
  assert.deepEqual(found, { legend: 5, rows: 35, cutOff: false, controls: 0, inTable: 0, inList: 0 });
});

mapTest('on paper is no popup, be it pinned', {}, async (page) => {
  await select(page, 'MEX');
  for (const [media, isThere] of [['screen', true], ['print', false], ['screen', true]]) {
    await page.emulateMedia({ media });
    assert.equal(await popup(page).isVisible(), isThere, media);
  }
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
    const names = () => inMap(page, '.labels text').count();
    assert.equal(await names(), 0);
    await page.evaluate(() => document.querySelector('summit-map').classList.remove('cramped'));
    await page.waitForFunction(() => document.querySelector('summit-map').shadowRoot.querySelectorAll('.labels text').length > 5);
    await settle(page);
    assert.equal((await events(page, 'view')).length, 1, 'it is drawn once');
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
