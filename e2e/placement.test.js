// All popups: what they link to, and that each is seen in full.

import assert from 'node:assert/strict';
import { REGIONS, heard, pageTest } from './browser.js';
import { popup, regionIds, select } from './map.js';

/** Selects each region in turn; returns what `look` says of the popup. */
async function tour(page, look) {
  await heard(page, 'ready');
  const found = [];
  for (const id of await regionIds(page)) {
    await select(page, id);
    found.push({ id, ...(await popup(page).evaluate(look)) });
  }
  assert.equal(found.length, REGIONS);
  return found;
}

pageTest('every link in a popup is safe to follow', {}, async (page) => {
  const popups = await tour(page, (popup) => ({
    links: [...popup.querySelectorAll('a')].map((link) => ({
      href: link.getAttribute('href'), rel: link.rel, target: link.target,
    })),
  }));
  const links = popups.flatMap(({ links }) => links);
  assert.ok(links.length > 100, `${links.length} links`);
  const isFragment = ({ href }) => href.startsWith('#');
  const outside = links.filter((link) => !isFragment(link));
  assert.deepEqual(outside.filter(({ href }) => !/^(https?:\/\/|mailto:)/.test(href)), []);
  const open = outside.filter(({ rel, target }) => target !== '_blank' || !rel.includes('noopener'));
  assert.deepEqual(open, []);
  const fragments = [...new Set(links.filter(isFragment).map(({ href }) => href.slice(1)))];
  const dead = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id)), fragments);
  assert.deepEqual(dead, []);
});

pageTest('every popup has a name and says something', {}, async (page) => {
  const popups = await tour(page, (popup) => ({
    name: popup.querySelector('h3').textContent,
    status: popup.querySelectorAll('.status li').length,
    claims: popup.querySelectorAll('.claims li').length,
  }));
  assert.deepEqual(popups.filter(({ name, status, claims }) => !(name && status && claims)), []);
  assert.equal(new Set(popups.map(({ name }) => name)).size, REGIONS);
});

for (const [width, height] of [[280, 480], [360, 640], [1280, 800], [640, 320]]) {
  const viewport = { width, height };
  pageTest(`every popup is on the screen, ${width} × ${height}`, { viewport }, async (page) => {
    const popups = await tour(page, (popup) => {
      const { left, top, right, bottom } = popup.getBoundingClientRect();
      return { left, top, right, bottom };
    });
    const isIn = ({ left, top, right, bottom }) =>
      left >= 0 && top >= 0 && right <= width && bottom <= height && right > left && bottom > top;
    assert.deepEqual(popups.filter((box) => !isIn(box)), []);
  });
}

pageTest('scrolling the page never takes a pinned popup off the screen', {}, async (page) => {
  await heard(page, 'ready');
  await select(page, 'MEX');
  for (const place of ['end', 'start']) {
    await page.evaluate((place) => {
      document.querySelector(place === 'end' ? 'footer' : 'h1').scrollIntoView({ behavior: 'instant' });
      return seen.settle();
    }, place);
    const box = await popup(page).boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 800, `${place}: ${box.y} + ${box.height}`);
  }
});

pageTest('an ancestor that clips its contents does not clip the popup', {
  path: 'e2e/clipped.html',
}, async (page) => {
  await heard(page, 'ready');
  await select(page, 'USA');
  const { covered, outside } = await page.evaluate(async () => {
    await seen.settle();
    const { shadowRoot, parentElement } = document.querySelector('summit-map');
    const popup = shadowRoot.querySelector('.popup');
    const box = popup.getBoundingClientRect();
    // Beyond the round corners.
    const places = [[12, 12], [box.width - 30, 12], [12, box.height - 12], [box.width - 30, box.height - 12]];
    const isPopup = ([x, y]) => shadowRoot.elementFromPoint(box.x + x, box.y + y)?.closest('.popup');
    const frame = parentElement.getBoundingClientRect();
    return {
      covered: places.filter((place) => !isPopup(place)),
      outside: box.right > frame.right || box.bottom > frame.bottom,
    };
  });
  assert.ok(outside, 'the frame must be too small for the popup, or this proves nothing');
  assert.deepEqual(covered, []);
});
