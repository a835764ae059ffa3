// The search: a button opens a combobox that finds countries by any of their names.

import assert from 'node:assert/strict';
import { events, pass, settle, timers } from './browser.js';
import { PHONE, card, completed, focused, inMap, listen, mapTest, said, select, title } from './map.js';

const field = (page) => inMap(page, 'input[role=combobox]');
const list = (page) => inMap(page, '#found');
const options = (page) => inMap(page, '#found [role=option]');
const find = (page) => inMap(page, '.find');
const open = async (page) => {
  await find(page).click();
  await field(page).waitFor();
  await completed(page);
};

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
  assert.equal(await field(page).isVisible(), false);
  assert.equal(await list(page).isVisible(), false);
  assert.equal(await find(page).getAttribute('aria-expanded'), 'false');
}

mapTest('the button opens the field, with the focus in it, and closes it', {}, async (page) => {
  await assertClosed(page);
  await find(page).press('Enter');
  assert.equal(await field(page).evaluate((field) => field.matches(':focus')), true);
  assert.equal(await find(page).getAttribute('aria-expanded'), 'true');
  const { width, height } = await field(page).boundingBox();
  assert.ok(width >= 200 && height >= 44, `${width} × ${height}`);
  await find(page).press('Enter');
  await assertClosed(page);
});

for (const [width, height] of [[280, 653], [320, 256], [360, 740], [768, 1024], [1280, 800]]) {
  mapTest(`field and list are on the screen, ${width} × ${height}`, { viewport: { width, height } }, async (page) => {
    await find(page).press('Enter');
    await field(page).fill('s');
    await settle(page);
    for (const part of [field(page), list(page)]) {
      const box = await part.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height, JSON.stringify(box));
    }
    assert.equal(await options(page).first().isVisible(), true);
    const lows = await options(page).evaluateAll((all) => all.map((option) => option.getBoundingClientRect().height));
    assert.ok(lows.every((low) => low >= 24), String(lows));
  });
}

const QUERIES = {
  GRD: ['granada', 'GRD', 'GD', 'grd', 'grenade', 'Grenada'],
  BRA: ['brasil', 'bresil', 'BRÉSIL', 'brazil'],
  USA: ['estados unidos', 'eua', 'u.s.', 'etats-unis', 'états unis'],
  KNA: ['st kitts', 'St. Kitts', 'são cristóvão', 'sao cristovao'],
};
for (const language of ['en', 'es', 'pt', 'fr']) {
  const path = language === 'en' ? 'index.html' : `index.${language}.html`;
  mapTest(`a country is found by its names in all languages and by its codes, ${language}`, { path }, async (page) => {
    await open(page);
    const wanted = Object.entries(QUERIES).flatMap(([id, queries]) => queries.map((query) => [query, id]));
    const found = await first(page, wanted.map(([query]) => query));
    assert.deepEqual(wanted.map(([query], index) => [query, found[index]]), wanted);
  });
}

mapTest('countries come before territories, and what Enter takes is marked', {}, async (page) => {
  await open(page);
  await field(page).fill('sai');
  const names = await options(page).locator('b').allTextContents();
  const isTerritory = await options(page).evaluateAll((all) => all.map((option) => /territory/i.test(option.textContent)));
  assert.ok(names.length >= 3, String(names));
  assert.deepEqual(isTerritory, isTerritory.toSorted((a, b) => a - b), `${names}`);
  assert.equal(isTerritory[0], false, names[0]);
  assert.equal(await active(page), 0);
  const look = await options(page).first().evaluate((option) => getComputedStyle(option).outlineStyle + getComputedStyle(option).backgroundColor);
  const other = await options(page).nth(1).evaluate((option) => getComputedStyle(option).outlineStyle + getComputedStyle(option).backgroundColor);
  assert.notEqual(look, other, 'the mark can be seen');
  await page.keyboard.press('Enter');
  assert.equal(await title(page), names[0]);
});

mapTest('arrow keys go round the list, and Enter opens the card of the country', {}, async (page) => {
  await open(page);
  await field(page).fill('gu');
  const names = await options(page).locator('b').allTextContents();
  assert.ok(names.length >= 3 && names.includes('Guyana'), names.join());
  assert.equal(await field(page).getAttribute('aria-expanded'), 'true');
  const down = [await active(page)];
  for (let press = 0; press < names.length; press += 1) {
    await page.keyboard.press('ArrowDown');
    down.push(await active(page));
  }
  assert.deepEqual(down, [...names.keys(), 0]);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(page), names.length - 1);
  await page.keyboard.press('Enter');
  assert.equal(await title(page), names.at(-1));
  assert.equal(await focused(page), 'h3');
  await assertClosed(page);
  assert.deepEqual(await events(page, 'view'), [], 'a whole map shows it already');
});

mapTest('the number of results is said once, when no more letters come', { init: [timers] }, async (page) => {
  await open(page);
  await listen(page);
  await page.keyboard.type('gu', { delay: 1 });
  const count = await options(page).count();
  assert.deepEqual((await said(page)).filter(Boolean), []);
  await pass(page);
  assert.deepEqual((await said(page)).filter(Boolean), [`${count} results`]);
  await field(page).fill('cuba');
  await pass(page);
  assert.deepEqual((await said(page)).filter(Boolean), ['1 result']);
});

mapTest('what was said of a search does not stay when it is closed', { init: [timers] }, async (page) => {
  await open(page);
  await page.keyboard.type('gu');
  await page.keyboard.press('Escape');
  await pass(page);
  assert.equal(await inMap(page, '.said').textContent(), '');
});

mapTest('Esc closes the search and gives the focus back to its button; a card stays', {}, async (page) => {
  await select(page, 'MEX');
  await open(page);
  await page.keyboard.type('gu');
  await page.keyboard.press('Escape');
  await assertClosed(page);
  assert.equal(await focused(page), 'find');
  assert.equal(await card(page).isVisible(), true, 'the first Esc is for the search');
  await page.keyboard.press('Escape');
  assert.equal(await card(page).isVisible(), false, 'the second is for the card');
  await open(page);
  assert.equal(await field(page).inputValue(), '', 'it begins anew');
});

mapTest('leaving the field closes the list', {}, async (page) => {
  await open(page);
  await field(page).fill('gu');
  await field(page).press('Tab');
  assert.equal(await list(page).isVisible(), false);
  assert.notEqual(await focused(page), 'body');
});

mapTest('a click on an option opens the card of its country', {}, async (page) => {
  await open(page);
  await field(page).fill('gu');
  const option = options(page).nth(1);
  const name = await option.locator('b').innerText();
  await option.click();
  assert.equal(await title(page), name);
  assert.equal(await focused(page), 'h3');
  await assertClosed(page);
});

mapTest('a tap on an option opens the sheet of its country', PHONE, async (page) => {
  await find(page).tap();
  await page.keyboard.type('gren');
  await options(page).first().tap();
  assert.equal(await title(page), 'Grenada');
  await assertClosed(page);
});

mapTest('a search that finds nothing says so', { init: [timers] }, async (page) => {
  await open(page);
  await listen(page);
  await field(page).fill('atlantis');
  assert.deepEqual(await options(page).allTextContents(), ['No country found']);
  await pass(page);
  assert.deepEqual((await said(page)).filter(Boolean), ['No country found']);
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  assert.equal(await active(page), null);
  assert.equal(await card(page).isVisible(), false);
  assert.equal(await focused(page), 'input');
  await field(page).fill('cuba');
  assert.deepEqual(await options(page).locator('b').allTextContents(), ['Cuba']);
});
