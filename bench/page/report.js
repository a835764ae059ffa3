// Writes the report and the plots of a benchmark from its raw numbers.

import { writeFile } from 'node:fs/promises';
import { bars } from './plot.js';
import { FOOTNOTES, METHOD } from './method.js';
import { SUBJECTS } from './subjects.js';
import { COLUMNS, LOADING, best, cell, markdown, median, summarize } from './table.js';

const SHIPPED = { name: 'summit-map-shipped', title: 'summit-map, as it ships' };
const PLOTS = [
  { file: 'painted.svg', key: 'painted', title: 'Time until the map is painted', unit: 'ms' },
  { file: 'hover.svg', key: 'hoverAll', title: 'CPU of 100 hovers, all processes', unit: 'ms' },
  { file: 'zoom.svg', key: 'zoomAll', title: 'CPU of 15 steps of the wheel, all processes', unit: 'ms' },
  { file: 'drag.svg', key: 'dragAll', title: 'CPU of 40 steps of a drag, all processes', unit: 'ms' },
];

const rowsOf = (runs, columns, subjects = SUBJECTS) => subjects
  .map((subject) => ({ subject, runs: runs.filter(({ name }) => name === subject.name) }))
  .filter(({ runs }) => runs.length > 0)
  .map((row) => ({ ...row, summary: summarize(row.runs, columns) }));

/** A row of the table that says how summit-map compares in each column with the best of the others. */
function ratios(rows, columns) {
  const own = rows.find(({ subject }) => subject.name === 'summit-map');
  const others = rows.filter(({ subject }) => !subject.name.startsWith('summit-map') && !subject.needsGl);
  if (!own || others.length === 0) return [];
  const cells = columns.map(({ key }) => {
    const peer = best(others, key);
    if (!peer || !own.summary[key]) return '-';
    return `${(own.summary[key].median / peer.summary[key].median).toFixed(2)} (${peer.subject.title})`;
  });
  return [['**summit-map ÷ the best other**', ...cells]];
}

function table(runs, columns, subjects) {
  const rows = rowsOf(runs, columns, subjects);
  const notes = (subject) => (subject.needsGl ? ' ¹' : subject.isStatic ? ' ²' : '');
  const lines = rows.map(({ subject, summary }) => [subject.title + notes(subject), ...columns.map((column) => cell(summary[column.key], column))]);
  return markdown(['', ...columns.map(({ title }) => title)], [...lines, ...ratios(rows, columns)]);
}

const section = (part) => COLUMNS.filter(({ key }) => part(key));
const PARTS = [
  ['Loading', section((key) => ['code', 'data', 'firstPaint', 'painted', 'interactive', 'cpu'].includes(key))],
  ['Pointing', section((key) => key.startsWith('hover'))],
  ['Zooming', section((key) => key.startsWith('zoom'))],
  ['Dragging and memory', section((key) => key.startsWith('drag') || key === 'memory')],
];

function failures(runs) {
  const failed = runs.filter(({ error }) => error);
  if (failed.length === 0) return '';
  return `Runs that failed and are not counted:\n\n${failed.map(({ data = 'slow line', name, error }) => `- ${data}, ${name}: ${error.split('\n')[0]}`).join('\n')}`;
}

function described({ machine: { packages, ...machine }, date, repetitions, isQuick }) {
  const used = Object.entries(packages).map(([name, version]) => `${name} ${version}`).join(', ');
  return [
    `${date}${isQuick ? ', a quick run' : ''}; ${repetitions} repetitions; ${machine.cores} cores (${machine.processor}), ${machine.memory}, ${machine.system}; ${machine.browser}; Node.js ${machine.node}.`,
    '', `Versions: ${used}.`, '',
  ].join('\n');
}

export async function report(results, folder) {
  const text = ['# The map in the page: summit-map and other libraries', '', described(results), METHOD, ''];
  for (const [name, { regions, vertices, bytes, height, spots }] of Object.entries(results.data)) {
    const runs = results.runs.filter(({ data }) => data === name);
    text.push(`## ${name}`, '', `${regions} regions, ${vertices.toLocaleString('en').replaceAll(',', ' ')} vertices, ${(bytes / 1e6).toFixed(1)} MB of GeoJSON; a map of 800 × ${height} px.`, '');
    for (const [title, columns] of PARTS) text.push(`### ${title}`, '', table(runs, columns));
    text.push(reached(runs), checked(spots), '');
  }
  if (results.slow.length > 0) {
    text.push('## A slow line', '', '1.6 Mbit/s, 150 ms there and back, a processor four times slower; americas-50m. MapLibre GL is left out: the browser does not slow its worker down.', '');
    text.push(table(results.slow, LOADING, [SUBJECTS[0], SHIPPED, ...SUBJECTS.slice(1)]));
  }
  text.push(FOOTNOTES, '', failures([...results.runs, ...results.slow]));
  await writeFile(new URL('page.md', folder), `${text.join('\n').trimEnd()}\n`);
  for (const plot of PLOTS) await writeFile(new URL(plot.file, folder), bars({ ...plot, groups: groups(results, plot.key) }));
}

function groups(results, key) {
  return Object.keys(results.data).map((title) => {
    const rows = rowsOf(results.runs.filter(({ data }) => data === title), COLUMNS);
    const bars = rows.map(({ subject, summary }) => ({
      label: subject.title + (subject.needsGl ? ' ¹' : ''), value: summary[key]?.median, low: summary[key]?.low, high: summary[key]?.high,
      isOwn: subject.name === 'summit-map',
    }));
    return { title, bars };
  });
}

const title = (name) => SUBJECTS.find((subject) => subject.name === name).title;

function reached(runs) {
  const names = [...new Set(runs.filter(({ scale }) => scale).map(({ name }) => name))];
  const list = names.map((name) => `${title(name)} ${median(runs.filter((run) => run.name === name && run.scale).map(({ scale }) => scale)).toFixed(1)}`);
  return `The wheel left the maps enlarged this many times: ${list.join(', ')}.\n`;
}

function checked(spots) {
  const list = Object.entries(spots).filter(([, { named }]) => named.wrong > 0)
    .map(([name, { named: { right, wrong } }]) => `${title(name)} ${right} of ${right + wrong}`);
  return list.length === 0 ? 'All named every region that they were asked for before the runs.'
    : `Asked for regions before the runs, all named every one but: ${list.join(', ')}.`;
}
