// The legend chooses which countries stand out, by mouse, keyboard and finger.

import assert from 'node:assert/strict';
import { REGIONS, settle } from './browser.js';
import { PHONE, focused, inMap, left, listen, mapTest, popup, said, spot, title } from './map.js';

const STATES = 35;
const toggle = (page, name) => inMap(page, '.toggle').filter({ hasText: name });
const only = (page, name) => inMap(page, `.only[aria-label$=": ${name}"]`);
const off = (page) => inMap(page, '.map [data-off]');
const pressed = (page) => inMap(page, '.toggle').evaluateAll((all) =>
  all.filter((button) => button.ariaPressed === 'true').map((button) => button.querySelector('.legend-label').textContent));
const SIGNED = 'Signed the declaration';
const PROTEST = 'President stayed away in protest';

mapTest('each group alone leaves as many countries as its count says', {}, async (page) => {
  const lines = await inMap(page, '.legend-item').evaluateAll((items) => items.map((item) =>
    [item.querySelector('.legend-label').textContent, item.querySelector('.legend-count')?.textContent]));
  assert.deepEqual(lines.map(([, count]) => count), ['20', '1', '12', '3', undefined]);
  await listen(page);
  for (const [name, count = '0'] of lines) {
    await only(page, name).click();
    assert.equal((await left(page)).length, Number(count), name);
    assert.deepEqual(await pressed(page), [name]);
    assert.deepEqual(await said(page), [`${count} of ${STATES} countries shown`]);
  }
  await only(page, lines.at(-1)[0]).click();
  assert.equal((await left(page)).length, STATES, 'a second press shows all again');
  assert.deepEqual(await pressed(page), lines.map(([name]) => name));
});

mapTest('a country stays while any of its groups is shown', {}, async (page) => {
  await listen(page);
  const press = async (name) => {
    await toggle(page, name).click();
    return (await left(page)).includes('MEX');
  };
  assert.equal(await press(SIGNED), true);
  assert.equal(await press(PROTEST), false);
  assert.equal(await press(SIGNED), true);
  assert.equal((await left(page)).length, STATES);
  assert.equal(await press(SIGNED), false);
  assert.deepEqual(await said(page), [16, 15, 35, 15].map((count) => `${count} of 35 countries shown`));
  await inMap(page, '.all').click();
  assert.deepEqual(await said(page), ['35 of 35 countries shown']);
  assert.equal(await off(page).count(), 0);
});

mapTest('what stands for a receding country recedes with it', {}, async (page) => {
  const all = await inMap(page, '[data-for]').count();
  assert.ok(all > 20, `${all} marks for small countries`);
  await toggle(page, SIGNED).click();
  await toggle(page, PROTEST).click();
  const strays = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const isOff = (element) => element.hasAttribute('data-off');
    return [...shadowRoot.querySelectorAll('[data-for]')]
      .filter((mark) => isOff(mark) !== isOff(shadowRoot.querySelector(`[data-region="${mark.dataset.for}"]`)))
      .map((mark) => mark.outerHTML.slice(0, 90));
  });
  assert.deepEqual(strays, []);
  assert.ok(await inMap(page, '[data-for][data-off]').count() > 0);
  assert.ok(await inMap(page, '.overlay[data-off]').count() > 0, 'the pattern of the protest');
  const names = await inMap(page, '.labels text[data-off]').allTextContents();
  assert.ok(names.join().includes('Brazil') && !names.join().includes('Bolivia'), names.join());
});

mapTest('a receding country is still a button that opens its popup', {}, async (page) => {
  await only(page, 'Not invited by the host').click();
  assert.equal(await inMap(page, '.map [data-region]').count(), REGIONS);
  const brazil = inMap(page, 'a[data-region][href="#summit-BRA"]');
  assert.equal(await brazil.getAttribute('data-off'), '');
  assert.equal(await brazil.getAttribute('aria-label'), 'Brazil: signed, invited');
  const { x, y } = await spot(page, 'a[data-region][href="#summit-BRA"]');
  await page.mouse.click(x, y);
  assert.equal(await title(page), 'Brazil');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), '#summit-BRA');
  await page.keyboard.press('Enter');
  assert.equal(await title(page), 'Brazil');
});

mapTest('the legend is worked by keys, and the focus stays where it is', {}, async (page) => {
  await toggle(page, SIGNED).focus();
  await page.keyboard.press('Space');
  assert.equal((await left(page)).length, 16);
  assert.equal(await toggle(page, SIGNED).evaluate((button) => button.matches(':focus-visible')), true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.deepEqual(await pressed(page), [SIGNED]);
  assert.equal((await left(page)).length, 20);
  assert.equal(await only(page, SIGNED).evaluate((button) => button.matches(':focus-visible')), true);
});

mapTest('showing all again leaves the focus in the legend', {}, async (page) => {
  const all = inMap(page, '.all');
  assert.equal(await all.isDisabled(), true);
  await toggle(page, SIGNED).click();
  await all.focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.equal((await left(page)).length, STATES);
  assert.notEqual(await focused(page), 'body');
});

mapTest('the legend is worked by a finger', PHONE, async (page) => {
  await toggle(page, SIGNED).tap();
  assert.equal((await left(page)).length, 16);
  await only(page, PROTEST).tap();
  assert.deepEqual(await left(page), ['MEX']);
  const { x, y } = await spot(page, 'a[data-region][href="#summit-BRA"]');
  await page.touchscreen.tap(x, y);
  await popup(page).locator('.close').waitFor();
  assert.equal(await title(page), 'Brazil');
  assert.deepEqual(await left(page), ['MEX'], 'a popup changes no filter');
});
