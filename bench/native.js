// The rows of `benches/pipeline.rs` → bench/native.md and bench/native.svg. Argument: the file of rows.
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import os from 'node:os';
import { execFileSync } from 'node:child_process';
import { bars } from './page/plot.js';
import { markdown, median } from './page/table.js';

const rows = (await readFile(process.argv[2], 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
const name = ({ map }) => basename(map, '.geojson');
const stages = Object.keys(rows[0].ms);
// What has to be done until the whole map is on the screen; a view and its text are apart.
const first = stages.slice(0, stages.indexOf('draw') + 1);
const digits = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const spread = (values) => `${digits(median(values))} (${digits(Math.min(...values))}–${digits(Math.max(...values))})`;
const sum = (row) => row.ms[first[0]].map((_, run) => first.reduce((all, stage) => all + row.ms[stage][run], 0));

const milliseconds = rows.map((row) => [
  name(row), row.regions, row.vertices, (row.bytes / 1e6).toFixed(2),
  ...stages.map((stage) => spread(row.ms[stage])), spread(sum(row)),
]);
const per = rows.map((row) => [
  name(row), ...stages.map((stage) => digits((median(row.ms[stage]) * 1e6) / row.vertices)),
  digits((median(sum(row)) * 1e6) / row.vertices), digits((median(sum(row)) * 1e3) / row.regions),
]);

const rustc = execFileSync('rustc', ['--version'], { encoding: 'utf8' }).trim();
const text = `# From bytes to a picture, natively

\`cargo xtask bench native\`: ${rows[0].ms[first[0]].length} runs of each map in one process, medians with
least and most. ${rustc}, release profile, one thread, ${os.cpus().length} cores,
${new Date().toISOString().slice(0, 10)}. What the stages do stands in ARCHITECTURE.md; vertices are
those of the joined arcs.

## Milliseconds

${markdown(['map', 'regions', 'vertices', 'MB', ...stages, `until drawn (${first.join(', ')})`], milliseconds)}
## Nanoseconds a vertex, and microseconds a region until drawn

${markdown(['map', ...stages, 'until drawn, ns a vertex', 'until drawn, µs a region'], per)}
![Milliseconds of each stage](native.svg)
`;
await writeFile(new URL('native.md', import.meta.url), text);
await writeFile(new URL('native.svg', import.meta.url), bars({
  title: 'Stages from bytes to a picture', unit: 'ms',
  groups: rows.map((row) => ({
    title: `${name(row)}: ${row.vertices} vertices, ${row.regions} regions`,
    bars: stages.map((stage) => ({
      label: stage, value: median(row.ms[stage]), low: Math.min(...row.ms[stage]), high: Math.max(...row.ms[stage]),
      isOwn: first.includes(stage),
    })),
  })),
}));
console.log(`wrote bench/native.md and bench/native.svg`);
