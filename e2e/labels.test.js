// The names on the map, as they are rendered.

import assert from 'node:assert/strict';
import { heard, settle } from './browser.js';
import { MAP, moved, rest, stillTest } from './view.js';

/** All names and all targets as boxes on the screen, and what holds them. */
const measure = (page) => page.locator(MAP).evaluate(({ shadowRoot }) => {
  const rect = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const labels = [...shadowRoot.querySelectorAll('.labels text')].map((text) => {
    // The letters without their halo.
    const [{ x, y, width, height }, to] = [text.getBBox(), text.getScreenCTM()];
    const [left, top] = [to.a * x + to.e, to.d * y + to.f];
    const name = [...text.children].map((line) => line.textContent).join(' ');
    const region = shadowRoot.querySelector(`a[data-region="${text.dataset.label}"]`);
    return {
      name, id: region?.getAttribute('href').slice(8), said: region?.getAttribute('aria-label'),
      size: parseFloat(getComputedStyle(text).fontSize) * to.a,
      left, top, right: left + width * to.a, bottom: top + height * to.d,
    };
  });
  const targets = [...shadowRoot.querySelectorAll('[data-for], .zoom button')]
    .filter((target) => target.checkVisibility() && target.getBoundingClientRect().width > 0)
    .map((target) => ({ name: target.dataset.do ?? target.getAttribute('href'), ...rect(target) }));
  return { labels, targets, stage: rect(shadowRoot.querySelector('.view')) };
});

/** What is wrong with the names. */
function faults({ labels, targets, stage }) {
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const found = [];
  for (const [index, label] of labels.entries()) {
    const over = [...labels.slice(index + 1), ...targets].filter((other) => meet(label, other));
    found.push(...over.map(({ name }) => `${label.name} over ${name}`));
    const isIn = label.left >= stage.left && label.right <= stage.right
      && label.top >= stage.top && label.bottom <= stage.bottom;
    if (!isIn) found.push(`${label.name} outside of the map`);
    if (label.size < 11.99) found.push(`${label.name} of ${label.size} px`);
    if (label.said && !label.said.startsWith(`${label.name}: `)) found.push(`${label.name} on ${label.said}`);
  }
  return found;
}

const LARGE = ['CAN', 'USA', 'BRA', 'ARG'];
const NAMES = { en: 'United States', es: 'Estados Unidos', pt: 'Estados Unidos', fr: 'États-Unis' };
// Names are coarse shapes' work too; the finer file would only cost time here.
const page = { path: '', html: (text) => text.replace(/ fine="[^"]*"/, '') };

stillTest('names overlap neither each other nor a target, at any width, in any language, near and far', page, async (page) => {
  for (const [index, [lang, name]] of Object.entries(NAMES).entries()) {
    await page.evaluate((lang) => { document.querySelector('summit-map').lang = lang; }, lang);
    await heard(page, 'ready', index + 2);
    for (const width of [360, 1600, 1280]) {
      await page.setViewportSize({ width, height: 1000 });
      await settle(page);
      await rest(page);
      const far = await measure(page);
      assert.deepEqual(faults(far), [], `${lang} at ${width} px`);
      assert.ok(far.labels.length >= 3, `${far.labels.length} names, ${lang} at ${width} px`);
      if (width < 1000) continue;
      const ids = far.labels.map(({ id }) => id);
      assert.deepEqual(LARGE.filter((id) => !ids.includes(id)), [], `without a name, ${lang} at ${width} px`);
      assert.ok(far.labels.some((label) => label.name.startsWith(name)), `${name}, ${lang}`);
    }
    const list = page.locator('summit-map select[data-choose="zoom-to"]');
    await moved(page, () => list.selectOption('a2'));
    const close = await measure(page);
    assert.deepEqual(faults(close), [], `${lang} in the Caribbean`);
    assert.ok(close.labels.length > 8, `${close.labels.length} names, ${lang} in the Caribbean`);
    await moved(page, () => list.selectOption('whole'));
  }
});
