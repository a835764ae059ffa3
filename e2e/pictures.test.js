// Pictures of what a reader sees, compared with those that somebody has looked at. A changed one
// fails, and is left beside the accepted one as NAME-changed.png; `cargo xtask pictures --accept`
// accepts what is seen now.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { heard, launch, open, settle } from './browser.js';
import { inMap, informed, onPaper, select } from './map.js';

const FOLDER = new URL('./pictures/', import.meta.url);
const IS_ACCEPTED = process.env.ACCEPT_PICTURES === '1';
/** The browser of the accepted pictures: each version smooths edges in its own way. */
const BROWSER = new URL('browser.txt', FOLDER);
/** Pixels that may differ, and in another version of the browser the share of all. */
const MOST = 40;
const MOST_OF_ALL = 0.01;
mkdirSync(FOLDER, { recursive: true });
// The same letters on every machine.
launch.args.push('--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb');

/** The smallest file of a picture. */
function encode(picture) {
  const files = [0, 1, 2, 4].map((filterType) => PNG.sync.write(picture, { filterType, deflateLevel: 9, colorType: 2 }));
  return files.sort((a, b) => a.length - b.length)[0];
}

/** Compares what is on the screen with the accepted picture; says what is wrong, if anything is. */
async function compare(page, name, isScripted) {
  // Where no scripts run there is nothing to wait for.
  if (isScripted) await settle(page);
  const now = PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  const [accepted, changed] = ['', '-changed'].map((ending) => new URL(`${name}${ending}.png`, FOLDER));
  rmSync(changed, { force: true });
  const version = `Chromium ${page.context().browser().version()}\n`;
  if (IS_ACCEPTED) {
    writeFileSync(accepted, encode(now));
    writeFileSync(BROWSER, version);
    return undefined;
  }
  let wrong = 'there is no accepted picture';
  if (existsSync(accepted)) {
    const before = PNG.sync.read(readFileSync(accepted));
    const isAsLarge = before.width === now.width && before.height === now.height;
    const count = isAsLarge ? pixelmatch(before.data, now.data, undefined, now.width, now.height, { threshold: 0.1 }) : undefined;
    const isAlike = existsSync(BROWSER) && readFileSync(BROWSER, 'utf8') === version;
    if (count <= (isAlike ? MOST : MOST_OF_ALL * now.width * now.height)) return undefined;
    wrong = isAsLarge ? `${count} pixels differ` : `it was ${before.width} × ${before.height}`;
  }
  writeFileSync(changed, encode(now));
  return `${name}: ${wrong}`;
}

/** A test that looks at some pictures; `take` is called with a page and takes them by name. */
const pictureTest = (name, options, take) => test(name, { timeout: 120_000 }, async () => {
  const page = await open({ deviceScaleFactor: 1, reducedMotion: 'reduce', ...options });
  const wrong = [];
  await take(page, async (picture) => { wrong.push(await compare(page, picture, options.javaScriptEnabled !== false)); });
  await page.context().close();
  const found = wrong.filter(Boolean);
  assert.equal(found.length, 0, `${found.join('\n')}\nlook at e2e/pictures/*-changed.png; then type: cargo xtask pictures --accept`);
});

const SIZES = { phone: [360, 740], tablet: [768, 1024], laptop: [1280, 800], wide: [1600, 1000] };
for (const [size, [width, height]] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark']) {
    pictureTest(`${size}, ${colorScheme}`, { viewport: { width, height }, colorScheme }, async (page, take) => {
      const ending = colorScheme === 'dark' ? '-dark' : '';
      await heard(page, 'ready');
      await informed(page);
      await take(`${size}-fresh${ending}`);
      for (const [name, id] of [['mexico', 'MEX'], ['grenada', 'GRD']]) {
        await select(page, id);
        await take(`${size}-${name}${ending}`);
      }
      await select(page, null);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await inMap(page, '[data-do=only-2]').click();
      await page.mouse.move(1, 1);
      await take(`${size}-excluded${ending}`);
    });
  }
}

for (const width of [280, 320]) {
  pictureTest(`${width} wide`, { viewport: { width, height: 653 } }, async (page, take) => {
    await heard(page, 'ready');
    await take(`narrow-${width}`);
  });
}

pictureTest('on paper', { viewport: { width: 794, height: 1123 } }, async (page, take) => {
  await heard(page, 'ready');
  await onPaper(page);
  await take('paper');
});

pictureTest('in forced colours', { viewport: { width: 1280, height: 800 }, forcedColors: 'active', colorScheme: 'dark' }, async (page, take) => {
  await heard(page, 'ready');
  await take('forced-colours');
});

pictureTest('without scripts', { viewport: { width: 768, height: 1024 }, javaScriptEnabled: false }, async (page, take) => {
  await take('without-scripts');
});
