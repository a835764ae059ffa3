// The language of the page or of the element: which facts are fetched, and what the map says.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { REGIONS, events, heard, pageTest, settle } from './browser.js';
import { PHONE, PLAIN, card, factsIn, inMap, informed, left, listen, mapTest, said as heardSaid, select, speak, title } from './map.js';

const inFrench = (text) => text.replace('<html lang="en">', '<html lang="fr-CA">');
const fetched = (page) => page.requests.filter((path) => /summit-2022\.\w\w\.json$/.test(path))
  .map((path) => path.split('/').at(-1));
const said = (page, selector) => page.locator(`summit-map ${selector}`).first().innerText();

pageTest('a French page has the map and its facts in French', { html: inFrench }, async (page) => {
  await heard(page, 'ready');
  assert.deepEqual(fetched(page), ['summit-2022.fr.json']);
  assert.equal(await page.locator('summit-map figure').getAttribute('lang'), 'fr');
  assert.match(await said(page, '.finding'), /Mexique/);
  assert.equal(await said(page, '.summit-facts > h2'), 'Pays par pays');
  assert.equal(await page.locator('.map .layer > :not(svg)').count(), REGIONS);
  await select(page, 'USA');
  assert.equal(await title(page), 'États-Unis');
});

pageTest('another language of the element is shown at once', {}, async (page) => {
  await heard(page, 'ready');
  await page.evaluate(() => { document.querySelector('summit-map').lang = 'pt-BR'; });
  await heard(page, 'ready', 2);
  assert.deepEqual(fetched(page), ['summit-2022.en.json', 'summit-2022.pt.json']);
  assert.equal(await page.locator('summit-map figure').getAttribute('lang'), 'pt');
  assert.equal(await said(page, '.summit-facts > h2'), 'País por país');
});

pageTest('a page in a language that the map does not speak has it in English', {
  html: (text) => text.replace('<html lang="en">', '<html lang="est">'),
}, async (page) => {
  await heard(page, 'ready');
  assert.deepEqual(fetched(page), ['summit-2022.en.json']);
  assert.equal(await page.locator('summit-map figure').getAttribute('lang'), 'en');
});

for (const [tag, language, table] of [['pt-PT', 'pt', 'Tabela'], ['es-419', 'es', 'Tabla']]) {
  pageTest(`a page in ${tag} has the map in its language`, {
    html: (text) => text.replace('<html lang="en">', `<html lang="${tag}">`),
  }, async (page) => {
    await heard(page, 'ready');
    assert.deepEqual(fetched(page), [`summit-2022.${language}.json`]);
    assert.equal(await page.locator('summit-map .table > summary').textContent(), table);
    assert.equal(await inMap(page, '[data-choose=language]').inputValue(), language);
  });
}

/** The words of the interface in a language, as its table in the source has them. */
const words = (language) => {
  const source = readFileSync(new URL(`../src/content/locale/${language}.rs`, import.meta.url), 'utf8');
  return [...source.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
};

/** All that the map says, shown or only spoken, but for the names of languages. */
const texts = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const all = [...shadowRoot.querySelectorAll('*')].filter((at) => !at.closest('[hidden], option[lang], [aria-hidden] *'));
  const own = (at) => [...at.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
  const named = (at) => ['aria-label', 'title', 'placeholder'].map((name) => at.getAttribute(name));
  return [...new Set(all.flatMap((at) => [...own(at), ...named(at)]).filter((text) => text?.trim()))];
});

/** The English words of the interface that stand in texts of another language. */
function english(found, language) {
  const own = new Set(words(language));
  const escape = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{(n|all)\\\}/g, '\\d+');
  const known = words('en').filter((word) => /\p{L}{2}/u.test(word) && !own.has(word) && !['en', 'English'].includes(word));
  const marked = known.map((word) => [word, new RegExp(`(?<!\\p{L})${escape(word)}(?!\\p{L})`, 'u')]);
  return marked.flatMap(([word, pattern]) => found.filter((text) => pattern.test(text)).map((text) => `${word}: ${text}`));
}

mapTest('no English word of the interface is left in another language', PLAIN, async (page) => {
  const look = async () => {
    await inMap(page, '[data-do=only-2]').click();
    await select(page, 'MEX');
    return texts(page);
  };
  const before = await look();
  assert.ok(english(before, 'fr').length > 20, 'English is found where it is');
  for (const language of ['es', 'pt', 'fr']) {
    await speak(page, language);
    assert.deepEqual(english(await look(), language), [], language);
  }
});

mapTest('what was said in one language does not stand there in the next', PLAIN, async (page) => {
  await inMap(page, '[data-do=only-2]').click();
  assert.equal(await inMap(page, '.said').textContent(), '3 of 35 countries shown');
  await speak(page, 'es');
  assert.deepEqual(english([await inMap(page, '.said').textContent()], 'es'), []);
});

mapTest('each part of the map is marked with its language', PLAIN, async (page) => {
  await inMap(page, '[data-do=table]').click();
  for (const language of ['fr', 'en']) {
    await speak(page, language);
    await select(page, 'MEX');
    assert.equal(await page.locator('summit-map').getAttribute('lang'), language);
    const unmarked = await page.evaluate((language) => {
      const { shadowRoot } = document.querySelector('summit-map');
      const parts = ['h2', '.legend', '.map', 'table', '.links', '.card h3'];
      return parts.filter((part) => !shadowRoot.querySelector(part).matches(`:lang(${language})`));
    }, language);
    assert.deepEqual(unmarked, [], language);
    assert.equal(await inMap(page, '[data-choose=language]').inputValue(), language);
    assert.ok(await page.locator('.summit-facts').evaluate((at, language) => at.matches(`:lang(${language})`), language));
  }
});

