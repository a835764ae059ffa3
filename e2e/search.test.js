// The search field: a combobox that finds countries by any of their names.

import assert from 'node:assert/strict';
import { events, heard } from './browser.js';
import { PHONE, focused, inMap, listen, mapTest, popup, said, select, speak, title } from './map.js';

const field = (page) => inMap(page, 'input[role=combobox]');
const list = (page) => inMap(page, '#found');
const options = (page) => inMap(page, '#found [role=option]');

/** The ids of the regions that the list has first for each of the texts. */
const first = (page, texts) => page.evaluate((texts) => {
  const { shadowRoot } = document.querySelector('summit-map');
  const field = shadowRoot.querySelector('input[role=combobox]');
  return texts.map((text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const found = shadowRoot.querySelector('[data-found]')?.dataset.found;
    return shadowRoot.querySelector(`[data-region="${found}"]`)?.getAttribute('href').replace('#summit-', '');
  });
}, texts);

/** The option that the field says is active: its place, from within the field's own tree. */
const active = (page) => field(page).evaluate((field) => {
  const id = field.getAttribute('aria-activedescendant');
  const option = id && field.getRootNode().getElementById(id);
  const selected = [...field.getRootNode().querySelectorAll('[role=option][aria-selected=true]')];
  if (selected.length !== (option ? 1 : 0) || selected[0] !== (option ?? undefined)) throw new Error(`${id} is not the one that is selected`);
  return option ? [...option.parentElement.children].indexOf(option) : null;
});

async function assertClosed(page) {
  assert.equal(await list(page).isVisible(), false);
  assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
  assert.equal(await field(page).getAttribute('aria-activedescendant'), null);
}

const QUERIES = {
  GRD: ['granada', 'GRD', 'GD', 'grd', 'grenade', 'Grenada'],
  BRA: ['brasil', 'bresil', 'BRÉSIL', 'brazil'],
  USA: ['estados unidos', 'eua', 'u.s.', 'etats-unis', 'états unis'],
  KNA: ['st kitts', 'St. Kitts', 'são cristóvão', 'sao cristovao'],
};
mapTest('a country is found by its names in all languages and by its codes, in every language', {}, async (page) => {
  for (const language of ['en', 'es', 'pt', 'fr']) {
    if (language !== 'en') await speak(page, language);
    const wanted = Object.entries(QUERIES).flatMap(([id, queries]) => queries.map((query) => [query, id]));
    const found = await first(page, wanted.map(([query]) => query));
    assert.deepEqual(wanted.map(([query], index) => [query, found[index]]), wanted, language);
  }
});

mapTest('arrow keys go round the list, and Enter goes to the country', {}, async (page) => {
  assert.deepEqual(await events(page, 'view'), []);
  await listen(page);
  await field(page).fill('gu');
  const names = await options(page).locator('b').allTextContents();
  assert.ok(names.length >= 3 && names.includes('Guyana'), names.join());
  assert.deepEqual(await said(page), [`${names.length} results`]);
  assert.equal(await field(page).getAttribute('aria-expanded'), 'true');
  assert.equal(await active(page), null);
  const down = [];
  for (let press = 0; press <= names.length; press += 1) {
    await page.keyboard.press('ArrowDown');
    down.push(await active(page));
  }
  assert.deepEqual(down, [...names.keys(), 0]);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(page), names.length - 1);
  await page.keyboard.press('ArrowUp');
  const name = names.at(-2);
  await page.keyboard.press('Enter');
  assert.equal(await title(page), name);
  assert.equal(await focused(page), 'popup');
  assert.equal(await field(page).inputValue(), name);
  await assertClosed(page);
  await heard(page, 'view');
  const [{ detail }] = await events(page, 'view');
  assert.ok(detail.zoom > 1, `zoom ${detail.zoom}`);
  assert.equal(await popup(page).isVisible(), true);
});

mapTest('without an arrow key Enter goes to the first of the list', {}, async (page) => {
  await field(page).fill('mex');
  await page.keyboard.press('Enter');
  assert.equal(await title(page), 'Mexico');
  assert.equal(await focused(page), 'popup');
});

mapTest('Esc and leaving the field close the list', {}, async (page) => {
  await select(page, 'MEX');
  await field(page).focus();
  await page.keyboard.type('gu');
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(page), 0);
  await page.keyboard.press('Escape');
  await assertClosed(page);
  assert.equal(await field(page).inputValue(), '');
  assert.equal(await popup(page).isVisible(), true, 'the first Esc is for the list');
  await page.keyboard.press('Escape');
  assert.equal(await popup(page).isVisible(), false, 'the second is for the popup');
  await field(page).fill('gu');
  assert.equal(await list(page).isVisible(), true);
  await field(page).press('Tab');
  await assertClosed(page);
  assert.notEqual(await focused(page), 'body');
  await field(page).fill('gu');
  await page.locator('h1').click();
  await assertClosed(page);
});

mapTest('a click on an option goes to its country', {}, async (page) => {
  await field(page).fill('gu');
  const option = options(page).nth(1);
  const name = await option.locator('b').innerText();
  const box = await option.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  assert.equal(await popup(page).count(), 1);
  assert.equal(await popup(page).isVisible(), true, 'the popup is shown');
  assert.equal(await title(page), name);
  assert.equal(await focused(page), 'popup');
  await assertClosed(page);
});

mapTest('a tap on an option goes to its country', PHONE, async (page) => {
  await field(page).tap();
  await page.keyboard.type('gren');
  await options(page).first().tap();
  assert.equal(await popup(page).isVisible(), true, 'the popup is shown');
  assert.equal(await title(page), 'Grenada');
  await assertClosed(page);
});

mapTest('a search that finds nothing says so', {}, async (page) => {
  await listen(page);
  await field(page).fill('atlantis');
  assert.deepEqual(await options(page).allTextContents(), ['No country found']);
  assert.equal(await list(page).isVisible(), true);
  assert.deepEqual(await said(page), ['No country found']);
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  assert.equal(await active(page), null);
  assert.equal(await popup(page).isVisible(), false);
  assert.equal(await focused(page), await field(page).evaluate((field) => field.localName));
  await field(page).fill('cuba');
  assert.deepEqual(await options(page).locator('b').allTextContents(), ['Cuba']);
  assert.deepEqual(await said(page), ['1 result']);
});
