// What a reader takes along: the map as SVG or PNG, the table as CSV, map and table as GeoJSON, how to cite it, how to
// embed it. Loaded by elements that have the attribute downloads.
import { beside, languageOf, make } from './summit-map-load.js';

const WORDS = { // the heading, the buttons for text, what is said then
  en: ['Save and share', 'Copy the citation', 'Copy the embed code', 'Copied', 'accessed'],
  es: ['Guardar y compartir', 'Copiar la cita', 'Copiar el código para insertar', 'Copiado', 'consultado el'],
  pt: ['Salvar e compartilhar', 'Copiar a citação', 'Copiar o código para incorporar', 'Copiado', 'acesso em'],
  fr: ['Enregistrer et partager', 'Copier la référence', 'Copier le code d’intégration', 'Copié', 'consulté le'],
};
const STYLES = beside('summit-map-extras.css'), ELEMENT = beside('summit-map.js');

/** The files of a map, each as a Blob. `ask` hands a request to the engine and returns what its reply says. */
export const files = {
  svg: async (ask) => new Blob([await drawing(ask)], { type: 'image/svg+xml' }),
  png: async (ask) => painted(await ask('sheet\t'), 2),
  csv: async (ask) => new Blob([await ask('rows\t')], { type: 'text/csv' }),
  geojson: async (ask, element) => new Blob([JSON.stringify(joined(await features(element), table(await ask('rows\t'))))], { type: 'application/geo+json' }),
};
const drawing = async (ask) => new XMLSerializer().serializeToString(await ask('sheet\t'));

/** Gives an element its box, once. */
export function offer(element, root, ask) {
  if (root.querySelector('.save')) return;
  const language = languageOf(element);
  const [heading, cite, embed, copied, accessed] = WORDS[language] ?? WORDS.en;
  const status = make('span', { role: 'status' });
  const button = (textContent, run) => make('button', { type: 'button', textContent, onclick: async () => {
    status.textContent = '';
    try { status.textContent = (await run()) ?? ''; } catch (error) { status.textContent = error.message; }
  } });
  const copy = (text) => async () => {
    const written = await text();
    try { await navigator.clipboard.writeText(written); return copied; } catch { return written; }
  };
  // A map that is not GeoJSON has another form already.
  const kinds = Object.keys(files).filter((kind) => kind !== 'geojson' || !/\.arcs$/.test(element.src ?? '.arcs'));
  const saved = kinds.map((kind) => button(kind.toUpperCase(), async () => save(await files[kind](ask, element), `map.${kind}`)));
  const place = root.querySelector(':scope > slot') ?? root.lastChild;
  place.before(make('link', { rel: 'stylesheet', href: STYLES }), make('details', { className: 'save', lang: WORDS[language] ? language : 'en' },
    make('summary', { textContent: heading }),
    make('p', {}, ...saved, button(cite, copy(() => citation(ask, accessed))), button(embed, copy(async () => snippet(element))), status)));
}

