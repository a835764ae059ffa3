// The card: all about a country, beside the map; on phones a sheet. By mouse, keyboard and finger.

import assert from 'node:assert/strict';
import { REGIONS, events, heard, settle } from './browser.js';
import { PHONE, card, choose, focused, inMap, mapTest, region, regionIds, select, spot, territory, tip, title } from './map.js';
import { measure } from './measure.js';

const gone = (page) => card(page).waitFor({ state: 'hidden' });
const opened = (page, id) => inMap(page, region(id)).getAttribute('aria-expanded');

/** Selects each region in turn; returns what `look` says of the card. */
async function tour(page, look) {
  const found = [];
  for (const id of await regionIds(page)) {
    await select(page, id);
    found.push({ id, ...(await card(page).evaluate(look)) });
  }
  assert.equal(found.length, REGIONS);
  return found;
}

mapTest('a click opens the card of a country and takes the focus to its name', {}, async (page) => {
  await choose(page, 'MEX');
  assert.equal(await title(page), 'Mexico');
  assert.equal(await focused(page), 'h3');
  assert.equal(await opened(page, 'MEX'), 'true');
  assert.equal(await tip(page).isVisible(), false);
  assert.equal(await card(page).getAttribute('role'), 'dialog');
  assert.equal(await page.getByRole('dialog', { name: 'Mexico' }).count(), 1);
  assert.deepEqual((await events(page, 'select')).map(({ detail }) => detail.id), ['MEX']);
});

for (const key of ['Enter', 'Space']) {
  mapTest(`${key} on a country opens its card`, {}, async (page) => {
    await inMap(page, region('MEX')).focus();
    await page.keyboard.press(key);
    await card(page).locator('h3').waitFor();
    assert.equal(await title(page), 'Mexico');
    assert.equal(await focused(page), 'h3');
  });
}

mapTest('what carries the status comes first, and every fact names its source by a link', {}, async (page) => {
  for (const [id, first] of [['MEX', /López Obrador/], ['CUB', /not invited/i], ['GRD', /./]]) {
    await select(page, id);
    const facts = card(page).locator('.facts > li');
    assert.match(await facts.first().innerText(), first);
    const links = await facts.evaluateAll((all) => all.map((fact) => fact.querySelectorAll('cite a[href]').length));
    assert.ok(links.length >= 1 && links.every((count) => count === 1), `${id}: ${links}`);
  }
});

mapTest('the status has the swatches of the legend', {}, async (page) => {
  await select(page, 'MEX');
  const fills = (selector) => inMap(page, selector).evaluateAll((all) => all.map((rect) => getComputedStyle(rect).fill));
  const known = new Set(await fills('.legend .swatch rect'));
  const mine = await fills('.card .swatch rect');
  assert.ok(mine.length >= 2, String(mine));
  assert.deepEqual(mine.filter((fill) => !known.has(fill)), []);
});

const CLOSINGS = {
  Esc: (page) => page.keyboard.press('Escape'),
  'its button': (page) => card(page).locator('.close').click(),
  'Enter on its button': (page) => card(page).locator('.close').press('Enter'),
  'a click in the sea': async (page) => {
    const { x, y, width, height } = await inMap(page, '.stage').boundingBox();
    await page.mouse.click(x + width * 0.05, y + height * 0.45);
  },
  'a second click on the country': async (page) => {
    const { x, y } = await spot(page, region('MEX'));
    await page.mouse.click(x, y);
  },
};
for (const [name, close] of Object.entries(CLOSINGS)) {
  mapTest(`${name} closes the card and gives the focus back`, {}, async (page) => {
    await choose(page, 'MEX');
    await close(page);
    await gone(page);
    assert.equal(await focused(page), '#summit-MEX');
    assert.equal(await opened(page, 'MEX'), 'false');
    assert.deepEqual((await events(page, 'select')).map(({ detail }) => detail.id), ['MEX', null]);
  });
}

