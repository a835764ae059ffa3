// What a reader takes along: files of the map and of its table, how to cite it, how to embed it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { heard, pageTest } from './browser.js';
import { inMap } from './map.js';

/** A page whose map has the box, which is open. */
const saveTest = (name, body) => pageTest(name, { path: 'e2e/export.html' }, async (page) => {
  await heard(page, 'ready');
  await inMap(page, '.save summary').click();
  await body(page);
});

/** What a button of the box saves. */
async function saved(page, kind) {
  const [download] = await Promise.all([page.waitForEvent('download'), inMap(page, `.save button:text-is("${kind}")`).click()]);
  assert.equal(download.suggestedFilename(), `map.${kind.toLowerCase()}`);
  return readFile(await download.path());
}

saveTest('the SVG stands alone, with title, legend, names and source', async (page) => {
  const text = (await saved(page, 'SVG')).toString();
  assert.match(text, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.match(text, /20 of 35 countries signed\. 3 were not invited\./);
  assert.match(text, /3 Not invited by the host/);
  assert.match(text, />Grenada</);
  assert.match(text, /Sources: News agency[^<]*June 2022/);
  assert.doesNotMatch(text, /href="(?!#)/, 'nothing is loaded from elsewhere');
});

saveTest('the PNG shows twice as many pixels, land in the colour of its status, and stripes', async (page) => {
  const picture = PNG.sync.read(await saved(page, 'PNG'));
  assert.ok(picture.width > 1600 && picture.height > 1800, `${picture.width} × ${picture.height}`);
  const counts = new Map();
  for (let at = 0; at < picture.data.length; at += 4) {
    const color = picture.data.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const share = (color) => (counts.get(color) ?? 0) / (picture.width * picture.height);
  assert.ok(share(0xf2f6f8) > 0.2, 'the sea');
  for (const { color, least } of [{ color: 0xffffff, least: 0.1 }, { color: 0x26739f, least: 0.1 }, { color: 0x952b06, least: 0.005 }]) {
    assert.ok(share(color) > least, `#${color.toString(16)}: ${share(color)}`);
  }
});

saveTest('the CSV has a row for each country, which a spreadsheet reads', async (page) => {
  const text = (await saved(page, 'CSV')).toString();
  const lines = text.split('\r\n');
  assert.match(lines[0], /^\uFEFFid,Country,/);
  assert.equal(lines.length, 35 + 2, 'a head, 35 countries, and an end');
  assert.match(text, /\r\nMEX,Mexico,/);
});

saveTest('the GeoJSON is the map with the answers in its properties', async (page) => {
  const map = JSON.parse(await saved(page, 'GEOJSON'));
  const brazil = map.features.find(({ id }) => id === 'BRA');
  assert.equal(brazil.geometry.type.endsWith('Polygon'), true);
  assert.equal(brazil.properties.Country, 'Brazil');
  assert.ok(Object.values(brazil.properties).includes('Signed the declaration'));
});

saveTest('the citation names title, source, address and day; the code can be pasted', async (page) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async (name) => {
    await inMap(page, `.save button:text-is("${name}")`).click();
    await inMap(page, '.save [role=status]:text-is("Copied")').waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const cited = await copied('Copy the citation');
  assert.match(cited, /^Summit of the Americas.*\. Sources: News agency.*June 2022\. http.*export\.html \(accessed .*20\d\d\)$/);
  const code = await copied('Copy the embed code');
  assert.match(code, /^<script type="module" src="http[^"]*summit-map\.js"><\/script>\n<summit-map downloads src="http[^"]*americas\.geojson" facts="http[^"]*summit-2022\.\{lang\}\.json"><\/summit-map>$/);
});
