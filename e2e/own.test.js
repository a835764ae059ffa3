// A map and a table of an author's own: one line in the page, objects, chosen files; the join of the two is told.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { events, heard, pageTest, settle } from './browser.js';
import { card, choose, inMap, select, title } from './map.js';

const OWN = { path: 'e2e/own.html' };
const atlas = readFileSync(new URL('../node_modules/world-atlas/countries-110m.json', import.meta.url), 'utf8');
/** The page with other attributes. */
const withMap = (attributes, routes) => ({ ...OWN, routes, html: (text) => text.replace(/<summit-map[^>]*>/, `<summit-map ${attributes}>`) });
const legend = (page) => inMap(page, '.legend-item .toggle').evaluateAll((all) => all.map((line) => line.textContent.replace(/\s+/g, ' ').trim()));
const joins = (page) => events(page, 'join');

pageTest('one line draws a map of a table: legend, counts, cards with source and date', OWN, async (page) => {
  await heard(page, 'ready');
  assert.deepEqual(await legend(page), ['3 open', '2 closed', '2 by invitation']);
  await choose(page, 'BRA');
  assert.equal(await title(page), 'Brazil');
  const said = await card(page).innerText();
  for (const part of ['open', '1,200', 'Tourist office', 'May 2030']) assert.ok(said.includes(part), `${part} in ${said}`);
});

pageTest('the author sees which rows have a region, which only look like one, and which have none', OWN, async (page) => {
  await heard(page, 'ready');
  const told = await inMap(page, '.join').innerText();
  for (const part of ['“country”', 'Rows with a region: 7', 'not used: 1', 'Rows that name no region: 1', 'Regions without a row: 51']) assert.ok(told.includes(part), `${part} in ${told}`);
  const [{ detail }] = await joins(page);
  assert.deepEqual(detail.guessed.map(({ row, feature }) => [row.line, row.text, feature.name]), [[4, 'Argentinia', 'Argentina']]);
  assert.deepEqual(detail.unmatched, [{ line: 9, text: 'Narnia' }]);
});

pageTest('another column is another map: numbers become classes, and no file is fetched again', OWN, async (page) => {
  await heard(page, 'ready');
  const before = page.requests.length;
  await page.evaluate(() => document.querySelector('summit-map').setAttribute('value', 'visitors'));
  await heard(page, 'ready', 2);
  const lines = await legend(page);
  assert.ok(lines.length >= 3 && lines.length <= 7 && lines.every((line) => /\d+ .*\d/.test(line)), lines.join(' | '));
  assert.deepEqual(page.requests.slice(before).filter((path) => /geojson|csv/.test(path)), []);
});

pageTest('rows and map may be objects', { ...OWN, html: (text) => text.replace(/<summit-map.*<\/summit-map>/, '') }, async (page) => {
  await page.evaluate(() => {
    const square = (id, x) => ({ type: 'Feature', id, properties: { name: `Field ${id}` }, geometry: { type: 'Polygon', coordinates: [[[x, 0], [x + 9, 0], [x + 9, 9], [x, 9], [x, 0]]] } });
    const map = document.createElement('summit-map');
    map.setAttribute('value', 'answer');
    map.map = { type: 'FeatureCollection', features: [square('a', 0), square('b', 9)] };
    map.data = [{ field: 'a', answer: 'yes' }, { field: 'b', answer: 'no' }];
    document.body.append(map);
  });
  await heard(page, 'ready');
  assert.deepEqual((await legend(page)).sort(), ['1 no', '1 yes']);
  await select(page, 'a');
  assert.equal(await title(page), 'Field a');
});

pageTest('TopoJSON is read too, with a table of names in another language', withMap('src="../data/world.json" data="own.csv" value="status" lang="es" object="countries"', {
  '**/data/world.json': (route) => route.fulfill({ contentType: 'application/json', body: atlas }),
  '**/own.csv': (route) => route.fulfill({ contentType: 'text/csv', body: 'país;status\nBrasil;sí\nAlemania;no\nCorea del Sur;sí\n' }),
}), async (page) => {
  await heard(page, 'ready');
  assert.deepEqual(await legend(page), ['2 sí', '1 no']);
  const [{ detail }] = await joins(page);
  assert.equal(detail.matched.length, 3);
});

