// Horizontal bars as SVG: text is text, and the colours follow the light or dark page.

const [WIDTH, LEFT, ROW, HEAD, GAP, VALUE] = [760, 150, 20, 28, 14, 120];

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1b2733; }
.head { font-weight: 600; }
.bar { fill: #8b9aa7; }
.own { fill: #17607d; }
.axis { stroke: #8b9aa7; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6ebef; }
  .bar { fill: #70808d; }
  .own { fill: #5fb4d6; }
}`;

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const tag = (name, attributes, inner) => {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`).join('');
  return inner === undefined ? `<${name}${list}/>` : `<${name}${list}>${inner}</${name}>`;
};
const round = (value) => Math.round(value * 10) / 10;

/**
 * `groups`: `[{title, bars: [{label, value, low, high, isOwn}]}]`, each with a scale of its own; a
 * bar without a value says so.
 */
export function bars({ title, unit, groups }) {
  const parts = [tag('text', { x: 0, y: 18, class: 'head' }, escape(`${title} (${unit}; less is better)`))];
  let top = HEAD + 4;
  for (const group of groups) {
    parts.push(tag('text', { x: 0, y: top + 14, class: 'head' }, escape(group.title)));
    top += HEAD - 6;
    const most = Math.max(1, ...group.bars.map(({ high = 0, value = 0 }) => Math.max(high ?? 0, value ?? 0)));
    const scale = (value) => (value / most) * (WIDTH - LEFT - VALUE);
    for (const { label, value, low, high, isOwn } of group.bars) {
      const middle = top + ROW / 2;
      parts.push(tag('text', { x: LEFT - 8, y: middle + 4, 'text-anchor': 'end', class: isOwn ? 'head' : '' }, escape(label)));
      if (Number.isFinite(value)) {
        parts.push(tag('rect', { x: LEFT, y: top + 3, width: round(Math.max(1, scale(value))), height: ROW - 6, class: isOwn ? 'own' : 'bar' }));
        parts.push(tag('line', { x1: round(LEFT + scale(low)), x2: round(LEFT + scale(high)), y1: middle, y2: middle, class: 'axis', 'stroke-width': 2 }));
      }
      const end = Number.isFinite(value) ? LEFT + scale(high) + 6 : LEFT;
      parts.push(tag('text', { x: round(end), y: middle + 4 }, Number.isFinite(value) ? String(Math.round(value)) : '-'));
      top += ROW;
    }
    top += GAP;
  }
  return `${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${top}`, width: WIDTH, height: top, role: 'img', 'aria-label': title },
    `\n<style>${STYLE}\n</style>\n${parts.join('\n')}\n`)}\n`;
}
