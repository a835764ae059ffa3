// Pictures of a page as pixels.

import { PNG } from 'pngjs';
import { luminance } from './geometry.js';

/** A part of the screen as pixels: width, height and four bytes each. */
export async function pixels(page, clip) {
  return PNG.sync.read(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
}

/** The colour at a place of a picture, as computed styles write it. */
export function colorAt({ width, data }, x, y) {
  const at = 4 * (Math.round(y) * width + Math.round(x));
  return `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
}

/** The greatest contrast between two pixels of a picture. */
export function spread({ data }) {
  let [low, high] = [1, 0];
  for (let at = 0; at < data.length; at += 4) {
    const light = luminance(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
    [low, high] = [Math.min(low, light), Math.max(high, light)];
  }
  return (high + 0.05) / (low + 0.05);
}

/** How many pixels two pictures of one size tell apart by this contrast. */
export function changed(before, after, ratio = 3) {
  let count = 0;
  for (let at = 0; at < before.data.length; at += 4) {
    const [a, b] = [before, after].map(({ data }) => luminance(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`) + 0.05);
    if (Math.max(a, b) / Math.min(a, b) >= ratio) count += 1;
  }
  return count;
}
