// What people get who do not see the map or do not use a mouse: names, roles, keys, words.

import assert from 'node:assert/strict';
import { events, heard, pageTest, pass, settle, timers } from './browser.js';
import { PHONE, card, choose, factsIn, focused, hash, inMap, listen, mapTest, only, region, said, select, speak, spot } from './map.js';
import { measure } from './measure.js';
import { moved, press, stillTest } from './view.js';

const COUNTRIES = 37; // 35 countries and two territories of which the facts tell something
const stop = (page) => inMap(page, '[data-region][tabindex="0"]');

/** All nodes of the accessibility tree that assistive technology is shown. */
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inside = (node, role) => node && (node.role?.value === role || inside(byId.get(node.parentId), role));
  const groupOf = (byId, node) => {
    let at = byId.get(node.parentId);
    while (at && at.role?.value !== 'group') at = byId.get(at.parentId);
    return at;
  };
  // The protocol lists the tree level by level; it is heard depth first.
  const heard = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? heard(byId.get(id)) : []))];
  return heard(nodes[0]).filter(({ ignored }) => !ignored).map((node) => ({
    role: node.role?.value, name: node.name?.value, description: node.description?.value,
    group: byId.get(node.parentId) && groupOf(byId, node)?.name?.value,
    inMap: Boolean(inside(byId.get(node.parentId), 'graphics-document')),
  }));
}

mapTest('the map is a document with its title, and holds a named button for each country alone', {}, async (page) => {
  const nodes = await tree(page);
  const maps = nodes.filter(({ role }) => role === 'graphics-document');
  assert.equal(maps.length, 1);
  assert.match(maps[0].name, /Summit of the Americas/);
  const parts = nodes.filter(({ inMap }) => inMap);
  assert.deepEqual([...new Set(parts.map(({ role }) => role))].sort(), ['button', 'group'], 'land without facts and names are not there');
  const names = parts.filter(({ role }) => role === 'button').map(({ name }) => name);
  assert.equal(names.length, COUNTRIES);
  assert.equal(new Set(names).size, COUNTRIES, 'each once, be it drawn in an inset too');
  assert.deepEqual(names.filter((name) => !/^\p{Lu}[^:]+: \p{Ll}[^:]+$/u.test(name)), []);
  for (const name of ['Mexico: signed, president stayed away in protest', 'Cuba: not invited']) {
    assert.ok(names.some((other) => other.startsWith(name)), `${name} is not among ${names}`);
  }
  assert.deepEqual(names.filter((name) => name.split(/\s+/).length > 14), [], 'short to hear');
});

mapTest('countries are read by status, each group with its count, territories last', {}, async (page) => {
  const nodes = (await tree(page)).filter(({ inMap }) => inMap);
  const groups = nodes.filter(({ role }) => role === 'group').map(({ name }) => name);
  const counted = groups.map((name) => Number(name?.match(/\d+/)?.[0]));
  assert.deepEqual(counted.slice(0, 3).toSorted((a, b) => b - a), [20, 12, 3], String(groups));
  const buttons = nodes.filter(({ role }) => role === 'button');
  const order = buttons.map(({ group }) => group).filter((group, index, all) => group !== all[index - 1]);
  assert.equal(new Set(order).size, order.length, `one run for each group: ${order}`);
  const isTerritory = buttons.map(({ name }) => /territory/i.test(name));
  assert.deepEqual(isTerritory, isTerritory.toSorted((a, b) => a - b), 'territories last');
  for (const [name, count] of groups.map((name, index) => [name, counted[index]]).filter(([, count]) => count)) {
    assert.equal(buttons.filter(({ group }) => group === name).length, count, name);
  }
});