mapTest('a focus that is given back is on the screen, wherever the page was scrolled to', { viewport: { width: 1280, height: 600 } }, async (page) => {
  await choose(page, 'ARG');
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await page.keyboard.press('Escape');
  await gone(page);
  await settle(page);
  assert.equal(await focused(page), '#summit-ARG');
  const { y, height } = await inMap(page, region('ARG')).boundingBox();
  assert.ok(y >= -1 && y + height <= 601, `Argentina from ${y} to ${y + height}`);
});

mapTest('Tab goes round in the card, both ways, until it is closed', {}, async (page) => {
  await choose(page, 'MEX');
  const walk = async (key) => {
    const seen = [];
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press(key);
      const isIn = await page.evaluate(() =>
        Boolean(document.querySelector('summit-map').shadowRoot.activeElement?.closest('.card')));
      assert.ok(isIn, `${key} left the card after ${seen}`);
      const at = await page.evaluate(() => {
        const { activeElement } = document.querySelector('summit-map').shadowRoot;
        return [...activeElement.getRootNode().querySelectorAll('.card *')].indexOf(activeElement);
      });
      if (seen.includes(at)) return seen;
      seen.push(at);
    }
    throw new Error('never came round');
  };
  const controls = await card(page).locator(':is(a, button)').evaluateAll((all) => all.filter((at) => at.checkVisibility()).length);
  assert.ok(controls >= 5, `${controls} controls`);
  assert.equal((await walk('Tab')).length, controls);
  assert.equal((await walk('Shift+Tab')).length, controls);
});

mapTest('what has the focus in a card that scrolls is in sight', { viewport: { width: 768, height: 700 } }, async (page) => {
  await choose(page, 'MEX');
  for (let press = 0; press < 14; press += 1) {
    await page.keyboard.press('Tab');
    const isSeen = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('summit-map');
      const [at] = shadowRoot.activeElement.getClientRects();
      return shadowRoot.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2) === shadowRoot.activeElement;
    });
    assert.ok(isSeen, `hidden after ${press + 1} × Tab`);
  }
});

mapTest('closing the card of a territory leaves the focus in the map and the page where it is', {}, async (page) => {
  const { x, y } = await spot(page, await territory(page, 'GRL'));
  await page.mouse.click(x, y);
  await card(page).locator('h3').waitFor();
  assert.match(await title(page), /^Greenland/);
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Escape');
  await gone(page);
  assert.equal(await focused(page), 'map');
  assert.equal(await page.evaluate(() => scrollY), before, 'the page has scrolled');
});

mapTest('closing by the page gives back the focus that was in the card', {}, async (page) => {
  await choose(page, 'MEX');
  await select(page, null);
  await gone(page);
  assert.equal(await focused(page), '#summit-MEX');
});

mapTest('the page may open and close a card without taking the focus', {}, async (page) => {
  await inMap(page, '.find').focus();
  await select(page, 'MEX');
  assert.equal(await title(page), 'Mexico');
  assert.equal(await focused(page), 'find');
  await select(page, null);
  assert.equal(await focused(page), 'find');
});

mapTest('the neighbours in the list of the same status are a step away, and the focus stays on the step', {}, async (page) => {
  await choose(page, 'CUB');
  const met = [];
  for (let press = 0; press < 3; press += 1) {
    const next = card(page).locator('[data-do=next]');
    const label = await next.getAttribute('aria-label');
    await next.press('Enter');
    met.push(await title(page));
    assert.ok(label.includes(met.at(-1)), `${label} led to ${met.at(-1)}`);
    assert.equal(await focused(page), 'next');
  }
  assert.deepEqual(met.toSorted(), ['Cuba', 'Nicaragua', 'Venezuela']);
  await card(page).locator('[data-do=previous]').press('Enter');
  assert.equal(await title(page), met[1]);
  assert.equal(await focused(page), 'previous');
});

