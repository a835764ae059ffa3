// How a message looks: over the map, where it is seen, and nothing makes room for it.

import assert from 'node:assert/strict';
import { pageTest } from './browser.js';
import { theError } from './map.js';

const MAP = '**/data/americas.{geojson,arcs}';
const notThere = (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found\n' });

/** A shift beyond the screen's edge counts for nothing in a browser's sum, so look for oneself. */
async function assertNothingMoved(page) {
  const [before, after] = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const parts = [...shadowRoot.querySelectorAll('figure, figcaption, .stage, .legend'),
      document.querySelector('.summit-facts')];
    const measure = () => parts.map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [part.classList[0] ?? part.localName, x, y, width, height];
    });
    const after = measure();
    shadowRoot.querySelector('.error').remove();
    return [measure(), after];
  });
  assert.deepEqual(after, before, 'the message has moved something');
}

for (const [width, height] of [[360, 640], [1280, 800]]) {
  pageTest(`a message moves nothing, ${width} × ${height}`, {
    viewport: { width, height }, routes: { [MAP]: notThere },
  }, async (page) => {
    await theError(page);
    await assertNothingMoved(page);
  });

  pageTest(`a message is seen without scrolling, ${width} × ${height}`, {
    viewport: { width, height }, routes: { [MAP]: notThere },
  }, async (page) => {
    await theError(page);
    const { y, height: tall } = await page.locator('summit-map .error').boundingBox();
    assert.ok(y >= 0 && y + tall <= height, `it lies from ${y} to ${y + tall}`);
  });
}

pageTest('an empty element that fails shows the message', {
  path: 'e2e/plain.html', routes: { [MAP]: notThere },
}, async (page) => {
  await theError(page);
  const box = await page.locator('summit-map .error').boundingBox();
  assert.ok(box.width > 100 && box.height > 20, `${box.width} × ${box.height}`);
});

pageTest('a message fits a small screen', {
  viewport: { width: 280, height: 480 }, routes: { [MAP]: notThere },
}, async (page) => {
  await theError(page);
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= screen, `${wide} > ${screen}`);
});
