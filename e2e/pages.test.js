// The site: a page for each map in each language, linked to each other with scripts and without.

import assert from 'node:assert/strict';
import { BASE, heard, pageTest } from './browser.js';
import { card, hash, inMap, mapTest, select, title } from './map.js';

const LANGUAGES = ['en', 'es', 'pt', 'fr'];
const MAPS = ['index', 'panama-2015', 'los-angeles-2022'];
const file = (map, language) => (language === 'en' ? `${map}.html` : `${map}.${language}.html`);
const at = (page) => new URL(page.url()).pathname.slice(1) || 'index.html';

/** What a page says of itself. */
const look = (page) => page.evaluate(() => ({
  lang: document.documentElement.lang, title: document.title, description: document.querySelector('meta[name=description]').content,
  heading: document.querySelector('h1')?.textContent, footer: document.querySelector('footer').innerText,
  map: document.querySelector('summit-map').shadowRoot.querySelector('figure').lang,
}));

mapTest('a language that is chosen in the map is a page of its own: title, heading, description, foot', {}, async (page) => {
  const seen = [await look(page)];
  for (const language of ['es', 'pt', 'fr', 'en']) {
    await inMap(page, '[data-choose=language]').selectOption(language);
    await page.waitForURL((url) => url.pathname.endsWith(file('index', language)) || (language === 'en' && url.pathname === '/'));
    await heard(page, 'ready');
    const now = await look(page);
    assert.deepEqual([now.lang, now.map], [language, language]);
    seen.push(now);
  }
  assert.deepEqual(seen.at(-1), seen[0], 'and back');
  for (const part of ['title', 'description', 'footer', 'heading']) {
    assert.equal(new Set(seen.slice(1).map((page) => page[part])).size, 4, part);
  }
});

mapTest('what is set goes along to the page of another language', {}, async (page) => {
  await inMap(page, '[data-do=only-3]').click();
  await select(page, 'CUB');
  await inMap(page, '[data-choose=language]').selectOption('fr');
  await page.waitForURL(/index\.fr\.html/);
  await heard(page, 'ready');
  assert.equal(await title(page), 'Cuba');
  assert.equal(await inMap(page, '.toggle[aria-pressed=true]').count(), 1);
  assert.match(await hash(page), /summit\.show=CUB/);
});

mapTest('a link of the foot takes along what is set, to another summit', {}, async (page) => {
  await select(page, 'BRA');
  const link = page.locator('footer a[href^="panama-2015.html"]');
  await link.press('Enter');
  await page.waitForURL(/panama-2015\.html/);
  await heard(page, 'ready');
  assert.equal(await title(page), 'Brazil');
});

pageTest('a link from before the languages had pages leads to the page of its language', { path: '#summit.show=MEX&summit.lang=pt' }, async (page) => {
  await page.waitForURL(/index\.pt\.html/);
  await heard(page, 'ready');
  assert.equal(await title(page), 'México');
});

for (const map of MAPS) {
  for (const language of LANGUAGES) {
    pageTest(`${file(map, language)} holds the whole map without scripts, in its language, and leads to all others`, {
      path: file(map, language), javaScriptEnabled: false,
    }, async (page) => {
      const found = await look(page);
      assert.deepEqual([found.lang, found.map], [language, language]);
      assert.equal(await page.locator('summit-map .layer:not(.outlined) a[data-region]').count(), 35);
      const links = await page.locator('footer a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      for (const other of [...MAPS.map((name) => file(name, language)), ...LANGUAGES.map((code) => file(map, code))]) {
        assert.ok(links.includes(other), `${other} is not among ${links}`);
      }
      const named = await page.locator('summit-map').evaluate(({ shadowRoot }) => new Set([...shadowRoot.querySelectorAll('.set .names text')]
        .filter((text) => text.checkVisibility()).map((text) => text.dataset.for)).size);
      assert.ok(named >= 35, `${named} names`);
    });
  }
}

pageTest('without scripts a switch between summits is a link', { javaScriptEnabled: false }, async (page) => {
  await page.locator('footer a[href="panama-2015.html"]').click();
  await page.waitForURL(/panama-2015/);
  assert.equal(at(page), 'panama-2015.html');
  const counts = await page.locator('.legend-item .legend-count').allInnerTexts();
  assert.ok(counts.length >= 3, String(counts));
});

for (const map of ['panama-2015', 'los-angeles-2022']) {
  mapTest(`the legend of ${map} counts 35 countries, and cards say what changed`, { path: file(map, 'en') }, async (page) => {
    const counts = await inMap(page, '.legend-item:not(.part) .legend-count').allInnerTexts();
    assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), 35, String(counts));
    await select(page, 'CUB');
    assert.match(await card(page).innerText(), /2015/);
    assert.match(await card(page).innerText(), /2022/);
    const links = await card(page).locator('.facts > li').evaluateAll((all) => all.map((fact) => fact.querySelectorAll('cite a').length));
    assert.ok(links.length > 0 && links.every((count) => count > 0), String(links));
  });
}

pageTest('every page is found by its address', {}, async (page) => {
  for (const map of MAPS) {
    for (const language of LANGUAGES) {
      const response = await page.request.get(BASE + file(map, language));
      assert.equal(response.status(), 200, file(map, language));
    }
  }
});