mapTest('all facts and sources are a link away: the entry opens, with what it is in', {}, async (page) => {
  await choose(page, 'GRD');
  const link = card(page).locator('.all-facts');
  const count = Number((await link.innerText()).match(/\d+/)?.[0] ?? 1);
  await link.press('Enter');
  await page.waitForURL(/#summit-GRD$/);
  const entry = page.locator('#summit-GRD');
  await entry.waitFor();
  assert.equal(await entry.locator('.claims li').count(), count, 'as many as the link says');
  const { y } = await entry.boundingBox();
  assert.ok(y >= 0 && y < 800, `the entry is at ${y}`);
  assert.equal(await card(page).isVisible(), false, 'the card is gone, with no focus left in it');
});

mapTest('a link of a card to the article leads to its source in the page, which opens', {}, async (page) => {
  await choose(page, 'MEX');
  await card(page).locator('.facts a[href^="#"]').first().click();
  await page.waitForURL(/#summit-source-article$/);
  const source = page.locator('#summit-source-article');
  await source.waitFor();
  const { y } = await source.boundingBox();
  assert.ok(y >= 0 && y < 800, `the source is at ${y}`);
});

mapTest('every link in a card is safe to follow', {}, async (page) => {
  const cards = await tour(page, (card) => ({
    links: [...card.querySelectorAll('a')].map((link) => ({ href: link.getAttribute('href'), rel: link.rel, target: link.target })),
  }));
  const links = cards.flatMap(({ links }) => links);
  assert.ok(links.length > 100, `${links.length} links`);
  const isFragment = ({ href }) => href.startsWith('#');
  const outside = links.filter((link) => !isFragment(link));
  assert.deepEqual(outside.filter(({ href }) => !/^(https?:\/\/|mailto:)/.test(href)), []);
  assert.deepEqual(outside.filter(({ rel, target }) => target !== '_blank' || !rel.includes('noopener')), []);
  const fragments = [...new Set(links.filter(isFragment).map(({ href }) => href.slice(1)))];
  const dead = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id)), fragments);
  assert.deepEqual(dead, []);
});

mapTest('every card has a name of its own and says something', {}, async (page) => {
  const cards = await tour(page, (card) => ({
    name: card.querySelector('h3').textContent,
    status: card.querySelectorAll('.status li').length,
    facts: card.querySelectorAll('.facts li').length,
  }));
  assert.deepEqual(cards.filter(({ name, status, facts }) => !(name && status && facts)), []);
  assert.equal(new Set(cards.map(({ name }) => name)).size, REGIONS);
});

for (const [width, height] of [[280, 480], [360, 640], [1280, 800], [640, 320], [320, 256]]) {
  mapTest(`every card can be seen in full or scrolled, and closed, ${width} × ${height}`, { viewport: { width, height } }, async (page) => {
    const cards = await tour(page, (card) => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      const close = card.querySelector('.close').getBoundingClientRect();
      const facts = card.querySelector('.facts');
      const isInSight = close.top >= 0 && close.bottom <= innerHeight && close.left >= 0 && close.right <= innerWidth;
      const isCut = facts.scrollHeight > facts.clientHeight + 1 && !/auto|scroll/.test(getComputedStyle(facts).overflowY)
        && !card.matches('.sheet:not(.open)');
      return { left, top, right, bottom, isInSight, isCut };
    });
    // A card in the rail is part of the page, which scrolls.
    const isIn = ({ left, right, top, bottom }) => left >= 0 && right <= width && right > left && bottom > top;
    assert.deepEqual(cards.filter((box) => !isIn(box) || !box.isInSight || box.isCut), []);
  });
}

async function tap(page, selector) {
  const { x, y } = await spot(page, selector);
  await page.touchscreen.tap(x, y);
  await card(page).locator('h3').waitFor();
}

// The end of the page lies under the sheet.
const LONG = `addEventListener('DOMContentLoaded', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body { padding-bottom: 600px; }');
  document.adoptedStyleSheets.push(sheet);
})`;
mapTest('a tap opens a sheet, and a tap on the page beside the widget closes it', { ...PHONE, init: [LONG] }, async (page) => {
  await tap(page, region('BRA'));
  assert.equal(await title(page), 'Brazil');
  const { x, y } = await page.locator('footer p').evaluate((element) => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    return { x: box.x + 6, y: box.y + 6 };
  });
  await page.touchscreen.tap(x, y);
  await gone(page);
});