mapTest('headings go down by one, and the first is that of the page', {}, async (page) => {
  await choose(page, 'MEX');
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const found = await page.evaluate(() => {
    const walk = (tree) => [...tree.children].flatMap((at) => [
      ...(/^h[1-6]$/.test(at.localName) ? [{ level: Number(at.localName[1]), size: Number.parseFloat(getComputedStyle(at).fontSize), text: at.textContent }] : []),
      ...(at.shadowRoot ? walk(at.shadowRoot) : []), ...(at.localName === 'slot' ? [] : walk(at)),
    ]);
    return walk(document.body);
  });
  const levels = found.map(({ level }) => level);
  assert.equal(levels[0], 1, JSON.stringify(found[0]));
  assert.deepEqual(levels.filter((level, index) => index > 0 && level > levels[index - 1] + 1), [], String(levels));
});

mapTest('the table has a name, headers of rows and columns, and says how it is sorted', {}, async (page) => {
  await inMap(page, '[data-do=table]').press('Enter');
  const nodes = await tree(page);
  const of = (wanted) => nodes.filter(({ role }) => role === wanted);
  assert.match(of('table')[0].name, /Summit of the Americas/);
  const { dimensions } = await factsIn(page, 'en');
  assert.deepEqual([of('columnheader').length, of('rowheader').length], [dimensions.length + 2, 35]);
  assert.equal(await inMap(page, 'th[aria-sort=ascending]').count(), 1);
});

const PATH = ['legend', 'region', 'zoom', 'links'];
const section = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('summit-map');
  const at = shadowRoot.activeElement;
  if (!at) return 'page';
  if (at.matches('[data-region]')) return 'region';
  return at.closest('.search, .zoom, .legend, .links, .table, .card').classList[0];
});

mapTest('Tab goes through the figure in the order of the eye, and out at both ends', {}, async (page) => {
  const walk = async (key) => {
    const seen = [];
    do {
      await page.keyboard.press(key);
      const at = await section(page);
      // The list of facts and the foot of the page come after it.
      if (at === 'page' && seen.length === 0 && (await focused(page)) !== 'body') continue;
      seen.push(at);
      assert.ok(seen.length < 60, `a trap: ${seen}`);
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
  assert.match(await focused(page), /^#summit-/);
});

for (const [width, height] of [[1280, 800], [320, 640]]) {
  mapTest(`the keys are told where the focus is, on ${width} × ${height}`, { viewport: { width, height } }, async (page) => {
    assert.equal(await inMap(page, '.help').isVisible(), false);
    await inMap(page, '.toggle').last().focus();
    await page.keyboard.press('Tab');
    await settle(page);
    assert.equal(await inMap(page, '.help').isVisible(), true);
    const { y, height: tall } = await inMap(page, '.help').boundingBox();
    assert.ok(y >= 0 && y + tall <= height, `it lies from ${y} to ${y + tall}`);
  });
}

mapTest('sliding off before letting go does nothing', {}, async (page) => {
  for (const { x, y } of [await spot(page, region('MEX')), await inMap(page, '.toggle').first().evaluate((at) => {
    const box = at.getBoundingClientRect();
    return { x: box.x + 9, y: box.y + 9 };
  })]) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(2, 2);
    await page.mouse.up();
  }
  assert.deepEqual(await events(page, 'select'), []);
  assert.equal(await inMap(page, '.toggle[aria-pressed=true]').count(), 0);
});

mapTest('what a control shows is in its name, and a link says where it leads', {}, async (page) => {
  await select(page, 'MEX');
  const wrong = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const words = (text) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
    const controls = [...shadowRoot.querySelectorAll('button[aria-label], [role=button]')];
    const links = [...shadowRoot.querySelectorAll('.facts a')];
    const tells = (link) => /\p{L}{3}/u.test(link.textContent) && !/^(here|more|link|source)$/i.test(link.textContent.trim())
      && (link.target !== '_blank' || link.title !== '') && link.closest('li').firstChild.textContent.trim() !== '';
    return [...controls.filter((control) => !words(control.ariaLabel).includes(words(control.textContent))),
      ...links.filter((link) => !tells(link))].map((at) => at.outerHTML.slice(0, 120));
  });
  assert.deepEqual(wrong, []);
});

