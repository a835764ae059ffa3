// The popup, by mouse, keyboard and finger.

import assert from 'node:assert/strict';
import { heard, pageTest, pass, settle, timers } from './browser.js';
import { focused, popup, regionSelector, select, spot } from './map.js';

const MEXICO = 'a[data-region][href="#summit-MEX"]';

/** A page whose map is ready. */
const mapTest = (name, options, body) => pageTest(name, options, async (page) => {
  await heard(page, 'ready');
  await body(page);
});

async function hover(page, selector) {
  const place = await spot(page, selector);
  await page.mouse.move(place.x, place.y);
  await popup(page).waitFor();
  return place;
}

async function press(page, selector) {
  const { x, y } = await spot(page, selector);
  await page.mouse.click(x, y);
  await popup(page).locator('.close').waitFor();
}

const gone = (page) => popup(page).waitFor({ state: 'hidden' });
const title = (page) => popup(page).locator('h3').innerText();

mapTest('under the mouse a region says its name and its status in words', {}, async (page) => {
  await hover(page, MEXICO);
  assert.equal(await title(page), 'Mexico');
  assert.deepEqual(await popup(page).locator('.status li').allInnerTexts(),
    ['Signed the declaration', 'Invited', 'President stayed away in protest']);
});

mapTest('every claim in a popup names its source by a link', {}, async (page) => {
  await hover(page, MEXICO);
  const claims = await popup(page).locator('.claims li').evaluateAll((items) =>
    items.map((item) => item.querySelectorAll('cite a[href]').length));
  assert.ok(claims.length >= 2, `${claims.length} claims`);
  assert.ok(claims.every((links) => links > 0), String(claims));
});

mapTest('what other sources say stands apart from the article', {}, async (page) => {
  await hover(page, MEXICO);
  const parts = await popup(page).locator('.claims').evaluateAll((parts) => parts.map((part) => ({
    heading: part.querySelector('.claims-heading').textContent,
    border: getComputedStyle(part).borderInlineStartWidth,
    fragments: [...part.querySelectorAll('a')].map((a) => a.getAttribute('href').startsWith('#')),
  })));
  assert.deepEqual(parts.map(({ heading, border }) => [heading, border]), [
    ['From the article', '0px'],
    ['Checked context from other sources', '3px'],
  ]);
  // The article is cited by paragraph, within the page; everything else by address.
  assert.ok(parts[0].fragments.every(Boolean));
  assert.ok(!parts[1].fragments.some(Boolean));
});

mapTest('the pointer can travel from a region to its popup', { init: [timers] }, async (page) => {
  await hover(page, MEXICO);
  const box = await popup(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await pass(page);
  assert.equal(await popup(page).isVisible(), true);
  assert.equal(await title(page), 'Mexico');
});

mapTest('a popup stays for the grace time and then goes', { init: [timers] }, async (page) => {
  await hover(page, MEXICO);
  await page.mouse.move(2, 2);
  assert.equal(await popup(page).isVisible(), true);
  await pass(page);
  await gone(page);
});

mapTest('Esc closes a popup under a pointer that does not move', {}, async (page) => {
  await hover(page, MEXICO);
  await page.keyboard.press('Escape');
  await gone(page);
});

mapTest('a click pins the popup and takes the focus into it', { init: [timers] }, async (page) => {
  await press(page, MEXICO);
  assert.equal(await focused(page), 'popup');
  assert.equal(await page.locator(MEXICO).first().getAttribute('aria-expanded'), 'true');
  await page.mouse.move(2, 2);
  await pass(page);
  assert.equal(await popup(page).isVisible(), true);
});

for (const key of ['Enter', 'Space']) {
  mapTest(`${key} on a region pins its popup`, {}, async (page) => {
    await page.locator(`summit-map ${MEXICO}`).focus();
    await page.keyboard.press(key);
    await popup(page).locator('.close').waitFor();
    assert.equal(await title(page), 'Mexico');
    assert.equal(await focused(page), 'popup');
  });
}

mapTest('a key whose click has a detail and no place, as in Firefox, points at the region', {}, async (page) => {
  const at = async (options) => {
    await page.evaluate(([selector, options]) => {
      const region = document.querySelector('summit-map').shadowRoot.querySelector(selector);
      region.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, cancelable: true, ...options }));
    }, [MEXICO, options]);
    const { x, y } = await popup(page).boundingBox();
    await page.keyboard.press('Escape');
    return { x, y };
  };
  assert.deepEqual(await at({ detail: 1 }), await at({ detail: 0, clientX: 300, clientY: 300, screenX: 300, screenY: 300 }));
});

