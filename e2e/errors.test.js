// What goes wrong outside: each fault is one event and one message, and the map stays.

import assert from 'node:assert/strict';
import { REGIONS, events, heard, pageTest } from './browser.js';
import { choose, left, theError, title } from './map.js';

const MAP = '**/data/americas.{geojson,arcs}';
const FACTS = '**/data/summit-2022.en.json';
const WASM = '**/*.wasm';
const ENGINE = '**/pkg/engine*';
const WIDGET = '**/pkg/widget*';

const answer = (response) => (route) => route.fulfill(response);
const status = (status) => answer({ status, contentType: 'text/plain', body: 'not found\n' });
const html = answer({ contentType: 'text/html', body: '<!doctype html>\n<title>Welcome</title>' });
const empty = answer({ contentType: 'application/json', body: '' });
const abort = (route) => route.abort();
const never = () => {};
const json = (value) => answer({ contentType: 'application/json', body: JSON.stringify(value) });
/** The true file, with its text changed. */
const edited = (edit) => async (route) => {
  const before = await (await route.fetch()).text();
  const body = edit(before);
  assert.notEqual(body, before, 'the edit of the file found nothing to edit');
  await route.fulfill({ contentType: 'application/json', body });
};
const halfGeoJson = async (route) => {
  const response = await route.fetch({ url: route.request().url().replace('.arcs', '.geojson') });
  const text = await response.text();
  await route.fulfill({ response, body: text.slice(0, text.length / 2) });
};
const cut = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
};
const half = edited((text) => text.slice(0, text.length / 2));
const misspelt = edited((text) => text.replace('["signed","invited"', '["sighned","invited"'));
const unsourced = edited((text) => text.replace(/"sources":\["[^\]]*\]/, '"sources":[]'));
const topology = json({ type: 'Topology', arcs: [[[0, 0], [1, 1]]], objects: {} });
const emptyPoint = json({ type: 'Point', coordinates: [] });

const PLACE = /line \d+, column \d+/;
const FAULTS = [
  ['the map is not there', MAP, status(404), 'http', /americas\.(geojson|arcs).*404/],
  ['the facts are not there', FACTS, status(404), 'http', /summit-2022\.en\.json.*404/],
  ['the server fails', FACTS, status(500), 'http', /500/],
  ['an HTML page comes for the map', MAP, html, 'wrong-format', /^map: .*HTML/],
  ['an HTML page comes for the facts', FACTS, html, 'wrong-format', /^facts: .*HTML/],
  ['the map is cut in the middle', MAP, cut, 'wrong-format', /cut off or broken/],
  ['the map is GeoJSON that is cut in the middle', MAP, halfGeoJson, 'syntax', PLACE],
  ['the facts are cut in the middle', FACTS, half, 'syntax', PLACE],
  ['the map is TopoJSON without a polygon', MAP, topology, 'nothing-to-draw', /polygon/],
  ['the map is a point without coordinates', MAP, emptyPoint, /^(nothing-to-draw|invalid|wrong-format)$/, /Point|polygon/],
  ['the map is empty', MAP, empty, 'empty', /^map: /],
  ['the facts are empty', FACTS, empty, 'empty', /^facts: /],
  ['a status is misspelt', FACTS, misspelt, 'invalid', /^facts, line \d+, column \d+: .*sighned/],
  ['a claim has no source', FACTS, unsourced, 'invalid', /^facts, line \d+, column \d+: .*source/],
  ['the connection for the map breaks', MAP, abort, 'network', /americas\.(geojson|arcs)/],
  ['the connection for the facts breaks', FACTS, abort, 'network', /summit-2022\.en\.json/],
  ['the program is not there', WASM, status(404), 'core', /program/],
  ['an HTML page comes for the program', WASM, html, 'core', /program/],
  ['the connection for the program breaks', WASM, abort, 'core', /program/],
  // Slow answers: the element has `timeout="300"`.
  ['the map does not come', MAP, never, 'timeout', /too long/, 300],
  ['the facts do not come', FACTS, never, 'timeout', /too long/, 300],
  ['the program does not come', WASM, never, 'timeout', /too long/, 300],
];

async function assertMapStands(page) {
  const drawn = await page.locator('.map .layer > :not(svg)').evaluateAll((all) =>
    all.filter((region) => region.checkVisibility() && region.getBoundingClientRect().width > 0).length);
  assert.equal(drawn, REGIONS);
}

for (const [name, pattern, handler, code, message, timeout] of FAULTS) {
  pageTest(`${name}: one message, and the map stays`, {
    routes: { [pattern]: handler },
    ...(timeout && { html: (text) => text.replace('<summit-map ', `<summit-map timeout="${timeout}" `) }),
  }, async (page) => {
    const detail = await theError(page);
    assert.match(detail.code, code instanceof RegExp ? code : new RegExp(`^${code}$`));
    assert.match(detail.message, message);
    await assertMapStands(page);
    assert.equal(await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('summit-map');
      const top = () => shadowRoot.querySelector('.map').getBoundingClientRect().top;
      const below = top();
      shadowRoot.querySelector('.error').remove();
      return top() - below;
    }), 0, 'the message lies over the map and moves nothing');
  });
}

const PARTS = [['map', MAP], ['facts', FACTS], ['program', WASM], ['engine', ENGINE], ['script of the widget', WIDGET]];
for (const [name, pattern] of PARTS) {
  pageTest(`when the ${name} can be had again, trying again shows the map`, {
    routes: { [pattern]: abort },
  }, async (page) => {
    await theError(page);
    await page.unroute(pattern);
    await page.evaluate(() => { seen.events = seen.events.filter(({ name }) => name !== 'error'); });
    await page.locator('summit-map .error button').click();
    await page.locator('summit-map .error').waitFor({ state: 'detached' });
    await heard(page, 'ready');
    assert.deepEqual((await events(page, 'ready')).map(({ detail }) => detail.adopted), [true]);
  });
}

for (const [name, handler, code] of [['is not there', status(404), 'core'], ['is a page', html, 'core'], ['hangs', never, 'timeout']]) {
  for (const [part, pattern] of [['engine', ENGINE], ['widget', WIDGET]]) {
    pageTest(`the script of the ${part} ${name}: one message, and the map stays`, {
      routes: { [pattern]: handler }, html: (text) => text.replace('<summit-map ', '<summit-map timeout="900" '),
    }, async (page) => {
      const detail = await theError(page);
      assert.equal(detail.code, code);
      assert.equal(detail.retryable, true);
      await assertMapStands(page);
      assert.equal((await events(page, 'ready')).length, part === 'engine' ? 1 : 0);
      await page.unroute(pattern);
      await page.locator('summit-map .error button').click();
      await page.locator('summit-map .error').waitFor({ state: 'detached' });
    });
  }
}

pageTest('without the engine the map answers', { routes: { [ENGINE]: abort } }, async (page) => {
  await theError(page);
  await choose(page, 'MEX');
  assert.equal(await title(page), 'Mexico');
  assert.match(await page.locator('summit-map .card .facts').innerText(), /boycotted the summit/);
  await page.keyboard.press('Escape');
  await page.locator('summit-map [data-do=only-2]').click();
  assert.deepEqual(await left(page), ['CUB', 'NIC', 'VEN']);
});

pageTest('trying again in vain gives the next message in place of the first', {
  routes: { [MAP]: status(404) },
}, async (page) => {
  await theError(page);
  await page.locator('summit-map .error button').click();
  await heard(page, 'error', 2);
  assert.equal(await page.locator('summit-map .error').count(), 1);
});

pageTest('a program of the wrong type runs all the same', {
  routes: {
    [WASM]: async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
    },
  },
}, async (page) => {
  await heard(page, 'ready');
  assert.deepEqual(await events(page, 'error'), []);
});

for (const name of ['src', 'facts']) {
  pageTest(`an element without ${name} says so`, {
    html: (text) => text.replace(new RegExp(`(<summit-map[^>]*?) ${name}="[^"]*"`), '$1'),
  }, async (page) => {
    const { code, message } = await theError(page);
    assert.equal(code, `missing-${name}`);
    assert.match(message, new RegExp(name));
    await assertMapStands(page);
  });
}

pageTest('bad data after good data leaves the good map to use', {
  routes: { '**/bad.geojson': html },
}, async (page) => {
  await heard(page, 'ready');
  await page.evaluate(() => { document.querySelector('summit-map').src = 'bad.geojson'; });
  await heard(page, 'error');
  const [{ detail }] = await events(page, 'error');
  assert.equal(detail.code, 'wrong-format');
  await assertMapStands(page);
  await page.evaluate(() => document.querySelector('summit-map').select('MEX'));
  assert.equal(await page.locator('summit-map .card h3').innerText(), 'Mexico');
});