mapTest('an error is told at once, with a button to try again that has a name', {}, async (page) => {
  await page.evaluate(() => { document.querySelector('summit-map').src = 'nowhere.geojson'; });
  await heard(page, 'error');
  await inMap(page, '[role=alert]').getByRole('button', { name: 'Try again' }).focus();
  await page.evaluate(() => { document.querySelector('summit-map').src = 'data/americas.geojson'; });
  await inMap(page, '[role=alert]').waitFor({ state: 'detached' });
});

/** All that is said, without what takes back what was said. */
const spoken = async (page) => (await said(page)).filter(Boolean);

stillTest('zoom, language, filter and steps between cards are each told once', {}, async (page) => {
  await listen(page);
  await press(page, 'zoom-in');
  assert.deepEqual(await spoken(page), ['Enlarged 2 times']);
  await press(page, 'zoom-in');
  assert.deepEqual(await spoken(page), ['Enlarged 4 times']);
  await press(page, 'zoom-out');
  await press(page, 'zoom-out');
  assert.deepEqual(await spoken(page), ['Enlarged 2 times', 'Whole map']);
  await only(page, 'ot invited').click();
  assert.deepEqual(await spoken(page), ['3 of 35 countries shown']);
  await select(page, 'CUB');
  await card(page).locator('[data-do=next]').press('Enter');
  assert.deepEqual(await spoken(page), ['Nicaragua: not invited']);
  await speak(page, 'fr');
  await settle(page);
  const words = await spoken(page);
  assert.equal(words.length, 1, String(words));
  assert.match(words[0], /français/i);
  assert.equal(await inMap(page, '.said').getAttribute('role'), 'status');
});

stillTest('what was said does not stay to be come across later', {}, async (page) => {
  await only(page, 'ot invited').click();
  assert.equal(await inMap(page, '.said').textContent(), '3 of 35 countries shown');
  await page.evaluate(() => pass(60_000));
  assert.equal(await inMap(page, '.said').textContent(), '');
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

/** Goes through all stops by key; says what of each is off the screen. */
async function stops(page) {
  const found = [];
  // By letters of its own name each stop is reached from wherever the focus is.
  const ids = await inMap(page, 'a[data-region]').evaluateAll((all) => all.map((at) => at.getAttribute('href')));
  for (const id of ids) {
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const name = (await inMap(page, `a[href="${id}"]`).first().getAttribute('aria-label')).split(/[:\u202f]/)[0];
    await inMap(page, '[data-region][tabindex="0"]').evaluate((at) => at.focus({ preventScroll: true }));
    await page.evaluate(() => { now += 10_000; });
    for (const letter of name) {
      if (await focused(page) === id) break;
      await page.keyboard.press(letter === ' ' ? 'Shift' : letter);
    }
    assert.equal(await focused(page), id, `by the letters of ${name}`);
    await settle(page);
    const { x, y, width, height } = await inMap(page, `a[href="${id}"]`).first().boundingBox();
    const screen = page.viewportSize();
    const off = Math.max(-x, -y, x + width - screen.width, y + height - screen.height);
    const room = Math.min(screen.height - height, 0);
    if (off > 1 - room) found.push(`${id}: ${Math.round(off)} px off the screen`);
  }
  return { count: ids.length, found };
}

for (const [width, height] of [[1280, 600], [360, 640], [768, 700]]) {
  mapTest(`whatever country the keys lead to is scrolled into sight, ${width} × ${height}`, { viewport: { width, height }, init: [clock] }, async (page) => {
    const { count, found } = await stops(page);
    assert.equal(count, COUNTRIES);
    assert.deepEqual(found, []);
  });
}

mapTest('the page scrolls no more than shows the country, and not at all where it is seen', { viewport: { width: 1280, height: 800 } }, async (page) => {
  await inMap(page, '[data-region][tabindex="0"]').focus();
  for (const key of ['Home', 'End', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key);
    await settle(page);
    assert.equal(await page.evaluate(() => scrollY), 0, `after ${key}`);
  }
});

stillTest('a country that is zoomed in on by key stays in sight', { path: '', viewport: { width: 1280, height: 600 } }, async (page) => {
  await inMap(page, region('CHL')).focus();
  await moved(page, () => page.keyboard.press('+'));
  await settle(page);
  const { y, height } = await inMap(page, region('CHL')).boundingBox();
  assert.ok(y < 500 && y + height > 100, `Chile from ${y} to ${y + height}`);
});

mapTest('an arrow leads to the side that it points to', { init: [measure] }, async (page) => {
  const wrong = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('summit-map');
    const all = [...shadowRoot.querySelectorAll('a[data-region]')];
    // Where a country is: in the map itself, for an inset has a place of its own.
    const middle = (region) => look.middle(region.dataset.region);
    const WAYS = { ArrowUp: ({ y }) => -y, ArrowDown: ({ y }) => y, ArrowLeft: ({ x }) => -x, ArrowRight: ({ x }) => x };
    const found = [];
    for (const from of all) {
      for (const [key, along] of Object.entries(WAYS)) {
        from.focus();
        from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
        const to = shadowRoot.activeElement;
        const [a, b] = [middle(from), middle(to)];
        if (to !== from && along({ x: b.x - a.x, y: b.y - a.y }) < 0) found.push(`${key} from ${from.ariaLabel} to ${to.ariaLabel}`);
      }
    }
    return found;
  });
  assert.deepEqual(wrong, []);
});

