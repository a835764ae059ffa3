// What people get who do not see the map or do not use a mouse: names, roles, keys, words.

import assert from 'node:assert/strict';
import { events, heard, pageTest, settle } from './browser.js';
import { PHONE, focused, hash, inMap, listen, mapTest, popup, said, select, spot } from './map.js';

const COUNTRIES = 37; // 35 countries and two territories of which the facts tell something
const stop = (page) => inMap(page, '[data-region][tabindex="0"]');

/** All nodes of the accessibility tree that assistive technology is shown. */
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inside = (node, role) => node && (node.role?.value === role || inside(byId.get(node.parentId), role));
  return nodes.filter(({ ignored }) => !ignored).map((node) => ({
    role: node.role?.value, name: node.name?.value,
    inMap: Boolean(inside(byId.get(node.parentId), 'graphics-document')),
  }));
}

mapTest('the map is a document with its title, and holds a named button for each country alone', {}, async (page) => {
  const nodes = await tree(page);
  const maps = nodes.filter(({ role }) => role === 'graphics-document');
  assert.deepEqual(maps.map(({ name }) => name), [await inMap(page, 'figcaption h2').innerText()]);
  const parts = nodes.filter(({ inMap }) => inMap);
  assert.deepEqual([...new Set(parts.map(({ role }) => role))], ['button'], 'land without facts is not there');
  assert.equal(parts.length, COUNTRIES);
  const names = parts.map(({ name }) => name);
  assert.deepEqual(names.filter((name) => !/^\p{Lu}[^:]+: \p{Ll}[^:]+$/u.test(name)), []);
  for (const name of ['Mexico: signed, invited, president stayed away in protest', 'Cuba: not invited']) {
    assert.ok(names.includes(name), `${name} is not among ${names}`);
  }
  assert.deepEqual(names.filter((name) => name.split(/\s+/).length > 14), [], 'short to hear');
});

mapTest('the summary counts what the legend counts', {}, async (page) => {
  const summary = await inMap(page, '.summary').innerText();
  const [all, ...counts] = summary.match(/\d+/g).map(Number);
  const legend = await inMap(page, '.legend-count').allInnerTexts();
  assert.deepEqual([...counts].sort(), legend.map(Number).sort());
  // The one whose president stayed away is among those who signed.
  assert.equal(counts.reduce((sum, count) => sum + count) - counts.at(-1), all);
});

mapTest('the table has a name, headers of rows and columns, and says how it is sorted', {}, async (page) => {
  await inMap(page, '.table > summary').click();
  const nodes = await tree(page);
  const of = (wanted) => nodes.filter(({ role }) => role === wanted);
  assert.match(of('table')[0].name, /Summit of the Americas/);
  assert.deepEqual([of('columnheader').length, of('rowheader').length], [5, 35]);
  assert.equal(await inMap(page, 'th[aria-sort=ascending]').count(), 1);
});

const PATH = ['search', 'zoom-to', 'language', 'copy', 'region', 'zoom', 'legend', 'table'];
const section = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const at = shadowRoot.activeElement;
  if (!at) return 'page';
  if (at.matches('[data-region]')) return 'region';
  return at.dataset.choose ?? (at.dataset.do === 'copy' ? 'copy' : at.closest('.search, .zoom, .legend, .table, .popup').classList[0]);
});

mapTest('Tab goes through the figure in the order of the eye, and out at both ends', {}, async (page) => {
  const walk = async (key) => {
    const seen = [];
    do {
      await page.keyboard.press(key);
      seen.push(await section(page));
      assert.ok(seen.length < 40, `a trap: ${seen}`);
    } while (seen.at(-1) !== 'page');
    return seen.slice(0, -1);
  };
  const there = await walk('Tab');
  assert.deepEqual(there.filter((name, index) => name !== there[index - 1]), PATH);
  assert.equal(there.filter((name) => name === 'region').length, 1, 'one stop for all countries');
  assert.deepEqual((await walk('Shift+Tab')).reverse(), there);
});

/** Time is what the test says it is: letters typed are one text, or not. */
function clock() {
  globalThis.now = 0;
  Object.defineProperty(Event.prototype, 'timeStamp', { get: () => globalThis.now });
}

mapTest('arrows alone reach every country, and few letters each', { init: [clock] }, async (page) => {
  await stop(page).focus();
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const all = [...shadowRoot.querySelectorAll('a[data-region]')];
    const press = (key) => {
      shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      return shadowRoot.activeElement;
    };
    const [first] = all;
    const reached = new Set([first]);
    for (const from of reached) {
      for (const way of ['Up', 'Down', 'Left', 'Right']) {
        from.focus();
        reached.add(press(`Arrow${way}`));
      }
    }
    const letters = all.map((goal) => {
      (goal === first ? all[1] : first).focus();
      now += 10_000;
      const name = goal.getAttribute('aria-label');
      for (let count = 1; count <= name.length; count += 1) if (press(name[count - 1]) === goal) return count;
      return Infinity;
    });
    const tabStops = all.filter(({ tabIndex }) => tabIndex === 0).length;
    return { reached: reached.size, letters: letters.sort((a, b) => a - b), tabStops };
  });
  assert.equal(found.reached, COUNTRIES);
  assert.ok(found.letters[COUNTRIES >> 1] <= 3, `${found.letters}`);
  assert.equal(found.tabStops, 1);
});