function save(blob, download) {
  const href = URL.createObjectURL(blob);
  make('a', { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}

async function citation(ask, accessed) {
  const sheet = await ask('sheet\t'), text = (name) => sheet.querySelector(name)?.textContent ?? '';
  const today = new Intl.DateTimeFormat(sheet.getAttribute('lang'), { dateStyle: 'long' }).format(new Date());
  return `${[text('title'), text('desc')].filter(Boolean).join('. ')}. ${location.href.split('#')[0]} (${accessed} ${today})`;
}

/** What another page puts in to show the same map. */
export function snippet(element) {
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const kept = [...element.attributes].filter(({ name }) => !['id', 'class', 'style', 'slot', 'selected', 'author'].includes(name));
  const said = kept.map(({ name, value }) => {
    const isFile = ['src', 'facts', 'more', 'fine', 'data'].includes(name) && value;
    const full = isFile ? new URL(value, document.baseURI).href.replace(/%7Blang%7D/i, '{lang}') : value;
    return full ? ` ${name}="${escape(full)}"` : ` ${name}`;
  });
  return `<script type="module" src="${escape(ELEMENT)}"></script>\n<summit-map${said.join('')}></summit-map>`;
}

async function features(element) {
  if (element.map) return structuredClone(element.map);
  return (await fetch(new URL(element.src, document.baseURI), { credentials: 'omit' })).json();
}

/** The rows of a CSV file as this project writes them. Source: RFC 4180. */
function table(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [head, ...body] = rows.slice(0, -1);
  return new Map(body.map((cells) => [cells[0], Object.fromEntries(head.slice(1).map((name, index) => [name, cells[index + 1]]))]));
}

function joined(map, rows) {
  const all = map.type === 'FeatureCollection' ? map.features : [map];
  for (const feature of all) {
    const row = rows.get(String(feature.id ?? feature.properties?.id ?? ''));
    if (row) feature.properties = { ...feature.properties, ...row };
  }
  return map;
}

/** A drawing of the engine as a picture, `times` as large: by hand, for a strict policy keeps an image from being loaded
    from a text. */
export async function painted(sheet, times) {
  const box = sheet.getAttribute('viewBox').split(' ').map(Number), scale = (Number(sheet.getAttribute('width')) / box[2]) * times;
  const canvas = make('canvas', { width: Math.round(box[2] * scale), height: Math.round(box[3] * scale) });
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  const named = new Map([...sheet.querySelectorAll('[id]')].map((node) => [`#${node.id}`, node]));
  for (const child of sheet.children) paint(context, child, look(sheet, {}), named);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}

const INHERITED = ['fill', 'stroke', 'stroke-width', 'fill-rule', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'stroke-linecap', 'stroke-linejoin'];
function look(node, outer) {
  const own = INHERITED.filter((name) => node.hasAttribute(name)).map((name) => [name, node.getAttribute(name).replace(/^light-dark\((.*?),.*$/, '$1')]);
  return { ...outer, ...Object.fromEntries(own) };
}
const number = (node, name) => Number(node.getAttribute(name) ?? 0);
const inUrl = (text) => /^url\((#.*)\)$/.exec(text ?? '')?.[1];

function paint(context, node, outer, named) {
  const own = look(node, outer), name = node.localName;
  if (node.getAttribute('display') === 'none' || ['title', 'desc', 'defs', 'pattern', 'clipPath'].includes(name)) return;
  context.save();
  const clip = named.get(inUrl(node.getAttribute('clip-path')));
  if (clip) for (const part of clip.children) context.clip(shape(part, named), own['fill-rule']);
  if (name === 'svg') enter(context, node);
  if (name === 'text') write(context, node, own);
  else if (['svg', 'g', 'a'].includes(name)) for (const child of node.children) paint(context, child, own, named);
  else ink(context, own, named, { path: shape(node, named), rule: own['fill-rule'] });
  context.restore();
}

function enter(context, node) { // the part of the drawing that an inner SVG shows
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(node, name));
  const [left, top, across, down] = node.getAttribute('viewBox').split(' ').map(Number), scale = Math.min(width / across, height / down);
  context.beginPath(), context.rect(x, y, width, height), context.clip();
  context.translate(x + (width - across * scale) / 2, y + (height - down * scale) / 2);
  context.scale(scale, scale), context.translate(-left, -top);
}

function shape(node, named) {
  const path = new Path2D(node.getAttribute('d') ?? undefined);
  if (node.localName === 'use') return shape(named.get(node.getAttribute('href')), named);
  if (node.localName === 'circle') path.arc(number(node, 'cx'), number(node, 'cy'), number(node, 'r'), 0, 2 * Math.PI);
  if (node.localName === 'rect') path.roundRect(number(node, 'x'), number(node, 'y'), number(node, 'width'), number(node, 'height'), number(node, 'rx'));
  return path;
}

function ink(context, own, named, { path, rule }) {
  const fill = own.fill ?? '#000';
  if (fill !== 'none') {
    context.fillStyle = tile(context, named.get(inUrl(fill)), named) ?? fill;
    context.fill(path, rule);
  }
  if (!own.stroke || own.stroke === 'none') return;
  line(context, own), context.stroke(path);
}

function line(context, own) {
  context.strokeStyle = own.stroke, context.lineWidth = Number(own['stroke-width'] ?? 1);
  context.lineCap = own['stroke-linecap'] ?? 'butt', context.lineJoin = own['stroke-linejoin'] ?? 'miter';
}

function tile(context, pattern, named) {
  if (!pattern) return null;
  const { a, b } = context.getTransform(), scale = Math.hypot(a, b);
  const [width, height] = [number(pattern, 'width'), number(pattern, 'height')];
  const canvas = make('canvas', { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) });
  const within = canvas.getContext('2d');
  within.scale(canvas.width / width, canvas.height / height);
  for (const child of pattern.children) paint(within, child, {}, named);
  const made = context.createPattern(canvas, 'repeat'), turn = /rotate\((.*)\)/.exec(pattern.getAttribute('patternTransform') ?? '');
  made.setTransform(new DOMMatrix().rotate(Number(turn?.[1] ?? 0)).scale(width / canvas.width, height / canvas.height));
  return made;
}

function write(context, node, outer) {
  let [x, y] = [number(node, 'x'), number(node, 'y')];
  for (const part of node.childNodes) { // texts, and spans with places and looks of their own
    const own = part.localName ? look(part, outer) : outer, text = part.textContent;
    if (part.localName && part.hasAttribute('x')) [x, y] = [number(part, 'x'), number(part, 'y')];
    context.font = `${own['font-weight'] ?? 400} ${own['font-size']}px ${own['font-family']}`;
    context.textAlign = { middle: 'center', end: 'right' }[own['text-anchor']] ?? 'left';
    // The halo lies behind the letters.
    if (own.stroke && own.stroke !== 'none') line(context, own), context.strokeText(text, x, y);
    context.fillStyle = own.fill ?? '#000';
    context.fillText(text, x, y);
    x += context.measureText(text).width;
  }
}
