// A page may say where the parts of the map are.

import assert from 'node:assert/strict';
import { heard, pageTest } from './browser.js';
import { inMap } from './map.js';

pageTest('a page says where the wasm is, brings its own style, and has no worker', { path: 'e2e/parts.html' }, async (page) => {
  await heard(page, 'ready');
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const wasm = asked.filter((url) => url.includes('.wasm')).map((url) => new URL(url)).map(({ pathname, search }) => pathname + search);
  assert.deepEqual(wasm.sort(), ['/pkg/engine_bg.wasm?mine', '/pkg/widget_bg.wasm?mine']);
  assert.equal(page.workers().length, 0);
  assert.equal(await inMap(page, 'link').count(), 0);
  assert.equal(await inMap(page, '.map').evaluate((map) => getComputedStyle(map).outlineColor), 'rgb(1, 2, 3)');
  assert.ok(!asked.some((url) => url.endsWith('summit-map.css')));
});
