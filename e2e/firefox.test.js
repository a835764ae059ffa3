// The map in Firefox with extended support, by WebDriver BiDi: what differs between engines is the way
// in, so the tests are about the policy, the wasm, the keyboard and faults. FIREFOX says where it is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firefox } from 'playwright-core';
import { BASE } from './browser.js';

const executablePath = process.env.FIREFOX;
const options = executablePath ? {} : { skip: 'FIREFOX is not set' };
let browser;
before(async () => { if (executablePath) browser = await firefox.launch({ executablePath, channel: 'moz-firefox' }); });
after(() => browser?.close());

/** Opens the page of the map; `routes` answer in place of the server. */
async function open(routes = {}) {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    globalThis.seen = { ready: 0, errors: [], violations: [] };
    document.addEventListener('summit-map-ready', () => { seen.ready += 1; });
    document.addEventListener('summit-map-error', ({ detail }) => seen.errors.push(detail));
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // The icon of a page that names none, which Firefox asks for by itself.
      if (!blockedURI.endsWith('/favicon.ico')) seen.violations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  for (const [pattern, handler] of Object.entries(routes)) await page.route(pattern, handler);
  await page.goto(BASE);
  return page;
}
const drawn = (page) => page.waitForFunction(() => document.querySelector('summit-map').shadowRoot.querySelector('.layers[data-shown]'));
const state = (page) => page.evaluate(() => seen);

test('Firefox: the map is ready under the strict policy', options, async () => {
  const page = await open();
  await drawn(page);
  const { ready, errors, violations } = await state(page);
  assert.deepEqual([ready, errors, violations], [1, [], []]);
  await page.close();
});

test('Firefox: Enter opens the card of a country, Escape closes it', options, async () => {
  const page = await open();
  await drawn(page);
  await page.evaluate(() => document.querySelector('summit-map').shadowRoot.querySelector('a[data-region][href="#summit-MEX"]').focus());
  await page.keyboard.press('Enter');
  const card = page.locator('summit-map .card h3');
  await card.waitFor();
  assert.equal(await card.innerText(), 'Mexico');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  await page.close();
});

const missing = (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found\n' });
for (const [name, pattern, code] of [['the map', '**/data/americas.arcs', 'http'], ['the program', '**/*.wasm', 'core']]) {
  test(`Firefox: without ${name} the picture stays, and says so once`, options, async () => {
    const page = await open({ [pattern]: missing });
    await page.waitForFunction(() => seen.errors.length > 0);
    const { errors } = await state(page);
    assert.deepEqual(errors.map((error) => error.code), [code]);
    assert.equal(await page.locator('summit-map .error button').count(), 1);
    assert.ok(await page.locator('summit-map .map').isVisible());
    await page.close();
  });
}

test('Firefox: wasm that is served as something else is read all the same', options, async () => {
  const other = async (route) => {
    const response = await fetch(route.request().url());
    await route.fulfill({ status: 200, contentType: 'application/octet-stream', body: Buffer.from(await response.arrayBuffer()) });
  };
  const page = await open({ '**/*.wasm': other });
  await drawn(page);
  assert.equal((await state(page)).ready, 1);
  await page.close();
});
