// The table: what the cards say, all at once, in an order of the reader's choice.

import assert from 'node:assert/strict';
import { settle } from './browser.js';
import { PLAIN, card, completed, factsIn, focused, inMap, mapTest, speak, title } from './map.js';

const LANGUAGES = ['en', 'es', 'pt', 'fr'];
const openTable = async (page) => {
  await inMap(page, '[data-do=table]').click();
  await completed(page);
};
const look = (page, number = 0) => page.evaluate((number) => {
  const { shadowRoot } = document.querySelector('summit-map');
  return {
    rows: [...shadowRoot.querySelectorAll('tbody tr')].map((row) => [...row.cells].slice(0, -1).map((cell) => cell.textContent)),
    orders: [...shadowRoot.querySelectorAll('thead th')].map((th) => th.getAttribute('aria-sort')),
    hasFocus: shadowRoot.activeElement?.dataset.do === `sort-${number}`,
  };
}, number);
async function sort(page, number) {
  await inMap(page, `[data-do=sort-${number}]`).press('Enter');
  await settle(page);
  return look(page, number);
}

mapTest('the table says of each country what its button on the map says', PLAIN, async (page) => {
  assert.equal(await inMap(page, 'table').isVisible(), false);
  await openTable(page);
  assert.equal(await inMap(page, 'table').isVisible(), true);
  for (const language of ['en', 'fr']) {
    if (language !== 'en') await speak(page, language);
    const { categories } = await factsIn(page, language);
    // A button says what is drawn; the table has further columns.
    const drawn = categories.filter(({ color, pattern }) => color ?? pattern);
    const word = new Map(drawn.map(({ label, word }) => [label, word ?? label]));
    const said = (await look(page)).rows.map(([name, ...cells]) =>
      `${name}: ${cells.map((cell) => word.get(cell)).filter(Boolean).join(', ')}`);
    const buttons = await inMap(page, 'a[data-region]:not([href$=FLK], [href$=SGS])').evaluateAll((all) =>
      all.map((region) => region.ariaLabel));
    assert.equal(said.length, 35);
    // French sets a narrow space before the colon.
    assert.deepEqual(said.sort(), buttons.map((label) => label.replace('\u202f:', ':')).sort());
  }
});

mapTest('the names in a row open cards, whose links are in the row', {}, async (page) => {
  await openTable(page);
  for (const name of ['Antigua and Barbuda', 'Brazil', 'Cuba', 'Mexico', 'United States']) {
    const row = inMap(page, 'tbody tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    const hrefs = (links) => [...new Set(links.map((link) => link.href))];
    const inRow = await row.locator('.sources a').evaluateAll(hrefs);
    await row.locator('[data-do^=open-]').press('Enter');
    assert.equal(await title(page), name);
    assert.equal(await focused(page), 'h3');
    const inCard = await card(page).locator('.facts a').evaluateAll(hrefs);
    assert.deepEqual(inCard.filter((href) => !inRow.includes(href)), []);
    assert.ok(inRow.length > 0, name);
    await page.keyboard.press('Escape');
    assert.match(await focused(page), /^open-\d+$/, 'the focus is where it was');
  }
});

mapTest('the name of a country whose card is open leaves it open', {}, async (page) => {
  await openTable(page);
  const link = inMap(page, 'tbody [data-do^=open-]').first();
  for (let press = 0; press < 2; press += 1) {
    await link.press('Enter');
    assert.equal(await card(page).isVisible(), true, `press ${press + 1}`);
    assert.equal(await title(page), 'Antigua and Barbuda');
  }
});

mapTest('each column sorts both ways, names as the language does', PLAIN, async (page) => {
  await openTable(page);
  for (const language of LANGUAGES) {
    if (language !== 'en') await speak(page, language);
    const { compare } = new Intl.Collator(language);
    // The first press on another column than before is upwards.
    await sort(page, 1);
    for (const sign of [1, -1]) {
      const { rows, orders } = await sort(page, 0);
      const names = rows.map(([name]) => name);
      assert.deepEqual(names, [...names].sort((a, b) => sign * compare(a, b)), `${language}, ${sign}`);
      assert.equal(orders[0], sign > 0 ? 'ascending' : 'descending');
      assert.deepEqual([...new Set(orders.slice(1))], ['none', null]);
    }
    // The other columns hold answers in the order of the file, whatever the language.
    if (language !== 'fr') continue;
    const { categories, dimensions } = await factsIn(page, language);
    for (const [index, { id }] of dimensions.entries()) {
      const labels = categories.filter(({ dimension }) => dimension === id).map(({ label }) => label);
      for (const [order, known] of [['ascending', labels], ['descending', labels.toReversed()]]) {
        const { rows, orders, hasFocus } = await sort(page, index + 1);
        const rank = (row) => [...known, '–'].indexOf(row[index + 1]);
        assert.ok(rows.every((row) => rank(row) >= 0));
        assert.deepEqual(rows, [...rows].sort((a, b) => rank(a) - rank(b) || compare(a[0], b[0])), `${language}, ${id}`);
        assert.deepEqual(orders, ['', ...dimensions].map((_, at) => (at === index + 1 ? order : 'none')).concat(null));
        assert.ok(hasFocus, 'the focus stays on the header');
      }
    }
  }
});

mapTest('a table stays open and sorted in another language', PLAIN, async (page) => {
  await openTable(page);
  await sort(page, 1);
  assert.equal((await sort(page, 1)).rows[0][1], 'Not mentioned in the article');
  await speak(page, 'fr');
  assert.equal(await inMap(page, 'table').isVisible(), true);
  const { rows, orders } = await look(page);
  assert.deepEqual(orders.slice(0, 2), ['none', 'descending']);
  const { categories } = await factsIn(page, 'fr');
  assert.equal(rows[0][1], categories.find(({ id }) => id === 'not_mentioned').label);
});