pageTest('files that are chosen take the place of those of the page', OWN, async (page) => {
  await heard(page, 'ready');
  const input = inMap(page, '.own input');
  await input.setInputFiles({ name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from('country,status\nBRA,left\nCHL,right\nPER,right\n') });
  await heard(page, 'ready', 2);
  assert.deepEqual((await legend(page)).sort(), ['1 left', '2 right']);
});

pageTest('a column that is not there is an error with the names of those that are', withMap('src="../data/americas.geojson" data="own.csv" join="nation" value="status"'), async (page) => {
  await heard(page, 'error');
  const [{ detail }] = await events(page, 'error');
  assert.equal(detail.code, 'invalid');
  assert.match(detail.message, /"nation".*country, status, visitors/);
  await page.evaluate(() => (seen.events.length = 0, document.querySelector('summit-map').setAttribute('join', 'country')));
  await heard(page, 'ready');
  await settle(page);
  assert.equal(await inMap(page, '.error').count(), 0);
});

pageTest('a table that does not come is an error that can be tried again', withMap('src="../data/americas.geojson" data="gone.csv" value="status"', {
  '**/gone.csv': (route) => route.fulfill({ status: 503, body: '' }),
}), async (page) => {
  await heard(page, 'error');
  const [{ detail }] = await events(page, 'error');
  assert.deepEqual([detail.code, detail.status, detail.retryable], ['http', 503, true]);
  page.failures.length = 0; // the browser tells of the answer
});

pageTest('nothing in a table is markup, a script or a link', withMap('author src="../data/americas.geojson" data="own.csv" value="status"', {
  '**/own.csv': (route) => route.fulfill({ contentType: 'text/csv', body: [
    'country,status,"<img src=x onerror=alert(1)>"', 'BRA,"<script>alert(1)</script>","<b>one</b>"', 'CHL,javascript:alert(1),"{all}"', 'PER,"<svg onload=alert(1)>","</style>"', '"<iframe>",x,y',
  ].join('\n') }),
}), async (page) => {
  await heard(page, 'ready');
  await settle(page);
  assert.ok((await legend(page)).some((line) => line.includes('<script>alert(1)</script>')));
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const all = [...shadowRoot.querySelectorAll('*'), ...document.querySelectorAll('summit-map *')];
    return all.filter((node) => ['SCRIPT', 'IMG', 'IFRAME'].includes(node.tagName)
      || [...node.attributes].some(({ name, value }) => name.startsWith('on') || name === 'href' && /^\s*javascript:/i.test(value))).map((node) => node.outerHTML.slice(0, 80));
  });
  assert.deepEqual(found, []);
});

pageTest('a page into which such a map was drawn is kept as it is, and answers at once', { ...OWN, html: drawnIn }, async (page) => {
  await heard(page, 'ready');
  await settle(page);
  const ready = await events(page, 'ready');
  assert.deepEqual(ready.map(({ detail }) => detail.adopted), [true], 'the figure is known again');
  assert.deepEqual(await legend(page), ['3 open', '2 closed', '2 by invitation']);
  await choose(page, 'BRA');
  assert.match(await card(page).innerText(), /1,200/);
});

/** The page with its map, as `summit-map prerender` writes it. */
function drawnIn(text) {
  const folder = mkdtempSync(`${tmpdir()}/own-`), root = fileURLToPath(new URL('..', import.meta.url));
  const file = `${folder}/own.html`;
  copyFileSync(`${root}/data/americas.geojson`, `${folder}/americas.geojson`);
  copyFileSync(`${root}/e2e/pages/own.csv`, `${folder}/own.csv`);
  writeFileSync(file, text.replace('../data/americas.geojson', 'americas.geojson').replace('<summit-map', '<summit-map styles="../summit-map.css"'));
  execFileSync(`${root}/target/debug/summit-map`, ['prerender', file]);
  const drawn = readFileSync(file, 'utf8').replace('src="americas.geojson"', 'src="../data/americas.geojson"');
  rmSync(folder, { recursive: true });
  return drawn;
}
