// How a message looks: over the map, where it is seen, and nothing makes room for it.

import assert from 'node:assert/strict';
import { heard, pageTest } from './browser.js';
import { focused, inMap, theError } from './map.js';

const MAP = '**/data/americas.{geojson,arcs}';
const notThere = (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found\n' });

/** A shift beyond the screen's edge counts for nothing in a browser's sum, so look for oneself. */
async function assertNothingMoved(page) {
  const [before, after] = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const parts = [...shadowRoot.querySelectorAll('figure, figcaption, .stage, .legend, .links'),
      document.querySelector('.summit-facts')];
    const measure = () => parts.map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [part.classList[0] ?? part.localName, x, y, width, height];
    });
    const after = measure();
    shadowRoot.querySelector('.error').remove();
    return [measure(), after];
  });
  assert.deepEqual(after, before, 'the message has moved something');
}

for (const [width, height] of [[360, 640], [1280, 800]]) {
  pageTest(`a message moves nothing, ${width} × ${height}`, {
    viewport: { width, height }, routes: { [MAP]: notThere },
  }, async (page) => {
    await theError(page);
    await assertNothingMoved(page);
  });

  pageTest(`a message is seen without scrolling, ${width} × ${height}`, {
    viewport: { width, height }, routes: { [MAP]: notThere },
  }, async (page) => {
    await theError(page);
    const { y, height: tall } = await page.locator('summit-map .error').boundingBox();
    assert.ok(y >= 0 && y + tall <= height, `it lies from ${y} to ${y + tall}`);
  });
}

pageTest('an empty element that fails shows the message', {
  path: 'e2e/plain.html', routes: { [MAP]: notThere },
}, async (page) => {
  await theError(page);
  const box = await page.locator('summit-map .error').boundingBox();
  assert.ok(box.width > 100 && box.height > 20, `${box.width} × ${box.height}`);
});

pageTest('a message fits a small screen', {
  viewport: { width: 280, height: 480 }, routes: { [MAP]: notThere },
}, async (page) => {
  await theError(page);
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= screen, `${wide} > ${screen}`);
});

const WORDS = { en: /\bmap\b/i, es: /\bmapa\b/i, pt: /\bmapa\b/i, fr: /\bcarte\b/i };
const RETRY = { en: 'Try again', es: 'Intentar de nuevo', pt: 'Tentar de novo', fr: 'Réessayer' };
for (const [language, word] of Object.entries(WORDS)) {
  pageTest(`a message speaks plainly, in the language of its reader, and says that the map shown still holds, ${language}`, {
    path: language === 'en' ? 'index.html' : `index.${language}.html`, routes: { [MAP]: notThere },
  }, async (page) => {
    const { message } = await theError(page);
    assert.match(message, /404/, 'the page is told more');
    const box = inMap(page, '[role=alert]');
    // What a programmer could use stands behind it, small and marked as English.
    const [text, small] = await box.evaluate((box) => {
      const more = box.querySelector('small');
      return [[...box.childNodes].filter((node) => node !== more).map((node) => node.textContent).join(' '), more?.lang];
    });
    assert.match(text, word);
    assert.doesNotMatch(text, /404|https?:|\.arcs|JSON|wasm/i);
    assert.equal(small, 'en');
    assert.ok(await box.evaluate((box, language) => box.matches(`:lang(${language})`), language));
    assert.equal(await box.getByRole('button').innerText(), RETRY[language]);
  });
}

for (const [width, height] of [[360, 740], [768, 1024], [1280, 800]]) {
  pageTest(`a message covers neither headline nor legend nor tools, ${width} × ${height}`, {
    viewport: { width, height },
  }, async (page) => {
    await heard(page, 'ready');
    await page.evaluate(() => { document.querySelector('summit-map').src = 'nowhere.geojson'; });
    await theErrorAfter(page);
    const covered = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('summit-map');
      const box = shadowRoot.querySelector('.error').getBoundingClientRect();
      return [...shadowRoot.querySelectorAll('.headline > *, .legend-item, .zoom button')].filter((part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect();
        return left < box.right && right > box.left && top < box.bottom && bottom > box.top && part.checkVisibility();
      }).map((part) => part.outerHTML.slice(0, 80));
    });
    assert.deepEqual(covered, []);
  });
}

/** The error of a map that was ready before. */
async function theErrorAfter(page) {
  await heard(page, 'error');
  await inMap(page, '[role=alert]').waitFor();
}

pageTest('where the program does not come no control pretends to work', {
  routes: { '**/*.wasm': notThere },
}, async (page) => {
  await theError(page);
  const alive = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    return [...shadowRoot.querySelectorAll('button:not(.error *), select, input')]
      .filter((at) => at.checkVisibility({ visibilityProperty: true }) && !at.disabled).map((at) => at.outerHTML.slice(0, 80));
  });
  assert.deepEqual(alive, []);
});

pageTest('after trying again the focus is in the map', { routes: { [MAP]: notThere } }, async (page) => {
  await theError(page);
  await page.unroute(MAP);
  await inMap(page, '[role=alert] button').press('Enter');
  await inMap(page, '[role=alert]').waitFor({ state: 'detached' });
  assert.notEqual(await focused(page), 'body');
});

pageTest('trying again in vain keeps the focus on the button', { routes: { [MAP]: notThere } }, async (page) => {
  await theError(page);
  await inMap(page, '[role=alert] button').press('Enter');
  await heard(page, 'error', 2);
  assert.equal(await inMap(page, '[role=alert] button').evaluate((button) => button.matches(':focus')), true);
});