const ways = {
  Esc: (page) => page.keyboard.press('Escape'),
  'the close button': async (page) => {
    const { x, y, width, height } = await popup(page).locator('.close').boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
    // The browser looks again what lies under a pointer that rests when a box over it goes; it is
    // asked to do so at once. The reader has not moved, so no other popup may open.
    await page.mouse.move(x + width / 2, y + height / 2);
    await settle(page);
  },
  'the close button by key': async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  },
};
for (const [way, close] of Object.entries(ways)) {
  mapTest(`${way} closes the popup and gives the focus back to the region`, {}, async (page) => {
    await press(page, MEXICO);
    await close(page);
    await gone(page);
    assert.equal(await focused(page), '#summit-MEX');
    assert.equal(await page.locator(MEXICO).first().getAttribute('aria-expanded'), 'false');
  });
}

mapTest('a second click on the region closes its popup', {}, async (page) => {
  await press(page, MEXICO);
  const { x, y } = await spot(page, MEXICO);
  await page.mouse.click(x, y);
  await gone(page);
  assert.equal(await focused(page), '#summit-MEX');
});

mapTest('closing the popup of a territory leaves focus and page where they are', {}, async (page) => {
  await press(page, await regionSelector(page, 'GRL'));
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Escape');
  await heard(page, 'select', 4);
  assert.equal(await focused(page), 'map');
  // If the page moves under the pointer, another region comes there and shows its popup.
  assert.equal(await page.evaluate(() => scrollY), before, 'the page has scrolled');
});

mapTest('closing by the page gives back the focus that was in the popup', {}, async (page) => {
  await press(page, MEXICO);
  await select(page, null);
  await gone(page);
  assert.equal(await focused(page), '#summit-MEX');
});

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

async function tap(page, selector) {
  const { x, y } = await spot(page, selector);
  await page.touchscreen.tap(x, y);
  await popup(page).locator('.close').waitFor();
}

for (const [where, selector] of [['the sea', '.stage'], ['the legend', '.legend-label'],
  ['the title', 'figcaption h2'], ['the list of facts', '.summit-facts h2'], ['the page', 'h1']]) {
  mapTest(`a tap opens a popup and a tap on ${where} closes it`, phone, async (page) => {
    await tap(page, 'a[data-region][href="#summit-BRA"]');
    assert.equal(await title(page), 'Brazil');
    // From within the page: the sheet covers part of the screen, and the rest may be above it.
    const { x, y } = await page.locator(selector).first().evaluate((element) => {
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      return { x: box.x + 6, y: box.y + 6 };
    });
    await page.touchscreen.tap(x, y);
    await gone(page);
  });
}

for (const [device, width] of [['tablet', 768], ['phone', 360]]) {
  const viewport = { width, height: 640 };
  mapTest(`a tap on a territory names its state, on a ${device}`, { ...phone, viewport }, async (page) => {
    await tap(page, await regionSelector(page, 'GUF'));
    assert.equal(await title(page), 'French Guiana (France)');
    assert.match(await popup(page).innerText(), /Territory, not a summit participant/);
  });
}

mapTest('a link of a popup to the article leads to its source in the page', {}, async (page) => {
  await press(page, MEXICO);
  await popup(page).locator('.claims.main a').first().click();
  await page.waitForURL(/#summit-source-article$/);
  const top = await page.locator('#summit-source-article').evaluate((at) => at.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 800, `the source is at ${top}`);
});
