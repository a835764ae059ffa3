// What the pages share: which map they show, and how they tell the benchmark what they have done.

import { MAPS, STATUSES } from '../maps.js';

/** The page's name is that of its data. */
const data = location.pathname.split('/').at(-1).replace('.html', '');
export const { center } = MAPS[data];
export const box = document.querySelector('#map');
export const color = ({ properties }) => STATUSES[properties.status];
export const LINE = '#ffffff';
export const [LINE_WIDTH, HIGHLIGHT, HIGHLIGHT_WIDTH] = [0.5, '#000000', 2];

export const mapUrl = `/data/${data}.geojson`;
export const factsUrl = `/data/${data}.facts.json`;
export async function load() {
  return (await fetch(mapUrl)).json();
}

let tip;
/** The tooltip of those libraries that leave it to the page; with null for a name, none. */
export function showTip(name, x, y) {
  if (!tip) {
    tip = box.appendChild(document.createElement('div'));
    tip.style.cssText = 'position:absolute;top:0;left:0;pointer-events:none;background:#fff;color:#000;border:1px solid #333;padding:2px 6px;font:14px sans-serif;white-space:nowrap;z-index:9';
    box.style.position = 'relative';
  }
  tip.hidden = name === null;
  if (name === null) return;
  tip.textContent = name;
  tip.style.transform = `translate(${x + 12}px, ${y + 12}px)`;
}

/** The text of whatever `find` returns, while it can be seen. */
export const textOf = (find) => () => {
  const element = find();
  return element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ? element.textContent.trim() || null : null;
};

/**
 * `project`: the place of a longitude and latitude in the box; `hovered`: the name of the region
 * that is pointed at, as it stands on the page, or null;
 * `zoom`: how many times larger than at first the map is.
 */
export function offer({ project, hovered = textOf(() => (tip?.hidden ? null : tip)), ...more }) {
  Object.assign(globalThis.bench, { project, hovered, ...more });
}
/** To be called when the subject says that it has drawn: two frames later, that was painted. */
export function drawn() {
  requestAnimationFrame(() => requestAnimationFrame(() => bench.painted?.(performance.now())));
}
// The benchmark puts in what is to be told of the painting; without it, the page is a page.
globalThis.bench ??= {};
