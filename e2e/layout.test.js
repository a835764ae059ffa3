// What the page looks like: it fits, and its colours can be told apart.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { heard, pageTest, settle } from './browser.js';
import { select } from './map.js';

const SCREENSHOTS = new URL('./screenshots/', import.meta.url).pathname;
const SCHEMES = ['light', 'dark'];
mkdirSync(SCREENSHOTS, { recursive: true });

for (const width of [280, 320, 360, 768, 1280, 1600]) {
  pageTest(`the page never scrolls sideways, ${width} wide`, { viewport: { width, height: 800 } }, async (page) => {
    await heard(page, 'ready');
    await select(page, 'MEX');
    const found = await page.evaluate(() => {
      const right = (element) => element.getBoundingClientRect().right;
      const { shadowRoot } = document.querySelector('summit-map');
      // The drawing is clipped to its box, so its parts may be larger.
      // The table has a region of its own that scrolls.
      const inTable = (box) => box.closest('.scroll') !== null && !box.matches('.scroll');
      const boxes = [document, shadowRoot].flatMap((tree) => [...tree.querySelectorAll('body *, :host *, figure, figure :not(svg *), .popup')])
        .filter((box) => !inTable(box));
      const wide = boxes.filter((element) => right(element) > innerWidth + 0.5);
      return { page: document.documentElement.scrollWidth, wide: wide.map((element) => element.outerHTML.slice(0, 80)) };
    });
    assert.ok(found.page <= width, `the page is ${found.page} wide`);
    assert.deepEqual(found.wide, []);
  });
}

for (const width of [360, 1280, 1600]) {
  for (const colorScheme of SCHEMES) {
    const options = { viewport: { width, height: 1400 }, colorScheme };
    // Nothing is compared: the pictures are for people, the numbers below for the test.
    pageTest(`a picture is taken, ${width} wide, ${colorScheme}`, options, async (page) => {
      await heard(page, 'ready');
      const path = `${SCREENSHOTS}${width}-${colorScheme}.png`;
      const picture = await page.screenshot({ path });
      assert.ok(picture.length > 10_000, `${picture.length} bytes`);
    });
  }
}

/** Contrast by WCAG 2.2, of two colours as computed styles write them: rgb(1, 2, 3). */
function contrast(one, other) {
  const luminance = (color) => {
    const [, alpha = 1] = /rgba\(.*, ([\d.]+)\)/.exec(color) ?? [];
    assert.equal(Number(alpha), 1, `${color} is not opaque`);
    const parts = color.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255);
    const linear = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colours with which the map is painted. */
const paint = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const style = (element) => getComputedStyle(element);
  return {
    sea: style(shadowRoot.querySelector('.sea rect')).fill,
    paper: style(shadowRoot.querySelector('figure')).backgroundColor,
    layers: [...shadowRoot.querySelectorAll('.layer:not(.callouts *)')].map((layer) => {
      // Of an area, not of its group: a rule of the style sheet could paint over the group's.
      const { fill, stroke } = style(layer.querySelector('path'));
      return { isOutlined: layer.classList.contains('outlined'), fill, stroke };
    }),
  };
});

for (const colorScheme of SCHEMES) {
  pageTest(`the fills of the countries stand out from sea and border, ${colorScheme}`, { colorScheme }, async (page) => {
    await heard(page, 'ready');
    const { sea, layers } = await paint(page);
    const states = layers.filter(({ isOutlined }) => !isOutlined);
    assert.equal(states.length, 3);
    for (const { fill, stroke } of states) {
      assert.ok(contrast(fill, sea) >= 3, `${fill} on the sea ${sea}: ${contrast(fill, sea)}`);
      assert.ok(contrast(fill, stroke) >= 3, `${fill} in the border ${stroke}: ${contrast(fill, stroke)}`);
    }
  });

  pageTest(`the outline of the territories stands out on both sides, ${colorScheme}`, { colorScheme }, async (page) => {
    await heard(page, 'ready');
    const { sea, layers } = await paint(page);
    const [{ fill, stroke }] = layers.filter(({ isOutlined }) => isOutlined);
    assert.ok(contrast(stroke, fill) >= 3, `${stroke} round ${fill}: ${contrast(stroke, fill)}`);
    assert.ok(contrast(stroke, sea) >= 3, `${stroke} on the sea ${sea}: ${contrast(stroke, sea)}`);
  });

  pageTest(`the sea has the colour of the paper round it, ${colorScheme}`, { colorScheme }, async (page) => {
    await heard(page, 'ready');
    const { sea, paper } = await paint(page);
    assert.equal(sea, paper);
  });

  pageTest(`all text can be read, ${colorScheme}`, { colorScheme }, async (page) => {
    await heard(page, 'ready');
    await select(page, 'MEX');
    await settle(page);
    const texts = await page.evaluate(() => {
      const up = (at) => at.assignedSlot ?? at.parentElement ?? at.getRootNode().host;
      const back = (at) => {
        const color = getComputedStyle(at).backgroundColor;
        if (color !== 'rgba(0, 0, 0, 0)') return color;
        return up(at) ? back(up(at)) : 'rgb(255, 255, 255)';
      };
      const { shadowRoot } = document.querySelector('summit-map');
      const all = [document.body, shadowRoot].flatMap((tree) => [...tree.querySelectorAll('*')]);
      const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
      return all.filter((at) => [...at.childNodes].some(isText) && at.checkVisibility()).map((at) => ({
        name: `${at.localName}.${at.className}`, color: getComputedStyle(at).color, back: back(at),
      }));
    });
    const names = new Set(texts.map(({ name }) => name));
    for (const name of ['span.legend-label', 'h3.', 'p.summary', 'p.subtitle', 'cite.', 'p.claims-heading']) {
      assert.ok(names.has(name), `${name} is among the texts`);
    }
    const faint = texts.filter(({ color, back }) => contrast(color, back) < 4.5);
    assert.deepEqual(faint, []);
  });
}

pageTest('light and dark are two sets of colours', {}, async (page) => {
  await heard(page, 'ready');
  const colors = async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    return paint(page);
  };
  const [dark, light] = [await colors('dark'), await colors('light')];
  assert.notEqual(light.sea, dark.sea);
  light.layers.forEach(({ fill }, index) => assert.notEqual(fill, dark.layers[index].fill));
});