mapTest('keys with Ctrl, Alt or Meta and keys outside of the map do nothing to it', {}, async (page) => {
  await stop(page).focus();
  const touched = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const used = [];
    const press = (on, key, more) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
      if (!on.dispatchEvent(event)) used.push([on.localName, key, Object.keys(more)]);
    };
    for (const key of ['+', '-', '0', 'a', ' ', 'Home', 'ArrowDown']) {
      for (const with_ of ['ctrlKey', 'altKey', 'metaKey']) press(shadowRoot.activeElement, key, { [with_]: true });
      for (const on of [document.body, shadowRoot.querySelector('.toggle')]) press(on, key, {});
    }
    return used;
  });
  assert.deepEqual(touched, []);
  assert.equal(await hash(page), '');
  assert.equal(await focused(page), '#summit-ATG');
});

for (const [width, height] of [[1280, 800], [320, 640]]) {
  mapTest(`the keys are told where the focus is, on ${width} × ${height}`, { viewport: { width, height } }, async (page) => {
    assert.equal(await inMap(page, '.help').isVisible(), false);
    await inMap(page, '[data-choose=language]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await settle(page);
    assert.equal(await inMap(page, '.help').isVisible(), true);
    const { y, height: tall } = await inMap(page, '.help').boundingBox();
    assert.ok(y >= 0 && y + tall <= height, `it lies from ${y} to ${y + tall}`);
  });
}

mapTest('sliding off before letting go does nothing', {}, async (page) => {
  for (const { x, y } of [await spot(page, 'a[href="#summit-MEX"]'), await inMap(page, '.toggle').first().evaluate((at) => {
    const box = at.getBoundingClientRect();
    return { x: box.x + 9, y: box.y + 9 };
  })]) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(2, 2);
    await page.mouse.up();
  }
  assert.deepEqual(await events(page, 'select'), []);
  assert.equal(await inMap(page, '.toggle[aria-pressed=false]').count(), 0);
});

mapTest('what a control shows is in its name, and a link says where it leads', {}, async (page) => {
  await select(page, 'MEX');
  const wrong = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const words = (text) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
    const controls = [...shadowRoot.querySelectorAll('button[aria-label], [role=button]')];
    const links = [...shadowRoot.querySelectorAll('.popup a')];
    const tells = (link) => /\p{L}{3}/u.test(link.textContent) && !/^(here|more|link|source)$/i.test(link.textContent.trim())
      && (link.target !== '_blank' || link.title !== '') && link.closest('li').firstChild.textContent.trim() !== '';
    return [...controls.filter((control) => !words(control.ariaLabel).includes(words(control.textContent))),
      ...links.filter((link) => !tells(link))].map((at) => at.outerHTML.slice(0, 120));
  });
  assert.deepEqual(wrong, []);
});

mapTest('a filter is told once, an error at once, with a button to try again', {}, async (page) => {
  await listen(page);
  await inMap(page, '.only').first().click();
  assert.deepEqual(await said(page), ['20 of 35 countries shown']);
  assert.equal(await inMap(page, '.said').getAttribute('role'), 'status');
  await page.evaluate(() => { document.querySelector('summit-map').src = 'nowhere.geojson'; });
  await heard(page, 'error');
  await inMap(page, '[role=alert]').getByRole('button', { name: 'Try again' }).focus();
  await page.evaluate(() => { document.querySelector('summit-map').src = 'data/americas.geojson'; });
  await inMap(page, '[role=alert]').waitFor({ state: 'detached' });
});

pageTest('a map that loads says so', { path: 'e2e/plain.html', routes: { '**/americas.geojson': () => {} } }, async (page) => {
  await inMap(page, '[role=status].loading').waitFor();
  assert.equal(await inMap(page, '.loading').innerText(), 'Loading the map');
});

pageTest('two maps have no id twice in one tree, and each reference is met in its own', { path: 'e2e/two.html' }, async (page) => {
  await heard(page, 'ready', 2);
  const wrong = await page.evaluate(() => [...document.querySelectorAll('summit-map')].flatMap((host) => {
    host.select('MEX');
    const root = host.shadowRoot;
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    const names = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant'];
    const refs = names.flatMap((name) => [...root.querySelectorAll(`[${name}]`)].map((at) => at.getAttribute(name)));
    return [...ids.filter((id, index) => ids.indexOf(id) !== index), ...refs.filter((id) => !root.getElementById(id))];
  }));
  assert.deepEqual(wrong, []);
});

mapTest('a finger meets nothing that only a hovering mouse would show', PHONE, async (page) => {
  await select(page, 'MEX');
  assert.equal(await popup(page).locator('.close').isVisible(), true);
  assert.equal(await popup(page).locator('.popup-hint').count(), 0);
});