mapTest('a sheet shows one fact, and its grip pulls it up and down', { ...PHONE, reducedMotion: 'reduce' }, async (page) => {
  await tap(page, region('USA'));
  const height = async () => (await card(page).boundingBox()).height;
  const grip = card(page).locator('.grip');
  assert.ok(await height() <= 190.5, `${await height()} px`);
  assert.equal(await grip.getAttribute('aria-expanded'), 'false');
  assert.equal(await card(page).locator('.facts > li').evaluateAll((all) => all.filter((fact) => fact.checkVisibility()).length), 1);
  await grip.tap();
  assert.ok(await height() <= 0.7 * 640 + 1 && await height() > 250, `${await height()} px, open`);
  assert.equal(await grip.getAttribute('aria-expanded'), 'true');
  assert.ok(await card(page).locator('.facts > li').evaluateAll((all) => all.filter((fact) => fact.checkVisibility()).length) > 2);
  await grip.press('Enter');
  assert.ok(await height() <= 190.5);
  assert.equal(await focused(page), 'grip');
});

/** A finger that goes down, moves and goes up. */
async function swipe(page, from, down) {
  const session = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type: `touch${type}`, touchPoints });
  await send('Start', from);
  for (let step = 1; step <= 5; step += 1) await send('Move', { x: from.x, y: from.y + (down * step) / 5 });
  await send('End');
  await session.detach();
}

mapTest('a sheet is drawn up and down by a finger, and its country stays in sight', { ...PHONE, reducedMotion: 'reduce', init: [measure] }, async (page) => {
  await tap(page, region('PRY'));
  const place = async () => {
    const { x, y, width } = await card(page).boundingBox();
    return { x: x + width / 2, y: y + 12 };
  };
  await swipe(page, await place(), -120);
  await settle(page);
  assert.equal(await card(page).locator('.grip').getAttribute('aria-expanded'), 'true');
  const { covered, beyond } = await page.evaluate(() => {
    const button = look.root().querySelector('a[data-region][href="#summit-PRY"]');
    return look.hidden(button.dataset.region, look.rect(look.root().querySelector('.card')));
  });
  assert.deepEqual([covered, beyond], [0, 0], 'what is hidden of Paraguay');
  await swipe(page, await place(), 120);
  await gone(page);
  assert.equal(await focused(page), '#summit-PRY');
});

mapTest('a tap on a territory names its state', PHONE, async (page) => {
  await tap(page, await territory(page, 'GUF'));
  assert.equal(await title(page), 'French Guiana (France)');
  assert.match(await card(page).innerText(), /Territory/);
});

mapTest('a tap in the sea near an island finds it', PHONE, async (page) => {
  const number = await inMap(page, region('BRB')).getAttribute('data-region');
  const { x, y } = await inMap(page, `circle[data-for="${number}"]`).evaluate((dot) => {
    dot.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { right, top, height } = dot.getBoundingClientRect();
    return { x: right + 9, y: top + height / 2 };
  });
  await page.touchscreen.tap(x, y);
  await heard(page, 'select');
  assert.equal((await events(page, 'select'))[0].detail.id, 'BRB');
});

for (const width of [360, 768, 1280]) {
  mapTest(`scrolling never takes an open card off the screen, unless it scrolls with the map, ${width} wide`, { viewport: { width, height: 800 } }, async (page) => {
    await select(page, 'MEX');
    await page.evaluate(() => {
      scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
      return seen.settle();
    });
    const [box, map] = [await card(page).boundingBox(), await inMap(page, '.stage').boundingBox()];
    const isOnScreen = box.y >= 0 && box.y + box.height <= 800.5;
    assert.ok(isOnScreen || map.y + map.height < 400, `the card from ${box.y}, the map to ${map.y + map.height}`);
  });
}

mapTest('a key whose click has a detail and no place, as in Firefox, opens the card', {}, async (page) => {
  for (const options of [{ detail: 0 }, { detail: 1, clientX: 0, clientY: 0 }]) {
    await page.evaluate(([selector, options]) => {
      const region = document.querySelector('summit-map').shadowRoot.querySelector(selector);
      region.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, cancelable: true, ...options }));
    }, [region('MEX'), options]);
    assert.equal(await title(page), 'Mexico');
    await page.keyboard.press('Escape');
    await gone(page);
  }
});
