// The pages of the site: three maps, each in four languages, linked to each other.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BASE, heard, pageTest } from './browser.js';
import { card, hash, inMap, mapTest, select, title } from './map.js';

const LANGUAGES = ['en', 'es', 'pt', 'fr'];
const MAPS = {
  index: 'summit-2022', 'panama-2015': 'delegations-2015', 'los-angeles-2022': 'delegations-2022',
};
const TEXTS = JSON.parse(readFileSync(new URL('../www/pages/texts.json', import.meta.url), 'utf8'));
const file = (map, language) => (language === 'en' ? `${map}.html` : `${map}.${language}.html`);
const off = { javaScriptEnabled: false };

/** Chooses a language as the map does. Returns whether the map is to show it itself. */
const choose = (page, language) => page.evaluate((language) => {
  const detail = { language };
  const event = new CustomEvent('summit-map-language', { detail, bubbles: true, composed: true, cancelable: true });
  return document.querySelector('summit-map').dispatchEvent(event);
}, language);

for (const map of Object.keys(MAPS)) {
  for (const language of LANGUAGES) {
    const path = file(map, language);
    pageTest(`${path} says in its language what it is`, { ...off, path }, async (page) => {
      const { pages, note } = TEXTS[language];
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.title(), pages[map].title);
      assert.equal(await page.locator('meta[name=description]').getAttribute('content'), pages[map].description);
      assert.equal(await page.locator('h1').textContent(), pages[map].heading);
      assert.equal(await page.locator('footer > p').innerText(), note);
      assert.equal(await page.locator('summit-map figure').getAttribute('lang'), language);
      for (const part of ['.summit-facts', 'footer', 'summit-map figure']) {
        const isMarked = await page.locator(part).first().evaluate((at, language) => at.matches(`:lang(${language})`), language);
        assert.ok(isMarked, part);
      }
    });

    pageTest(`${path} links to its translations and to the other maps`, { ...off, path }, async (page) => {
      const alternates = await page.locator('link[rel=alternate]').evaluateAll((links) =>
        links.map((link) => [link.hreflang, link.getAttribute('href')]));
      assert.deepEqual(alternates, LANGUAGES.map((other) => [other, file(map, other)]));
      const [maps, languages] = await page.locator('footer nav').evaluateAll((navs) => navs.map((nav) =>
        [...nav.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.getAttribute('aria-current')])));
      const current = (is) => (is ? 'page' : null);
      assert.deepEqual(maps, Object.keys(MAPS).map((other) => [file(other, language), current(other === map)]));
      assert.deepEqual(languages, LANGUAGES.map((other) => [file(map, other), current(other === language)]));
    });

    pageTest(`${path} has its map before any script`, { ...off, path }, async (page) => {
      const { linked, entries } = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('summit-map');
        const ids = [...shadowRoot.querySelectorAll('a[href^="#summit-"]')].map((link) => link.getAttribute('href').slice(1));
        const countries = [...new Set(ids)].filter((id) => /^summit-[A-Z]{3}$/.test(id) && !/FLK|SGS/.test(id));
        return { linked: countries.length, entries: countries.filter((id) => document.getElementById(id)).length };
      });
      assert.deepEqual([linked, entries], [35, 35]);
      const named = await page.locator('summit-map').evaluate(({ shadowRoot }) => new Set([...shadowRoot.querySelectorAll('.set .names text')]
        .filter((text) => text.checkVisibility()).map((text) => text.dataset.for)).size);
      assert.ok(named >= 35, `${named} names`);
    });
  }
}

pageTest('each language of the switch is named in its own language', off, async (page) => {
  const links = await page.locator('footer nav a[lang]').evaluateAll((links) =>
    links.map((link) => [link.lang, link.hreflang, link.textContent]));
  assert.deepEqual(links, [
    ['en', 'en', 'English'], ['es', 'es', 'Español'], ['pt', 'pt', 'Português'], ['fr', 'fr', 'Français']]);
});

pageTest('without scripts the switch leads to the other summit and to another language', off, async (page) => {
  await page.locator('footer nav a[href="panama-2015.html"]').click();
  await page.waitForURL(`${BASE}panama-2015.html`);
  await page.locator('footer nav a[hreflang=es]').click();
  await page.waitForURL(`${BASE}panama-2015.es.html`);
  assert.match(await page.locator('#summit-CUB').textContent(), /Raúl Castro/);
});

