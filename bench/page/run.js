// The whole benchmark of pages: node run.js [--quick] [--only NAME,..] [--data NAME,..] [--look]

import { chromium } from 'playwright-core';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepare } from './data.js';
import { machine } from './machine.js';
import { MAPS } from './maps.js';
import { measure } from './measure.js';
import { bundle, publish } from './pages.js';
import { locate, size } from './place.js';
import { report } from './report.js';
import { start } from './server.js';
import { slowLine } from './slow.js';
import { SUBJECTS } from './subjects.js';

const args = process.argv.slice(2);
const list = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1]?.split(',') : undefined);
const isQuick = args.includes('--quick');
// Only pictures of each page, to see that it is set up right.
const isLook = args.includes('--look');
const repetitions = isLook ? 0 : isQuick ? 3 : 5;
const pick = (flag, all) => {
  const wanted = list(flag) ?? all;
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown) throw new Error(`${flag}: there is no ${unknown}; there are ${all.join(', ')}`);
  return wanted;
};
const only = pick('--only', SUBJECTS.map(({ name }) => name));
const subjects = SUBJECTS.filter(({ name }) => only.includes(name));
const datasets = pick('--data', Object.keys(MAPS));

const TARGET = new URL('../../target/', import.meta.url);
const [OUT, DATA, PAGES] = ['bench/', 'bench/data/', 'bench/pages/'].map((name) => new URL(name, TARGET));
const say = (text) => process.stderr.write(`${text}\n`);

const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const launch = (flags) => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...FLAGS, ...flags] });

say('data and pages');
const sizes = await prepare(DATA, datasets);
await bundle(SUBJECTS.filter(({ name }) => only.includes(name) || name === 'summit-map'), PAGES);
const server = await start();
await server.addFolder('/summit', fileURLToPath(new URL('site', TARGET)));
await server.addFolder('', fileURLToPath(PAGES).replace(/\/$/, ''));
for (const name of datasets) {
  for (const file of [`${name}.geojson`, `${name}.facts.json`]) await server.add(`/data/${file}`, await readFile(new URL(file, DATA)));
}
const plain = await launch(['--disable-gpu']);
const gl = subjects.some(({ needsGl }) => needsGl) ? await launch(['--use-angle=swiftshader', '--enable-unsafe-swiftshader']) : null;
const browserOf = ({ needsGl }) => (needsGl ? gl : plain);
const results = { isQuick, repetitions, date: new Date().toISOString().slice(0, 10), machine: await machine(plain), data: {}, runs: [], slow: [] };
const save = () => writeFile(new URL('page.json', OUT), JSON.stringify(results, null, 1));

try {
  await mkdir(OUT, { recursive: true });
  for (const data of datasets) await runData(data);
  if (!isLook && datasets.includes('americas-50m')) {
    results.slow = await slowLine({ plain, server, subjects, spots: results.data['americas-50m'].spots, repetitions: 3, say });
  }
  if (!isLook) await save();
  if (!isLook) await report(results, new URL('../', import.meta.url));
} finally {
  await Promise.all([plain.close(), gl?.close()]);
  server.stop();
}

async function runData(data) {
  const map = JSON.parse(await readFile(new URL(`${data}.geojson`, DATA), 'utf8'));
  const own = SUBJECTS[0];
  const path = ({ name }) => `/${name}/${data}.html`;
  const box = await size(plain, server, async (box) => {
    await publish(server, own, PAGES, data, box);
    return path(own);
  });
  const spots = {};
  for (const subject of subjects) {
    const { name } = subject;
    if (subject !== own) await publish(server, subject, PAGES, data, { width: 800, height: box.height });
    const shot = isLook ? fileURLToPath(new URL(`${name}-${data}.png`, OUT)) : undefined;
    try {
      spots[name] = await locate(browserOf(subject), server, { name, path: path(subject), data, map, shot });
      say(`${data} ${name}: ${JSON.stringify(spots[name].named)}`);
    } catch (error) {
      say(`${data} ${name}: ${error.message}`);
      results.runs.push({ data, name, error: error.message });
    }
  }
  results.data[data] = { ...sizes[data], height: box.height, spots };
  const able = subjects.filter(({ name }) => spots[name]);
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    // Another one begins each time, so that none always has the warm or the tired machine.
    const turn = (repetition * 3) % able.length;
    for (const subject of [...able.slice(turn), ...able.slice(0, turn)]) await once(subject, repetition);
    await save();
  }

  async function once(subject, repetition) {
    const { name, isStatic, modifiers = 0, turn } = subject;
    const run = { data, name, repetition };
    const where = { ...spots[name], canZoom: !isStatic, modifiers, turn };
    try {
      Object.assign(run, await measure(browserOf(subject), server, { path: path(subject), spots: where }));
    } catch (error) {
      run.error = error.message;
    }
    results.runs.push(run);
    const { painted, interactive, hover, zoom, drag, error } = run;
    const brief = [painted, interactive, hover?.cpu, hover?.p95, zoom?.cpu, zoom?.longest, drag?.cpu, drag?.longest, run.scale];
    say(`${data} ${repetition + 1}/${repetitions} ${name}: ${error ?? brief.map((value) => Math.round(value)).join(' ')}`);
  }
}
