// The legend counts the countries, and shows one status alone, by mouse, keyboard and finger.

import assert from 'node:assert/strict';
import { settle } from './browser.js';
import { PHONE, card, choose, focused, inMap, left, listen, mapTest, only, region, said, spot, title } from './map.js';

const STATES = 35;
const off = (page) => inMap(page, '.map [data-off]');
const pressed = (page) => inMap(page, '.toggle').evaluateAll((all) =>
  all.filter((button) => button.ariaPressed === 'true').map((button) => button.querySelector('.legend-count').textContent));
const SIGNED = 'Signed';
const EXCLUDED = 'ot invited';

mapTest('each line alone leaves as many countries as its count says, and a second press shows all', {}, async (page) => {
  const counts = await inMap(page, '.toggle .legend-count').allTextContents();
  assert.deepEqual(counts.toSorted(), ['1', '12', '20', '3']);
  await listen(page);
  for (const [index, count] of counts.entries()) {
    await inMap(page, '.toggle').nth(index).click();
    assert.equal((await left(page)).length, Number(count), count);
    assert.deepEqual(await pressed(page), [count]);
    assert.deepEqual(await said(page), [`${count} of ${STATES} countries shown`]);
  }
  await inMap(page, '.toggle').last().click();
  assert.equal((await left(page)).length, STATES);
  assert.deepEqual(await pressed(page), []);
  assert.equal(await off(page).count(), 0);
});

mapTest('the one that stayed away is one of those who signed, in words too', {}, async (page) => {
  const part = inMap(page, '.part');
  assert.equal(await part.count(), 1);
  assert.match((await part.innerText()).replace(/\s+/g, ' '), /^1 of (the )?20 /);
  await part.locator('.toggle').click();
  assert.deepEqual(await left(page), ['MEX']);
  await only(page, SIGNED).first().click();
  assert.ok((await left(page)).includes('MEX'), 'Mexico is among those who signed');
});

mapTest('what stands for a receding country recedes with it', {}, async (page) => {
  await only(page, EXCLUDED).click();
  const strays = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const isOff = (element) => element.closest('[data-off]') !== null;
    const marks = [...shadowRoot.querySelectorAll('[data-for]:not(:has(.target))')];
    return marks.filter((mark) => {
      const region = shadowRoot.querySelector(`a[data-region="${mark.dataset.for}"]`);
      return region && isOff(mark) !== isOff(region);
    }).map((mark) => mark.outerHTML.slice(0, 90));
  });
  assert.deepEqual(strays, []);
  assert.ok(await inMap(page, 'circle[data-off], text[data-off]').count() > 20);
  assert.ok(await inMap(page, '.overlay[data-off]').count() > 0, 'the pattern of the protest');
});

mapTest('what recedes can hardly be mistaken for what is shown', {}, async (page) => {
  await only(page, EXCLUDED).click();
  await settle(page);
  const looks = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const look = (id) => {
      const path = shadowRoot.querySelector(`a[data-region][href="#summit-${id}"] :is(path, use)`);
      let opacity = 1;
      for (let at = path; at?.closest?.('svg'); at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      return `${getComputedStyle(path).fill} ${opacity.toFixed(2)}`;
    };
    return [['BRA', 'BOL'].map(look), ['CUB', 'VEN'].map(look)];
  });
  assert.equal(new Set(looks[1]).size, 1);
  assert.ok(!looks[0].includes(looks[1][0]), String(looks));
});

mapTest('a receding country says that it is filtered out, and is still a button', {}, async (page) => {
  await only(page, EXCLUDED).click();
  const brazil = inMap(page, region('BRA'));
  assert.equal(await brazil.getAttribute('data-off'), '');
  assert.match(await brazil.getAttribute('aria-label'), /^Brazil: signed.*, filtered out$/);
  assert.doesNotMatch(await inMap(page, region('CUB')).getAttribute('aria-label'), /filtered/);
  const { x, y } = await spot(page, region('BRA'));
  await page.mouse.click(x, y);
  assert.equal(await title(page), 'Brazil');
  await only(page, EXCLUDED).click();
  assert.doesNotMatch(await brazil.getAttribute('aria-label'), /filtered/, 'and says so no more');
});

mapTest('keys go to the countries that are shown and to no others', {}, async (page) => {
  await only(page, EXCLUDED).click();
  await inMap(page, '[data-region][tabindex="0"]').focus();
  const met = new Set();
  for (const key of ['Home', 'End', ...'Up Down Left Right Up Up Down Down'.split(' ').map((way) => `Arrow${way}`), 'b', 'm']) {
    await page.keyboard.press(key);
    met.add((await focused(page)).replace('#summit-', ''));
  }
  assert.deepEqual([...met].filter((id) => !['CUB', 'NIC', 'VEN'].includes(id)), []);
  assert.ok(met.size >= 2, String([...met]));
});

mapTest('the legend is worked by keys, and the focus stays where it is', {}, async (page) => {
  await only(page, SIGNED).first().focus();
  await page.keyboard.press('Space');
  assert.equal((await left(page)).length, 20);
  assert.equal(await only(page, SIGNED).first().evaluate((button) => button.matches(':focus-visible')), true);
  await page.keyboard.press('Enter');
  assert.equal((await left(page)).length, STATES);
});

mapTest('the button that shows all again comes with a filter, goes with it, and leaves the focus in the legend', {}, async (page) => {
  const all = inMap(page, '.all');
  assert.equal(await all.isVisible(), false);
  await only(page, SIGNED).first().click();
  assert.match(await all.innerText(), /35/);
  await all.focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.equal((await left(page)).length, STATES);
  assert.equal(await all.isVisible(), false);
  assert.match(await focused(page), /^only-/);
});

mapTest('what is pressed can be seen without colour', {}, async (page) => {
  const line = () => only(page, EXCLUDED).evaluate((button) => {
    const parts = [button, ...button.querySelectorAll('*')].map((at) => getComputedStyle(at));
    return parts.map(({ outlineStyle, outlineWidth, borderTopWidth, fontWeight, boxShadow, textDecorationLine }) =>
      [outlineStyle, outlineWidth, borderTopWidth, fontWeight, boxShadow, textDecorationLine].join()).join(';');
  });
  const before = await line();
  await only(page, EXCLUDED).click();
  await page.mouse.move(2, 2);
  assert.notEqual(await line(), before);
});

mapTest('the rail names the countries of each status, and folds them away for a card or a filter', { viewport: { width: 1600, height: 1000 } }, async (page) => {
  const names = inMap(page, '.legend-names').first();
  assert.match(await names.innerText(), /Brazil.*Canada/s);
  await choose(page, 'BRA');
  assert.equal(await names.isVisible(), false);
  await page.keyboard.press('Escape');
  assert.equal(await names.isVisible(), true);
  await only(page, EXCLUDED).click();
  assert.equal(await names.isVisible(), false);
});

mapTest('the legend is worked by a finger', PHONE, async (page) => {
  await only(page, EXCLUDED).tap();
  assert.deepEqual(await left(page), ['CUB', 'NIC', 'VEN']);
  const { x, y } = await spot(page, region('BRA'));
  await page.touchscreen.tap(x, y);
  await card(page).locator('h3').waitFor();
  assert.equal(await title(page), 'Brazil');
  assert.equal((await left(page)).length, 3, 'a card changes no filter');
});
