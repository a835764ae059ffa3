// What a page that holds the element can ask of it, and what it is told.

import assert from 'node:assert/strict';
import { BASE, events, heard, pageTest, settle } from './browser.js';
import { card, select, title } from './map.js';

const MEXICO = { id: 'MEX' };
const details = async (page) => (await events(page, 'select')).map(({ detail }) => detail);

/** A page whose map is ready. */
const mapTest = (name, body) => pageTest(name, {}, async (page) => {
  await heard(page, 'ready');
  await body(page);
});

const inPage = (page, run) => page.locator('summit-map').evaluate(run);

const ways = {
  'the method select': (map) => map.select('MEX'),
  'the attribute selected': (map) => map.setAttribute('selected', 'MEX'),
  'the property selected': (map) => { map.selected = 'MEX'; },
};
for (const [way, run] of Object.entries(ways)) {
  mapTest(`${way} opens the card, tells the page once and leaves the focus alone`, async (page) => {
    await inPage(page, run);
    await card(page).locator('h3').waitFor();
    await settle(page);
    assert.deepEqual(await details(page), [MEXICO]);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'body');
  });
}

mapTest('selecting none closes the card and tells the page', async (page) => {
  await select(page, 'MEX');
  await select(page, null);
  await card(page).waitFor({ state: 'hidden' });
  assert.deepEqual(await details(page), [MEXICO, { id: null }]);
});

mapTest('selecting what is selected tells nothing new', async (page) => {
  await select(page, 'MEX');
  await select(page, 'MEX');
  await settle(page);
  assert.deepEqual(await details(page), [MEXICO]);
});

mapTest('the select event bubbles and leaves shadow roots', async (page) => {
  await select(page, 'MEX');
  const [{ bubbles, composed }] = await events(page, 'select');
  assert.deepEqual({ bubbles, composed }, { bubbles: true, composed: true });
});

mapTest('selecting a region that the map lacks throws and changes nothing', async (page) => {
  const error = await inPage(page, (map) => {
    map.select('MEX');
    try {
      map.select('ATL');
    } catch (error) {
      return { isError: error instanceof Error, code: error.code, message: error.message };
    }
  });
  assert.deepEqual(error, {
    isError: true, code: 'unknown-region', message: 'region "ATL" is not on the map',
  });
  assert.equal(await title(page), 'Mexico');
});

mapTest('an attribute that names no region gives an error event', async (page) => {
  await inPage(page, (map) => map.setAttribute('selected', 'ATL'));
  await heard(page, 'error');
  const [{ detail }] = await events(page, 'error');
  assert.equal(detail.code, 'unknown-region');
});

/** The facts of the page, with another name for one region, at an address of their own. */
const other = { '**/other.json': async (route) => {
  const response = await route.fetch({ url: `${BASE}data/summit-2022.json` });
  await route.fulfill({ body: (await response.text()).replace('"Brazil"', '"Brasil"') });
} };

pageTest('several attributes set at once are one load', { routes: other }, async (page) => {
  await heard(page, 'ready');
  await inPage(page, (map) => {
    map.facts = 'other.json';
    map.prefix = 'other';
  });
  await heard(page, 'ready', 2);
  await settle(page);
  assert.equal((await events(page, 'ready')).length, 2);
  assert.equal(page.requests.filter((path) => path.endsWith('other.json')).length, 1);
  assert.equal(await page.locator('a[data-region][href="#other-MEX"]').count(), 1);
  assert.equal(await page.locator('.entry:has(#other-BRA) summary b').textContent(), 'Brasil');
});

pageTest('other data may come while a card is open', { routes: other }, async (page) => {
  await heard(page, 'ready');
  await select(page, 'MEX');
  await inPage(page, (map) => { map.facts = 'other.json'; });
  await heard(page, 'ready', 2);
  await select(page, 'BRA');
  assert.equal(await title(page), 'Brasil');
});

for (const [name, close] of [['selects', (map) => map.select('MEX')], ['clicks', (map) => {
  map.shadowRoot.querySelector('a[data-region][href="#summit-MEX"]').dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
}]]) {
  mapTest(`a page may remove the map in answer to its event when one ${name}`, async (page) => {
    await inPage(page, (map) => {
      map.addEventListener('summit-map-select', () => map.remove(), { once: true });
      globalThis.map = map;
    });
    await inPage(page, close);
    await settle(page);
    assert.equal(await page.evaluate(() => map.shadowRoot.querySelector('.tip')), null);
    await page.evaluate(() => document.querySelector('main').append(map));
    await heard(page, 'ready', 2);
    await select(page, 'MEX');
    await card(page).locator('h3').waitFor();
  });
}

mapTest('a page may select another region in answer to the event', async (page) => {
  await inPage(page, (map) => {
    map.addEventListener('summit-map-select', () => map.select('BRA'), { once: true });
    map.select('MEX');
  });
  assert.equal(await title(page), 'Brazil');
  assert.deepEqual(await details(page), [MEXICO, { id: 'BRA' }]);
});

pageTest('a region that is asked for in the page is shown when the map is ready', {
  html: (text) => text.replace('<summit-map ', '<summit-map selected="MEX" '),
}, async (page) => {
  await heard(page, 'ready');
  assert.equal(await title(page), 'Mexico');
  assert.deepEqual(await details(page), [MEXICO]);
});

pageTest('a region that is asked for before the map is ready is shown then', {
  path: 'e2e/early.html',
}, async (page) => {
  await heard(page, 'ready');
  assert.equal(await title(page), 'Mexico');
  const map = page.locator('summit-map');
  // The property reaches the attribute only if it does not hide the accessor.
  assert.equal(await map.getAttribute('selected'), 'MEX');
  assert.deepEqual(await map.evaluate((map) => Object.keys(map)), []);
});
