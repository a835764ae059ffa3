// Her own map and table: what the attributes say of them, and for their author a panel with the join of the two and
// a way to hand over files. Loaded by pages that have such a table.
import { beside, isWhole, languageOf, make, trusted, typed } from './summit-map-load.js';

const NAMES = { heading: 'title' }; // attributes whose name would mean something else in HTML

/** What the attributes say, a line for each, with a tab between name and value. */
export function settings(element, names, language) {
  const said = names.filter((name) => name !== 'data' && element.getAttribute(name)).map((name) => [NAMES[name] ?? name, element.getAttribute(name)]);
  return [['language', language], ...said].map(([name, value]) => `${name}\t${value.replace(/\s+/g, ' ').trim()}\n`).join('');
}

const begun = () => (isWhole ? new Worker(trusted(beside('summit-map-import.js')), { type: 'module' })
  : new Worker(new URL('./summit-map-import.js', import.meta.url), { type: 'module' })); // as bundlers know it

async function here(...files) {
  const [{ default: start, Import }, { made }] = await Promise.all([import('./pkg/import.js'), import('./summit-map-made.js')]);
  return made(start, Import, ...files);
}

/** Files that the engine reads, as `made` returns them: in a worker, or where none may run on the thread of the page. */
export const imported = (settings, map, table, signal) => new Promise((done, fail) => {
  let worker;
  const onPage = () => here(settings, map, table).then(done, (error) => fail(typed('core', error.message, { retryable: true })));
  try { worker = begun(); } catch { return onPage(); }
  signal.addEventListener('abort', () => (worker.terminate(), fail(signal.reason)), { once: true });
  worker.onerror = (event) => (event.preventDefault?.(), worker.terminate(), onPage());
  worker.onmessage = ({ data: [files, error] }) => {
    worker.terminate();
    files ? done(files) : fail(typed('core', `the table could not be read: ${error}`, { retryable: true }));
  };
  worker.postMessage([settings, map, table]);
});

const WORDS = { // a heading, the button, beside it; then of the join: what it is by, and the kinds of rows
  en: { title: 'For the author of this map', choose: 'Choose a map or a table', drop: 'or drop files here: GeoJSON, TopoJSON, CSV, TSV, JSON', by: (column, key) => `Column “${column}” names the regions by ${key}.`,
    kinds: ['Rows with a region', 'Rows that only look like a region, and are not used', 'Rows that name no region', 'Rows that name a region again', 'Rows that name several regions', 'Regions without a row', 'Faults and hints'], line: 'line' },
  es: { title: 'Para quien hace este mapa', choose: 'Elegir un mapa o una tabla', drop: 'o soltar archivos aquí: GeoJSON, TopoJSON, CSV, TSV, JSON', by: (column, key) => `La columna «${column}» nombra las regiones por ${key}.`,
    kinds: ['Filas con región', 'Filas que solo se parecen a una región y no se usan', 'Filas que no nombran ninguna región', 'Filas que repiten una región', 'Filas que nombran varias regiones', 'Regiones sin fila', 'Errores y avisos'], line: 'línea' },
  pt: { title: 'Para quem faz este mapa', choose: 'Escolher um mapa ou uma tabela', drop: 'ou soltar arquivos aqui: GeoJSON, TopoJSON, CSV, TSV, JSON', by: (column, key) => `A coluna “${column}” nomeia as regiões por ${key}.`,
    kinds: ['Linhas com região', 'Linhas que apenas se parecem com uma região e não são usadas', 'Linhas que não nomeiam nenhuma região', 'Linhas que repetem uma região', 'Linhas que nomeiam várias regiões', 'Regiões sem linha', 'Erros e avisos'], line: 'linha' },
  fr: { title: 'Pour l’auteur de cette carte', choose: 'Choisir une carte ou un tableau', drop: 'ou déposer des fichiers ici : GeoJSON, TopoJSON, CSV, TSV, JSON', by: (column, key) => `La colonne « ${column} » nomme les régions par ${key}.`,
    kinds: ['Lignes avec une région', 'Lignes qui ressemblent seulement à une région et ne servent pas', 'Lignes qui ne nomment aucune région', 'Lignes qui nomment une région déjà nommée', 'Lignes qui nomment plusieurs régions', 'Régions sans ligne', 'Erreurs et remarques'], line: 'ligne' },
};
const STYLES = beside('summit-map-extras.css');

/** What a file is, by how it begins: `src`, `data` or `facts`. A list of values and what is no JSON are tables. */
export function kind(bytes) {
  const start = new TextDecoder().decode(bytes.subarray(0, 4000)).replace(/^\uFEFF?\s*/, '');
  if (start.startsWith('arcs') && bytes[4] < 9) return 'src';
  if (!start.startsWith('{')) return 'data';
  return /"schema"\s*:\s*"summit-map\//.test(start) ? 'facts' : 'src';
}

/** Gives an element its panel, and takes the files that are chosen there or dropped on the map. */
export function accept(element, root, give) {
  if (root.querySelector('.own')) return;
  const language = languageOf(element);
  const words = WORDS[language] ?? WORDS.en;
  const take = async (files) => {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      give(kind(bytes), bytes);
    }
  };
  const input = make('input', { type: 'file', multiple: true, accept: '.geojson,.json,.topojson,.csv,.tsv,.txt,.arcs', onchange: () => take(input.files) });
  const told = make('div', { className: 'join' });
  told.setAttribute('role', 'status');
  const panel = make('section', { className: 'own', ariaLabel: words.title, lang: language in WORDS ? language : 'en' }, make('h3', { textContent: words.title }),
    make('p', {}, make('label', {}, words.choose, ' ', input), ' ', words.drop), told);
  root.append(make('link', { rel: 'stylesheet', href: STYLES }), panel);
  element.addEventListener('summit-map-ready', ({ target }) => target === element && root.querySelector('figure').after(panel));
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => (event.preventDefault(), take(event.dataTransfer.files)));
  element.addEventListener('summit-map-join', ({ target, detail }) => target === element && told.replaceChildren(...joined(detail, words)));
}

function joined(report, words) {
  const row = ({ line, text }) => `${words.line} ${line}: ${text}`;
  const pair = (one) => `${row(one.row)} → ${one.feature.name}`;
  const lists = [
    report.matched.map(pair),
    report.guessed.map((one) => `${pair(one)} (${one.distance})`),
    report.unmatched.map(row),
    report.repeated.map(pair),
    report.ambiguous.map((one) => `${row(one.row)} → ${one.features.map(({ name }) => name).join(', ')}`),
    report.withoutRow.map(({ id, name }) => `${name} (${id})`),
    [...report.problems, ...report.warnings],
  ];
  const parts = lists.flatMap((list, index) => (list.length ? [make('details', {}, make('summary', { textContent: `${words.kinds[index]}: ${list.length}` }),
    make('ul', {}, ...list.map((text) => make('li', { textContent: text }))))] : []));
  return [...(report.column ? [make('p', { textContent: words.by(report.column, report.key) })] : []), ...parts];
}
