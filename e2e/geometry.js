// What is wrong with what `measure.js` has measured.

export const meet = (a, b, by = 0.5) =>
  a.left + by < b.right && b.left + by < a.right && a.top + by < b.bottom && b.top + by < a.bottom;
export const holds = (a, b, by = 0.5) =>
  b.left >= a.left - by && b.right <= a.right + by && b.top >= a.top - by && b.bottom <= a.bottom + by;

/** Names over names, dots, frames, headings and tools. */
export function overlaps({ names, dots, titles, frames, tools, headline }) {
  const found = [];
  const over = (name, what) => found.push(`${name} over ${what}`);
  names.forEach((name, index) => {
    for (const other of names.slice(index + 1)) if (meet(name, other)) over(name.name, other.name);
    for (const other of [...titles, ...tools, ...headline]) if (meet(name, other)) over(name.name, other.name);
    for (const dot of dots) if (meet(name, dot)) over(name.name, `the dot of ${dot.number}`);
    frames.forEach(({ window, frame }, inset) => {
      const isOfInset = name.picture === inset + 1;
      if (!isOfInset && meet(name, frame)) over(name.name, `inset ${inset}`);
      if (meet(name, window) && !holds(window, name) && !isOfInset) over(name.name, `the edge of what inset ${inset} shows`);
    });
  });
  for (const title of titles) for (const other of [...tools, ...headline]) if (meet(title, other)) over(title.name, other.name);
  return found;
}

/** Names that the edge of the stage, of the screen or of their inset cuts. */
export function cut({ names, titles, frames, stage, width }) {
  const found = [];
  for (const name of [...names, ...titles.map((title, index) => ({ ...title, picture: index + 1 }))]) {
    const room = name.picture > 0 ? frames[name.picture - 1]?.frame ?? stage : stage;
    if (!holds(room, name) || name.left < 0 || name.right > width) found.push(name.name);
  }
  return found;
}

export const length = ({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y);

const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
export const cross = (one, other) =>
  side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0
  && side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0;

const gap = ({ x, y }, { left, top, right, bottom }) =>
  Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
/** Whether a line goes through a box, its edges taken in. */
function isThrough({ from, to }, box, by = 1) {
  const { left, top, right, bottom } = { left: box.left + by, top: box.top + by, right: box.right - by, bottom: box.bottom - by };
  const edges = [[left, top, right, bottom], [left, bottom, right, top]].map(([x, y, x2, y2]) => ({ from: { x, y }, to: { x: x2, y: y2 } }));
  return edges.some((edge) => cross({ from, to }, edge));
}

/** Lines that cross each other, a name that is not theirs, or a dot that is not. */
export function crossings({ leaders, names, dots }) {
  const found = [];
  leaders.forEach((line, index) => {
    for (const other of leaders.slice(index + 1)) if (cross(line, other)) found.push('two lines');
    const isEnd = (box, by) => Math.min(gap(line.from, box), gap(line.to, box)) <= by;
    const own = names.filter((name) => isEnd(name, 8)).sort((a, b) =>
      Math.min(gap(line.from, a), gap(line.to, a)) - Math.min(gap(line.from, b), gap(line.to, b)))[0];
    for (const name of names) if (name !== own && isThrough(line, name)) found.push(`a line and ${name.name}`);
    for (const dot of dots) if (!isEnd(dot, 1) && isThrough(line, dot, 0)) found.push(`a line and the dot of ${dot.number}`);
  });
  return found;
}

const channels = (color) => {
  const [, alpha = '1'] = /(?:rgba\(.*,|\/)\s*([\d.]+)\)/.exec(color) ?? [];
  if (Number(alpha) !== 1) throw new Error(`${color} is not opaque`);
  return color.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255);
};
/** Relative luminance by WCAG 2.2 of an opaque colour, rgb(1, 2, 3). */
export function luminance(color) {
  const [r, g, b] = channels(color).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** How far apart two colours are for the eye: CIE 1976, in the Lab space. */
export function difference(one, other) {
  const lab = (color) => {
    const [r, g, b] = channels(color).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    const [x, y, z] = [
      (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    ].map((c) => (c > 0.008856 ? Math.cbrt(c) : 7.787 * c + 16 / 116));
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((part, index) => part - b[index]));
}

export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