mapTest('names that stand for nothing are gone: no arrows, no letters of grades', {}, async (page) => {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const text = await page.locator('body').innerText();
  assert.doesNotMatch(text, /grade (seed|[ABC])\b|↗/);
  const nodes = await tree(page);
  assert.deepEqual(nodes.filter(({ name }) => /↗|grade (seed|[ABC])\b/.test(name ?? '')).map(({ name }) => name), []);
  const twice = nodes.filter(({ role, name, description }) => role === 'button' && name && name === description);
  assert.deepEqual(twice.map(({ name }) => name), [], 'a description that repeats the name');
});

mapTest('what “the article” is, is said where the facts begin', {}, async (page) => {
  const { note } = await (await page.request.get(`${page.url().split('#')[0].replace(/[^/]*$/, '')}data/summit-2022.en.json`)).json();
  assert.match(note, /article/);
  assert.ok((await page.locator('.summit-facts').innerText()).includes(note));
});

for (const width of [360, 1280]) {
  mapTest(`what the keys are told covers no name, ${width} wide`, { viewport: { width, height: 900 }, init: [measure] }, async (page) => {
    await inMap(page, '[data-region][tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await settle(page);
    const covered = await page.evaluate(() => {
      const help = look.rect(look.root().querySelector('.help'));
      return look.names().filter(({ left, top, right, bottom }) =>
        left < help.right && right > help.left && top < help.bottom && bottom > help.top).map(({ name }) => name);
    });
    assert.deepEqual(covered, []);
  });
}

mapTest('a finger that scrolls the page over an unzoomed map is told nothing', { ...PHONE, init: [timers] }, async (page) => {
  const { x, y } = await spot(page, region('BRA'));
  const session = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type: `touch${type}`, touchPoints });
  await send('Start', { x, y });
  for (let way = 20; way <= 120; way += 20) await send('Move', { x, y: y - way });
  await send('End');
  await page.waitForFunction(() => scrollY > 30);
  assert.equal(await inMap(page, '.hint').textContent(), '');
  await pass(page);
});

mapTest('a finger meets nothing that only a hovering mouse would show', PHONE, async (page) => {
  await select(page, 'MEX');
  assert.equal(await card(page).locator('.close').isVisible(), true);
});

mapTest('the closed page is short in words', {}, async (page) => {
  const words = (await page.locator('body').innerText()).split(/\s+/).length;
  assert.ok(words < 900, `${words} words`);
});
