// A network on which three requests in ten fail: the map that was prerendered stands every time, and
// ends ready or with one typed error, from which trying again leads on. Nothing fails without a word.

import assert from 'node:assert/strict';
import { REGIONS, events, pageTest } from './browser.js';

/** How many loads; LOADS asks for more. */
const LOADS = Number(process.env.LOADS ?? 8);
const PART = 0.3;
const CODES = ['network', 'http', 'core', 'timeout', 'wrong-format', 'syntax', 'empty'];

/** Pseudo-random numbers, the same in every run. Source: Marsaglia, "Xorshift RNGs" (2003). */
function random(seed) {
  let state = BigInt(seed);
  return () => {
    state ^= (state << 13n) & 0xffffffffffffffffn;
    state ^= state >> 7n;
    state ^= (state << 17n) & 0xffffffffffffffffn;
    return Number(state & 0xffffn) / 0x10000;
  };
}

const FAULTS = [
  (route) => route.abort('connectionreset'),
  (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'later\n' }),
  (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>' }),
];

/** Waits until the page has said how the load ended. */
const ended = (page) => page.evaluate(async () => {
  const named = (name) => seen.events.filter((event) => event.name === name);
  const isDrawn = () => document.querySelector('summit-map').shadowRoot.querySelector('.layers[data-shown]');
  while (!named('error').length && !(named('ready').length && isDrawn())) await new Promise(requestAnimationFrame);
  return named('error').map(({ detail }) => detail);
});

const stands = (page) => page.locator('.map .layer > :not(svg)').count();

for (let load = 1; load <= LOADS; load += 1) {
  const next = random(load * 7919);
  let isBad = true;
  const failing = (route) => {
    if (!isBad || next() >= PART) return route.continue();
    return FAULTS[Math.floor(next() * FAULTS.length)](route);
  };
  // Without the style sheet and the script of the element there is nothing that could say a word.
  const routes = { '**/{data,pkg}/**': failing };
  pageTest(`a map on a network by chance, ${load}`, { routes }, async (page) => {
    assert.equal(await stands(page), REGIONS, 'the map that was prerendered');
    const errors = await ended(page);
    for (const { code, message } of errors) {
      assert.ok(CODES.includes(code), `${code}: ${message}`);
      assert.ok(message.length > 10, message);
    }
    assert.equal(await stands(page), REGIONS, 'the map after the load');
    isBad = false;
    const retry = page.locator('summit-map .error button');
    if (errors.length && await retry.count()) {
      await retry.click();
      await page.locator('summit-map .error').waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.querySelector('summit-map').shadowRoot.querySelector('.layers[data-shown]'));
    }
    assert.ok((await events(page, 'ready')).length > 0, 'ready in the end');
  });
}
