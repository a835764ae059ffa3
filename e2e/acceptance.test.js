// The acceptance list of the design: what a reader gets at each size, in each language and scheme,
// measured. Each item says what it has found.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { heard, open, pass, settle, timers } from './browser.js';
import { contrast, crossings, cut, length, luminance, overlaps } from './geometry.js';
import { inMap } from './map.js';
import { measure } from './measure.js';

const LANGUAGES = ['en', 'es', 'pt', 'fr'];
const SCHEMES = ['light', 'dark'];
const SIZES = [[280, 653], [320, 640], [360, 740], [414, 896], [600, 960], [768, 1024], [1024, 768], [1280, 800], [1600, 1000]];
/** The widths of the pictures in the design; there nothing may be missing. */
const DRAWN = [360, 768, 1280, 1600];
/** As far as the widget looks for the state nearest to a finger. */
const REACH = 40;

/** What is drawn, as `measure.js` finds it. */
const geometry = () => {
  const { look } = globalThis;
  const box = (selector) => {
    const { left, top, right, bottom } = look.rect(look.root().querySelector(selector));
    return { left, top: top + scrollY, right, bottom: bottom + scrollY };
  };
  const figure = look.root().querySelector('figure');
  const texts = look.all('figure *').filter((at) => !at.closest('svg, .said, option') && look.isShown(at)
    && [...at.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  const size = (at) => ({ name: at.className || at.localName, text: at.textContent.trim().slice(0, 24), size: Number.parseFloat(getComputedStyle(at).fontSize) });
  const extent = (at) => ({ name: at.dataset.do ?? at.textContent.trim(), ...(({ width, height }) => ({ width, height }))(at.getBoundingClientRect()) });
  const title = (at) => ({ name: 'inset-title', text: at.textContent, size: Number.parseFloat(getComputedStyle(at).fontSize) * at.getScreenCTM().a });
  return {
    width: document.documentElement.clientWidth, scrollWidth: document.documentElement.scrollWidth, page: document.documentElement.scrollHeight,
    headlineBox: box('.headline'), legend: box('.legend'), map: box('.stage'),
    names: look.names(), dots: look.dots(), titles: look.titles(), frames: look.frames(), tools: look.tools(),
    headline: look.headline(), stage: look.stage(), leaders: look.leaders(), parts: look.parts(), strays: look.strays(), beside: look.beside(),
    texts: [...texts.map(size), ...look.all('.inset-title').filter(look.isShown).map(title)],
    buttons: look.all('button:not(.links *)').filter((at) => figure.contains(at) && look.isShown(at)).map(extent),
    links: look.all('.links > :is(a, button, select), .table > summary').filter(look.isShown).map(extent),
    controls: look.all('.stage :is(button, input, select, summary)').filter(look.isShown).length,
    part: look.all('.part').map((at) => at.innerText.replace(/\s+/g, ' ')),
    counts: look.all('.legend-item:not(.part) .legend-count').map((at) => Number(at.textContent)),
  };
};

const paint = () => {
  const { look } = globalThis;
  const style = (at) => getComputedStyle(at);
  const back = (at) => {
    const { backgroundColor } = style(at);
    return backgroundColor === 'rgba(0, 0, 0, 0)' && at.parentElement ? back(at.parentElement) : backgroundColor;
  };
  const fills = look.all('.map .layer:not(.outlined)').map((layer) => style(layer.querySelector('path')).fill);
  const texts = look.all('.names text').filter(look.isShown).map((text) => {
    const region = look.root().querySelector(`#r${text.dataset.for}`);
    const ground = text.matches('.on-land') ? style(region).fill
      : text.matches('.in-inset') ? style(look.root().querySelector('.inset-ground rect')).fill : back(look.root().querySelector('.view'));
    return { name: text.textContent, color: style(text).fill, ground };
  });
  const inset = look.root().querySelector('.inset-ground rect');
  return { sea: back(look.root().querySelector('.view')), inset: inset && style(inset).fill, fills, inks: texts };
};

/** Of each state that is selected in turn: what of it the card hides, and how much is off the screen. */
const selections = async () => {
  const { look } = globalThis;
  const map = document.querySelector('summit-map');
  const ids = look.ids();
  const found = [];
  for (const number of look.states()) {
    map.select(ids[number]);
    await seen.settle();
    const card = look.root().querySelector('.card:not([hidden])');
    found.push({ id: ids[number], kind: card?.className, ...(card && look.hidden(number, look.rect(card))) });
  }
  map.select(null);
  scrollTo({ top: 0, behavior: 'instant' });
  await seen.settle();
  return found;
};

async function measureAll(page, language, scheme, found) {
  await heard(page, 'ready');
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await settle(page);
    await pass(page);
    await settle(page);
    const at = { language, scheme, width, height, ...(await page.evaluate(geometry)), ...(await page.evaluate(paint)) };
    // Colours change no place; and cards in the rail, beside the map, do not depend on words.
    if (scheme === 'light') {
      at.targets = await page.evaluate((reach) => look.targets(reach), language === 'en' ? REACH : 0);
      if (language === 'en' || width < 1100) at.selections = await page.evaluate(selections);
    }
    found.push(at);
  }
}

const found = [];
before(async () => {
  const all = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => [language, scheme]));
  const work = async () => {
    for (let next = all.shift(); next; next = all.shift()) {
      const [language, scheme] = next;
      const page = await open({ path: language === 'en' ? '' : `index.${language}.html`, init: [timers, measure], colorScheme: scheme, reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
      await measureAll(page, language, scheme, found);
      assert.deepEqual(page.failures, []);
      await page.context().close();
    }
  };
  // Two at a time, for two cores.
  await Promise.all([work(), work()]);
  found.sort((a, b) => a.width - b.width || LANGUAGES.indexOf(a.language) - LANGUAGES.indexOf(b.language));
}, { timeout: 600_000 });

const where = ({ language, scheme, width }) => `${width} ${language} ${scheme}`;
const at = (widths) => found.filter(({ width }) => widths.includes(width));
/** The greatest value of each width, and what the test says of it. */
function tell(t, what, value, most = Math.max) {
  const widths = [...new Set(found.map(({ width }) => width))];
  const values = widths.map((width) => {
    const all = found.filter((one) => one.width === width).map(value).filter((one) => one !== undefined);
    return all.length > 0 ? `${width}: ${Math.round(most(...all) * 100) / 100}` : undefined;
  });
  t.diagnostic(`${what}: ${values.filter(Boolean).join(', ')}`);
}
/** Nothing may be found anywhere; says what was found, and where. */
function none(of, pages = found) {
  const all = new Map();
  for (const page of pages) {
    for (const one of of(page)) {
      const what = typeof one === 'string' ? one : JSON.stringify(one);
      all.set(what, [...(all.get(what) ?? []), where(page)]);
    }
  }
  const lines = [...all].map(([what, places]) => `${what} at ${places.slice(0, 4).join(', ')}${places.length > 4 ? `, … (${places.length})` : ''}`);
  assert.equal(all.size, 0, `${all.size} found\n${lines.slice(0, 60).join('\n')}`);
}
const round = (number) => Math.round(number * 10) / 10;

test('headline, legend, the whole map and its inset are on the first screen', (t) => {
  tell(t, 'the map begins at', ({ map }) => map.top);
  tell(t, 'map and legend end at', ({ map, legend }) => Math.max(map.bottom, legend.bottom));
  const LAST = { 360: 710, 768: 1000, 1280: 800, 1600: 1000 };
  none(({ width, map, legend, headlineBox }) => [map, legend, headlineBox].filter(({ bottom }) => bottom > LAST[width]), at(DRAWN));
  none(({ map }) => (map.top > 155 ? [`the map begins at ${map.top}`] : []), at([360]));
});

test('each of the 35 states is named', (t) => {
  const named = ({ names }) => new Set(names.filter(({ isState }) => isState).map(({ number }) => number)).size;
  tell(t, 'states with a name', named, Math.min);
  none((page) => {
    const there = new Set(page.names.map(({ id }) => id));
    return page.parts.filter(({ id }) => !there.has(id)).map(({ id }) => `${id} has no name`);
  }, at(DRAWN));
  none(({ parts }) => (parts.length === 35 ? [] : [`${parts.length} states`]));
});

test('names have 11.5 px and other text 12.5 px', (t) => {
  tell(t, 'smallest name', ({ names }) => Math.min(...names.map(({ size }) => size)), Math.min);
  tell(t, 'smallest other text', ({ texts }) => Math.min(...texts.map(({ size }) => size)), Math.min);
  none(({ names }) => names.filter(({ size }) => round(size) < 11.5).map(({ name, size }) => ({ name, size })));
  none(({ texts }) => texts.filter(({ size }) => round(size) < 12.5));
});

test('no name lies over a name, a dot, the frame of an inset or a control', (t) => {
  tell(t, 'overlaps', (page) => overlaps(page).length);
  none(overlaps);
});

test('no land is drawn beside the stage', () => {
  none(({ beside }) => beside);
});

test('no name is cut at an edge', (t) => {
  tell(t, 'names cut', (page) => cut(page).length);
  none(cut);
});

test('there are ten leaders at most, of 60 px at most, and nothing crosses them', (t) => {
  tell(t, 'leaders', ({ leaders }) => leaders.length);
  tell(t, 'the longest leader', ({ leaders }) => Math.max(0, ...leaders.map(length)));
  none(({ leaders }) => (leaders.length > 10 ? [`${leaders.length} leaders`] : []));
  none(({ leaders }) => leaders.map(length).filter((far) => far > 60).map((far) => `a leader of ${round(far)}`));
  none(crossings);
});

test('each state owns a square of 24 px', (t) => {
  const measured = found.filter(({ targets }) => targets);
  tell(t, 'the smallest square', ({ targets }) => targets && Math.min(...targets.map(({ side }) => side)), Math.min);
  tell(t, 'states with 44 px', ({ targets }) => targets?.filter(({ side }) => side >= 44).length, Math.min);
  tell(t, 'states with 44 px of which they are the nearest', ({ targets, language }) =>
    (language === 'en' ? targets?.filter(({ near }) => near >= 44).length : undefined));
  none(({ targets }) => targets.filter(({ side }) => side < 24).map(({ id, side }) => `${id} owns ${side} px`), measured);
});

test('a dot answers for its own state', (t) => {
  tell(t, 'dots that answer for a neighbour', ({ strays }) => strays.length);
  none(({ strays }) => strays);
});

test('buttons have 36 × 32 px, and links outside of sentences are 24 px high', (t) => {
  tell(t, 'the lowest button', ({ buttons }) => Math.min(...buttons.map(({ height }) => height)), Math.min);
  tell(t, 'the lowest link', ({ links }) => Math.min(...links.map(({ height }) => height)), Math.min);
  none(({ buttons }) => buttons.filter(({ width, height }) => round(width) < 36 || round(height) < 32));
  none(({ links }) => links.filter(({ height }) => round(height) < 24));
});

test('fills stand out from sea and inset and from each other in grey, and names from fills', (t) => {
  const pairs = ({ fills }) => fills.flatMap((one, index) => fills.slice(index + 1).map((other) => contrast(one, other)));
  for (const scheme of SCHEMES) {
    const [page] = found.filter((one) => one.scheme === scheme);
    const all = [page.fills.map((fill) => contrast(fill, page.sea)), page.fills.map((fill) => contrast(fill, page.inset ?? page.sea)), pairs(page)];
    t.diagnostic(`${scheme}: to the sea ${all[0].map((c) => c.toFixed(2))}, to an inset ${all[1].map((c) => c.toFixed(2))}, to each other ${all[2].map((c) => c.toFixed(2))}`);
  }
  tell(t, 'names', ({ inks }) => Math.min(...inks.map(({ color, ground }) => contrast(color, ground))), Math.min);
  none(({ fills }) => (fills.length === 3 ? [] : [`${fills.length} fills`]));
  none(({ fills, sea, inset }) => fills.filter((fill) => contrast(fill, sea) < 3 || (inset && contrast(fill, inset) < 3)));
  none((page) => pairs(page).filter((ratio) => ratio < 1.5).map(String));
  none(({ inks }) => inks.filter(({ color, ground }) => contrast(color, ground) < 4.5));
  assert.notEqual(luminance(found.find(({ scheme }) => scheme === 'dark').sea), luminance(found[0].sea), 'two schemes');
});

test('a state that is drawn smaller than 7 px has a dot of 7 px', (t) => {
  const tiny = ({ parts }) => parts.filter(({ width, height }) => Math.max(width, height) < 7);
  tell(t, 'states of less than 7 px', (page) => tiny(page).length);
  tell(t, 'the smallest dot of a state', ({ dots, parts }) => {
    const mine = dots.filter(({ number }) => parts.some((part) => part.number === number));
    return mine.length > 0 ? Math.min(...mine.map(({ left, right }) => right - left)) : undefined;
  }, Math.min);
  none((page) => tiny(page).filter(({ number }) => !page.dots.some((dot) => dot.number === number && round(dot.right - dot.left) >= 7)));
});

test('the card never covers the state that it is about', (t) => {
  const measured = found.filter((page) => page.selections);
  tell(t, 'states of which the card covers something', ({ selections }) => selections?.filter(({ covered }) => covered > 0).length);
  tell(t, 'px off the screen, at most', ({ selections }) => selections && Math.max(...selections.map(({ beyond }) => beyond)));
  for (const width of new Set(measured.map((page) => page.width))) {
    const [{ selections }] = measured.filter((page) => page.width === width);
    const kinds = [...new Set(selections.map(({ kind }) => kind))];
    t.diagnostic(`${width}: ${kinds.map((kind) => `${selections.filter((one) => one.kind === kind).length} as ${kind}`).join(', ')}`);
  }
  none(({ selections }) => selections.filter(({ kind }) => !kind), measured);
  none(({ selections }) => selections.filter(({ covered, beyond }) => covered > 0 || beyond > 1), measured);
});

test('there are three controls on the map', (t) => {
  tell(t, 'controls', ({ controls }) => controls);
  none(({ controls }) => (controls === 3 ? [] : [`${controls} controls`]));
});

test('the closed page is 2,500 px long at 360, and nothing scrolls sideways', (t) => {
  tell(t, 'length of the page', ({ page }) => page);
  none(({ page }) => (page > 2500 ? [`${page} px`] : []), at([360]));
  none(({ width, scrollWidth }) => (scrollWidth > width ? [`${scrollWidth} px wide`] : []));
});

test('the counts of the legend add up: the one that stayed away is one of the twenty', (t) => {
  t.diagnostic(found.filter(({ width, scheme }) => width === 360 && scheme === 'light').map(({ part }) => part.join()).join(' | '));
  none(({ counts }) => (counts.reduce((sum, count) => sum + count, 0) === 35 ? [] : [`${counts}`]));
  none(({ part }) => (part.length === 1 && /^1\s\D*20\b/.test(part[0]) ? [] : [`${part}`]));
});

test('the closed page has 40 tab stops at most', async (t) => {
  for (const width of [360, 1280]) {
    const page = await open({ viewport: { width, height: 800 } });
    await heard(page, 'ready');
    let stops = 0;
    // The browser comes back to the page itself after the last one.
    for (; stops <= 60; stops += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
    }
    t.diagnostic(`tab stops at ${width}: ${stops}`);
    assert.ok(stops > 8 && stops <= 40, `${stops} at ${width}`);
    assert.equal(await inMap(page, '.card').isVisible(), false);
    await page.context().close();
  }
});
