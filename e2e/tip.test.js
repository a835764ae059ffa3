// The tip: what a region says by the pointer or the keyboard focus, before it is chosen.

import assert from 'node:assert/strict';
import { pass, settle, timers } from './browser.js';
import { PHONE, card, focused, inMap, mapTest, region, select, spot, territory, tip, tipTitle } from './map.js';
import { measure } from './measure.js';

async function hover(page, selector) {
  const place = await spot(page, selector);
  await page.mouse.move(place.x, place.y);
  await tip(page).waitFor();
  return place;
}
const gone = (page) => tip(page).waitFor({ state: 'hidden' });

mapTest('under the mouse a region says its name, its status in words, and the one fact that carries it', {}, async (page) => {
  await hover(page, region('MEX'));
  assert.equal(await tipTitle(page), 'Mexico');
  const status = await tip(page).locator('.status li').allInnerTexts();
  assert.ok(status.some((line) => /signed/i.test(line)) && status.some((line) => /stayed away/i.test(line)), String(status));
  assert.equal(await tip(page).locator('.status svg').count(), 2, 'the swatches of the map');
  assert.equal(await tip(page).locator('p').count(), 1);
  assert.match(await tip(page).locator('p').innerText(), /L[oó]pez Obrador/);
  assert.equal(await tip(page).locator('a, button').count(), 0, 'nothing to press');
});

mapTest('a territory says whose it is', {}, async (page) => {
  await hover(page, await territory(page, 'GRL'));
  assert.match(await tipTitle(page), /^Greenland/);
  assert.match(await tip(page).innerText(), /Territory/);
});

for (const [width, height] of [[1280, 800], [768, 1024]]) {
  const options = { viewport: { width, height }, init: [measure, timers] };
  mapTest(`each tip is small, on the screen, and beside its country, ${width} × ${height}`, options, async (page) => {
    const ids = await page.evaluate(() => look.states().map((number) => look.ids()[number]));
    assert.equal(ids.length, 35);
    const wrong = [];
    for (const id of ids) {
      // The tip of the one before may lie over this one.
      await page.mouse.move(2, 2);
      await pass(page);
      await gone(page);
      const { x, y } = await hover(page, region(id));
      await settle(page);
      const found = await page.evaluate(([id, x, y]) => {
        const box = look.rect(look.root().querySelector('.tip'));
        const button = look.root().querySelector(`a[data-region][href="#summit-${id}"]`);
        const { width, height } = button.getBoundingClientRect();
        const { covered } = look.hidden(button.dataset.region, box);
        return {
          name: look.root().querySelector('.tip b').textContent, label: button.ariaLabel, height: box.bottom - box.top,
          isOff: box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight,
          isOver: x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
          // A tip beside a country as large as a continent would be far from the pointer.
          covered: Math.min(width, height) < 120 && covered,
        };
      }, [id, x, y]);
      if (!found.label.startsWith(`${found.name}:`) || found.height > 120.5 || found.isOff || found.isOver || found.covered) wrong.push({ id, ...found });
    }
    assert.deepEqual(wrong, []);
  });
}

mapTest('the pointer can travel from a region to its tip', { init: [timers] }, async (page) => {
  await hover(page, region('MEX'));
  const box = await tip(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await pass(page);
  assert.equal(await tip(page).isVisible(), true);
  assert.equal(await tipTitle(page), 'Mexico');
});

mapTest('a tip stays for the grace time and then goes', { init: [timers] }, async (page) => {
  await hover(page, region('MEX'));
  await page.mouse.move(2, 2);
  assert.equal(await tip(page).isVisible(), true);
  await pass(page);
  await gone(page);
});

mapTest('Esc closes a tip under a pointer that does not move', {}, async (page) => {
  await hover(page, region('MEX'));
  await page.keyboard.press('Escape');
  await gone(page);
});

mapTest('a country whose card is open needs no tip', {}, async (page) => {
  await select(page, 'BRA');
  const { x, y } = await spot(page, region('BRA'));
  await page.mouse.move(x, y);
  await settle(page);
  assert.equal(await tip(page).isVisible(), false);
  await hover(page, region('CAN'));
  assert.equal(await card(page).locator('h3').innerText(), 'Brazil', 'the card stays');
});

mapTest('a finger gets the card and no tip', PHONE, async (page) => {
  const { x, y } = await spot(page, region('BRA'));
  await page.touchscreen.tap(x, y);
  await card(page).locator('h3').waitFor();
  assert.equal(await tip(page).isVisible(), false);
});

mapTest('the keyboard focus shows the same tip, beside the country, and takes it along', {}, async (page) => {
  await inMap(page, '[data-region][tabindex="0"]').focus();
  const names = [];
  for (const key of ['Home', 'End', 'ArrowUp', 'ArrowDown']) {
    await page.keyboard.press(key);
    await tip(page).waitFor();
    const [id, name] = [await focused(page), await tipTitle(page)];
    const label = await inMap(page, `a[href="${id}"]`).first().getAttribute('aria-label');
    assert.ok(label.startsWith(`${name}:`), `${name} at ${label}`);
    names.push(name);
  }
  assert.ok(new Set(names).size >= 3, String(names));
  await page.keyboard.press('Tab');
  await gone(page);
});

mapTest('Esc takes away the tip of the keyboard focus, which stays', {}, async (page) => {
  await inMap(page, '[data-region][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await tip(page).waitFor();
  const at = await focused(page);
  await page.keyboard.press('Escape');
  await gone(page);
  assert.equal(await focused(page), at);
});

mapTest('assistive technology hears the button and not the tip', {}, async (page) => {
  await hover(page, region('MEX'));
  assert.equal(await tip(page).getAttribute('aria-hidden'), 'true');
});

mapTest('an ancestor that clips its contents does not clip the tip', { path: 'e2e/clipped.html' }, async (page) => {
  const { x, y } = await spot(page, region('USA'));
  await page.mouse.move(x, y);
  await tip(page).waitFor();
  const covered = await page.evaluate(async () => {
    await seen.settle();
    const { shadowRoot } = document.querySelector('summit-map');
    const box = shadowRoot.querySelector('.tip').getBoundingClientRect();
    // Beyond the round corners.
    const places = [[12, 12], [box.width - 12, 12], [12, box.height - 12], [box.width - 12, box.height - 12]];
    return places.filter(([x, y]) => !shadowRoot.elementFromPoint(box.x + x, box.y + y)?.closest('.tip'));
  });
  assert.deepEqual(covered, []);
});
