// What the page looks like: it fits, and all of it can be read. `acceptance.test.js` measures the map.

import assert from 'node:assert/strict';
import { heard, pageTest, settle } from './browser.js';
import { contrast } from './geometry.js';
import { select } from './map.js';

for (const width of [280, 320, 360, 600, 768, 1100, 1280, 1600]) {
  pageTest(`the page never scrolls sideways, ${width} wide`, { viewport: { width, height: 800 } }, async (page) => {
    await heard(page, 'ready');
    await select(page, 'MEX');
    await settle(page);
    const found = await page.evaluate(() => {
      const right = (element) => element.getBoundingClientRect().right;
      const { shadowRoot } = document.querySelector('summit-map');
      // The drawing is clipped to its box, so its parts may be larger.
      // The table has a region of its own that scrolls.
      const inTable = (box) => box.closest('.scroll') !== null && !box.matches('.scroll');
      const boxes = [document, shadowRoot].flatMap((tree) => [...tree.querySelectorAll('*')])
        .filter((box) => !box.matches('svg *') && !inTable(box));
      const wide = boxes.filter((element) => right(element) > innerWidth + 0.5);
      return { page: document.documentElement.scrollWidth, wide: wide.map((element) => element.outerHTML.slice(0, 80)) };
    });
    assert.ok(found.page <= width, `the page is ${found.page} wide`);
    assert.deepEqual(found.wide, []);
  });
}

/** The colours with which the map is painted. */
const paint = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const back = (at) => {
    const { backgroundColor } = getComputedStyle(at);
    return backgroundColor === 'rgba(0, 0, 0, 0)' && at.parentElement ? back(at.parentElement) : backgroundColor;
  };
  return {
    sea: back(shadowRoot.querySelector('.view')),
    layers: [...shadowRoot.querySelectorAll('.map .layer')].map((layer) => {
      // Of an area, not of its group: a rule of the style sheet could paint over the group's.
      const { fill, stroke } = getComputedStyle(layer.querySelector('path'));
      return { isOutlined: layer.classList.contains('outlined'), fill, stroke };
    }),
  };
});

for (const colorScheme of ['light', 'dark']) {
  pageTest(`the fills of the countries stand out from their borders, ${colorScheme}`, { colorScheme }, async (page) => {
    await heard(page, 'ready');
    const { layers } = await paint(page);
    const states = layers.filter(({ isOutlined }) => !isOutlined);
    assert.equal(states.length, 3);
    for (const { fill, stroke } of states) assert.ok(contrast(fill, stroke) >= 3, `${fill} in the border ${stroke}: ${contrast(fill, stroke)}`);
  });

  pageTest(`the outline of the territories stands out from the sea, ${colorScheme}`, { colorScheme }, async (page) => {
    await heard(page, 'ready');
    const { sea, layers } = await paint(page);
    const [{ stroke }] = layers.filter(({ isOutlined }) => isOutlined);
    assert.ok(contrast(stroke, sea) >= 3, `${stroke} on the sea ${sea}: ${contrast(stroke, sea)}`);
  });

  for (const width of [360, 1280]) {
    pageTest(`all text can be read, ${colorScheme}, ${width} wide`, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
      await heard(page, 'ready');
      await select(page, 'MEX');
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
      await settle(page);
      const texts = await page.evaluate(() => {
        const up = (at) => at.assignedSlot ?? at.parentElement ?? at.getRootNode().host;
        const back = (at) => {
          const color = getComputedStyle(at).backgroundColor;
          if (color !== 'rgba(0, 0, 0, 0)') return color;
          return up(at) ? back(up(at)) : 'rgb(255, 255, 255)';
        };
        const { shadowRoot } = document.querySelector('summit-map');
        const all = [document.body, shadowRoot].flatMap((tree) => [...tree.querySelectorAll(':not(svg, svg *)')]);
        const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
        return all.filter((at) => [...at.childNodes].some(isText) && at.checkVisibility()).map((at) => ({
          name: `${at.localName}.${at.className}`, color: getComputedStyle(at).color, back: back(at),
        }));
      });
      const names = new Set(texts.map(({ name }) => name));
      for (const name of ['h3.', 'cite.', 'p.claims-heading', 'p.kicker', 'b.legend-count']) {
        assert.ok(names.has(name), `${name} is among the texts`);
      }
      assert.deepEqual(texts.filter(({ color, back }) => contrast(color, back) < 4.5), []);
    });
  }
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

pageTest('the headline breaks between its sentences first', { viewport: { width: 1280, height: 800 } }, async (page) => {
  await heard(page, 'ready');
  const lines = await page.locator('summit-map .headline h2 span').evaluateAll((all) => all.map((sentence) => {
    const { display } = getComputedStyle(sentence);
    return { display, top: sentence.getBoundingClientRect().top };
  }));
  assert.ok(lines.length >= 2, `${lines.length} sentences`);
  assert.ok(lines.every(({ display }) => display === 'inline-block'));
});