mapTest('the footer does not say again what the list of facts says', {}, async (page) => {
  const facts = await page.locator('.summit-facts').textContent();
  const sentences = (await page.locator('footer > p').textContent()).split('. ');
  assert.deepEqual(sentences.filter((sentence) => facts.includes(sentence)), []);
});

mapTest('the page adopts the map of another summit and asks for nothing else', { path: 'panama-2015.fr.html' }, async (page) => {
  const data = page.requests.filter((path) => path.startsWith('/data/')).sort();
  // What is told only on a card may come now or with the first card.
  const [shapes, facts, ...rest] = data;
  assert.deepEqual([shapes, facts], ['/data/americas.arcs', '/data/delegations-2015.fr.json']);
  assert.deepEqual(rest.filter((path) => path !== '/data/delegations-2015.more.fr.json'), []);
});

mapTest('a card says who represented a country at both summits', { path: 'panama-2015.html' }, async (page) => {
  await select(page, 'BOL');
  const text = await card(page).textContent();
  assert.match(text, /President Evo Morales spoke in the plenary on 11 April 2015/);
  assert.match(text, /2022: .*Luis Arce did not attend/);
});

mapTest('a language chosen in the map is the page in that language, with the same country', {}, async (page) => {
  await select(page, 'MEX');
  const goes = page.waitForURL(/index\.fr\.html/);
  assert.equal(await choose(page, 'fr'), false, 'the map leaves it to the page');
  await goes;
  assert.equal(await hash(page), '#summit.show=MEX');
  await heard(page, 'ready');
  assert.equal(await title(page), 'Mexique');
});

mapTest('the list of languages in the map leads from page to page, and what is set goes along', {}, async (page) => {
  await inMap(page, '[data-do=only-2]').click();
  await select(page, 'CUB');
  for (const language of ['es', 'pt', 'fr', 'en']) {
    await inMap(page, '[data-choose=language]').selectOption(language);
    await page.waitForURL((url) => url.pathname.endsWith(file('index', language)));
    await heard(page, 'ready');
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.equal(await title(page), 'Cuba');
    assert.equal(await inMap(page, '.toggle[aria-pressed=true]').count(), 1, language);
  }
});

for (const map of ['panama-2015', 'los-angeles-2022']) {
  mapTest(`the legend of ${map} counts 35 countries, and a card says what was at each summit`, { path: file(map, 'en') }, async (page) => {
    // What a pattern counts is "16 of 35": a part of the same countries.
    const counts = await inMap(page, '.legend-number').allInnerTexts();
    const whole = counts.filter((count) => /^\d+$/.test(count.trim()));
    assert.equal(whole.reduce((sum, count) => sum + Number(count), 0), 35, String(counts));
    assert.equal(counts.filter((count) => /\bof 35$/.test(count.trim())).length, counts.length - whole.length, String(counts));
    await select(page, 'CUB');
    for (const year of [/2015/, /2022/]) assert.match(await card(page).innerText(), year);
    const links = await card(page).locator('.facts > li').evaluateAll((all) => all.map((fact) => fact.querySelectorAll('cite a').length));
    assert.ok(links.length > 0 && links.every((count) => count > 0), String(links));
  });
}

mapTest('a language that has no page is left to the map', {}, async (page) => {
  assert.equal(await choose(page, 'nl'), true);
  assert.equal(await choose(page, 'en'), true, 'so is that of the page');
  assert.equal(page.url(), BASE);
});

mapTest('a link to another summit or language takes the country along', { path: '#summit.show=CUB' }, async (page) => {
  await page.locator('footer nav a[href="panama-2015.html"]').click();
  await page.waitForURL(/panama-2015\.html#summit\.show=CUB$/);
  await heard(page, 'ready');
  const inPortuguese = page.locator('footer nav a[hreflang=pt]');
  await inPortuguese.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/panama-2015\.pt\.html#summit\.show=CUB$/);
});

for (const [link, page] of [
  ['#summit.lang=fr', 'index.fr.html'],
  ['#summit.show=MEX&summit.lang=fr', 'index.fr.html#summit.show=MEX'],
  ['#summit.lang=fr&summit.show=MEX', 'index.fr.html#summit.show=MEX'],
]) {
  pageTest(`a link with a language leads to its page: ${link}`, { path: link }, async (opened) => {
    await opened.waitForURL(BASE + page);
    await heard(opened, 'ready');
    assert.equal(await opened.locator('html').getAttribute('lang'), 'fr');
  });
}