mapTest('the dates of all facts are written as the language writes them', PLAIN, async (page) => {
  for (const language of ['en', 'es', 'pt', 'fr']) {
    if (language !== 'en') await speak(page, language);
    // What is told only in the list and on a card comes after the map.
    await page.locator('#summit-ATG cite a').first().waitFor({ state: 'attached' });
    const { regions, claims, sources } = await factsIn(page, language);
    const dates = regions.map(({ id }) => {
      const mine = claims.filter(({ about = [] }) => about.includes(id));
      const cited = mine.flatMap(({ sources }) => sources).map((source) => sources[source]);
      return [id, [...new Set(cited.filter(({ kind }) => kind !== 'main').map(({ date }) => date).filter(Boolean))]];
    });
    const wrong = await page.evaluate(([dates, tag]) => {
      const map = document.querySelector('summit-map');
      const format = (date) => {
        const [, month, day] = date.split('-');
        const parts = { year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }) };
        return new Intl.DateTimeFormat(tag, { ...parts, timeZone: 'UTC' }).format(new Date(date));
      };
      return dates.flatMap(([id, dates]) => {
        const text = document.getElementById(`summit-${id}`).textContent;
        return dates.map(format).filter((date) => !text.includes(date)).map((date) => `${id}: ${date}`);
      });
    }, [dates, language === 'en' ? 'en-GB' : language]);
    assert.ok(dates.flatMap(([, dates]) => dates).length > 60);
    assert.deepEqual(wrong, [], language);
  }
});

mapTest('filter, zoom, card and focus stay in another language', PLAIN, async (page) => {
  await inMap(page, '[data-do=only-0]').click();
  await inMap(page, '[data-do=zoom-in]').click();
  await heard(page, 'view');
  await select(page, 'BRA');
  const list = inMap(page, '[data-choose=language]');
  await list.focus();
  await speak(page, 'pt');
  assert.equal(await title(page), 'Brasil');
  assert.equal((await left(page)).length, 20);
  assert.equal(await inMap(page, '.view.zoomed').isVisible(), true);
  assert.equal(await list.evaluate((list) => list.matches(':focus')), true);
  // The list shows the language also where the page has set it.
  await page.evaluate(() => { document.querySelector('summit-map').lang = 'es'; });
  await heard(page, 'ready', 3);
  assert.equal(await list.inputValue(), 'es');
});

pageTest('without the file of a language there is a message, and the map stays', {
  ...PLAIN, routes: { '**/summit-2022.fr.json': (route) => route.fulfill({ status: 404, body: '' }) },
}, async (page) => {
  await heard(page, 'ready');
  await inMap(page, '[data-choose=language]').selectOption('fr');
  await heard(page, 'error');
  const [{ detail }] = await events(page, 'error');
  assert.equal(detail.code, 'http');
  assert.equal(await inMap(page, '[role=alert]').count(), 1);
  assert.equal(await page.locator('.map .layer > :not(svg)').count(), REGIONS);
  await select(page, 'BRA');
  assert.equal(await title(page), 'Brazil');
  await page.unroute('**/summit-2022.fr.json');
  await page.evaluate(() => { seen.events.length = 0; });
  await inMap(page, '[role=alert] button').click();
  await heard(page, 'ready');
  assert.equal(await inMap(page, '[role=alert]').count(), 0);
  assert.equal(await inMap(page, 'figure').getAttribute('lang'), 'fr');
});

pageTest('further facts are added once, also when another language could not be loaded', {
  ...PLAIN, routes: { '**/summit-2022.fr.json': (route) => route.fulfill({ status: 404, body: '' }) },
}, async (page) => {
  await informed(page);
  await inMap(page, '[data-choose=language]').selectOption('fr');
  await heard(page, 'error');
  const before = page.requests.length;
  await select(page, 'BRA');
  await settle(page);
  assert.deepEqual(page.requests.slice(before), []);
  assert.equal((await events(page, 'error')).length, 1);
});

mapTest('the language is said once when it has changed, in that language', PLAIN, async (page) => {
  await listen(page);
  await speak(page, 'es');
  await settle(page);
  const spoken = (await heardSaid(page)).filter(Boolean);
  assert.equal(spoken.length, 1, String(spoken));
  assert.match(spoken[0], /español/i);
});

const inArabic = { ...PHONE, reducedMotion: 'reduce', html: (text) => text.replace('<html lang="en">', '<html lang="ar" dir="rtl">') };
pageTest('a page from right to left has the map in English, all of it on the screen', inArabic, async (page) => {
  await heard(page, 'ready');
  assert.equal(await inMap(page, 'figure').getAttribute('lang'), 'en');
  for (const width of [360, 900]) {
    await page.setViewportSize({ width, height: 640 });
    await settle(page);
    for (const id of ['CAN', 'BRA', 'CHL', 'ATG', 'MEX']) {
      await select(page, id);
      const box = await card(page).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= 640, `${id}, ${width} wide`);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${width} wide`);
  }
});

pageTest('what the map says in English is marked as English in a page of another language', inArabic, async (page) => {
  await heard(page, 'ready');
  await select(page, 'MEX');
  for (const part of ['figure', '.legend', '.card h3', '.card .facts', '.summit-facts h2']) {
    const isMarked = await page.locator(`summit-map ${part}`).first().evaluate((at) => at.matches(':lang(en)'));
    assert.ok(isMarked, part);
  }
});
