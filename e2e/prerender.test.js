// The page as it stands before, or without, any script.

import assert from 'node:assert/strict';
import { REGIONS, pageTest } from './browser.js';
import { spot } from './map.js';

const off = { javaScriptEnabled: false };

pageTest('without scripts every region of the map is drawn', off, async (page) => {
  const boxes = await page.locator('summit-map .map [data-region]').evaluateAll((regions) =>
    regions.map((region) => {
      const { width, height } = region.getBoundingClientRect();
      return { name: region.getAttribute('aria-label') ?? '', width, height };
    }));
  assert.equal(boxes.length, REGIONS);
  const empty = boxes.filter(({ width, height }) => !(width > 0 && height > 0));
  assert.deepEqual(empty, []);
});

pageTest('without scripts none of the 35 countries is too small to be seen', off, async (page) => {
  const sizes = await page.locator('.layer:not(.outlined) a[data-region]').evaluateAll((links) =>
    links.map((link) => {
      const { width, height } = link.getBoundingClientRect();
      return { name: link.getAttribute('aria-label'), size: Math.min(width, height) };
    }));
  assert.equal(sizes.length, 35);
  // Three pixels: the eye finds a dark dot of that size on a light sea.
  assert.deepEqual(sizes.filter(({ size }) => size < 3), []);
});

pageTest('without scripts the map has its title and its summary', off, async (page) => {
  assert.match(await page.locator('figcaption h2').innerText(), /Summit of the Americas/);
  assert.match(await page.locator('figcaption .summary').innerText(), /^35 countries: 20 signed/);
});

pageTest('without scripts the legend counts the countries of each colour', off, async (page) => {
  const rows = await page.locator('.legend-item').evaluateAll((items) => items.map((item) => [
    item.querySelector('.legend-label').textContent,
    item.querySelector('.legend-count')?.textContent,
  ]));
  const counts = Object.fromEntries(rows);
  assert.equal(counts['Signed the declaration'], '20');
  assert.equal(counts['Not mentioned in the article'], '12');
  assert.equal(counts['Not invited by the host'], '3');
  assert.equal(counts['President stayed away in protest'], '1');
});

pageTest('the map has as many countries in each layer as the legend says', off, async (page) => {
  const layers = await page.locator('.layer:not(.outlined, .callouts *)').evaluateAll((layers) =>
    layers.map((layer) => layer.querySelectorAll('a[data-region]').length));
  assert.deepEqual(layers, [20, 12, 3]);
});

pageTest('without scripts every region that is a link leads to its entry', off, async (page) => {
  const dead = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const links = [...shadowRoot.querySelectorAll('a[data-region]')];
    const hrefs = links.map((link) => link.getAttribute('href'));
    // An id inside the shadow root would not do: a fragment finds elements of the page only.
    return { count: hrefs.length, dead: hrefs.filter((href) => !document.getElementById(href.slice(1))) };
  });
  assert.deepEqual(dead.dead, []);
  assert.ok(dead.count >= 35, `${dead.count} links`);
});

pageTest('without scripts a click on Mexico leads to what is said about it', off, async (page) => {
  const { x, y } = await spot(page, 'a[data-region][href="#summit-MEX"]');
  await page.mouse.click(x, y);
  await page.waitForURL(/#summit-MEX$/);
  const entry = page.locator('#summit-MEX');
  assert.equal(await entry.locator('h3').innerText(), 'Mexico');
  const top = await entry.evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 800, `the entry is at ${top}`);
});

pageTest('every fragment of the page leads somewhere', off, async (page) => {
  const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute('href'))
    .filter((href) => !document.getElementById(href.slice(1))));
  assert.deepEqual(dead, []);
});

pageTest('the page has no id twice', off, async (page) => {
  const twice = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    return [document, shadowRoot].flatMap((tree) => {
      const ids = [...tree.querySelectorAll('[id]')].map((element) => element.id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
  });
  assert.deepEqual(twice, []);
});

pageTest('nothing in the page is inline: no style, no script, no handler', off, async (page) => {
  const inline = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const all = [document, shadowRoot].flatMap((tree) => [...tree.querySelectorAll('*')]);
    const isInline = (element) => element.localName === 'style'
      || (element.localName === 'script' && !element.hasAttribute('src'))
      || element.getAttributeNames().some((name) => name === 'style' || name.startsWith('on'));
    return all.filter(isInline).map((element) => element.outerHTML.slice(0, 120));
  });
  assert.deepEqual(inline, []);
});
