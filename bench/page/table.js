// Medians, spreads and the columns of the tables.

export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** What is shown of a run, in milliseconds unless it says otherwise; less is better in each. */
export const COLUMNS = [
  { key: 'code', title: 'code, kB', of: (run) => run.codeBytes / 1000 },
  { key: 'data', title: 'data, kB', of: (run) => run.dataBytes / 1000 },
  { key: 'firstPaint', title: 'first paint', of: (run) => run.firstPaint },
  { key: 'painted', title: 'painted', of: (run) => run.painted },
  { key: 'interactive', title: 'interactive', of: (run) => run.interactive },
  { key: 'cpu', title: 'CPU until painted', of: (run) => run.cpu },
  { key: 'hoverCpu', title: 'hover CPU', of: ({ hover }) => hover?.cpu },
  { key: 'hoverAll', title: 'hover CPU, all', of: ({ hover }) => hover?.cpuAll },
  { key: 'hoverP95', title: 'hover p95', of: ({ hover }) => hover?.p95 },
  { key: 'hoverLongest', title: 'hover longest', of: ({ hover }) => hover?.longest },
  { key: 'zoomCpu', title: 'zoom CPU', of: ({ zoom }) => zoom?.cpu },
  { key: 'zoomAll', title: 'zoom CPU, all', of: ({ zoom }) => zoom?.cpuAll },
  { key: 'zoomP95', title: 'zoom p95', of: ({ zoom }) => zoom?.p95 },
  { key: 'zoomLongest', title: 'zoom longest', of: ({ zoom }) => zoom?.longest },
  { key: 'dragCpu', title: 'drag CPU', of: ({ drag }) => drag?.cpu },
  { key: 'dragAll', title: 'drag CPU, all', of: ({ drag }) => drag?.cpuAll },
  { key: 'dragP95', title: 'drag p95', of: ({ drag }) => drag?.p95 },
  { key: 'dragLongest', title: 'drag longest', of: ({ drag }) => drag?.longest },
  { key: 'memory', title: 'memory, MB', of: ({ heap, wasm }) => (heap + wasm) / 1e6, hasTenths: true },
];
export const LOADING = COLUMNS.filter(({ key }) => ['firstPaint', 'painted', 'interactive'].includes(key));

/** For each column `{median, low, high}` over the runs that ended well, or null. */
export function summarize(runs, columns = COLUMNS) {
  const good = runs.filter(({ error }) => !error);
  return Object.fromEntries(columns.map(({ key, of }) => {
    const values = good.map(of).filter(Number.isFinite);
    return [key, values.length ? { median: median(values), low: Math.min(...values), high: Math.max(...values) } : null];
  }));
}

const number = (value, hasTenths) => (hasTenths ? value.toFixed(1) : Math.round(value).toLocaleString('en').replaceAll(',', ' '));
export function cell(summary, { hasTenths } = {}) {
  if (!summary) return '-';
  const [middle, low, high] = [summary.median, summary.low, summary.high].map((value) => number(value, hasTenths));
  return low === high ? middle : `${middle} (${low}–${high})`;
}

/**
 * The least median of a column among the rows, and whose it is. A time of nothing is no measure, as
 * where the first paint was not told.
 */
export function best(rows, key) {
  const known = rows.filter(({ summary }) => summary[key]?.median > 0);
  return known.sort((a, b) => a.summary[key].median - b.summary[key].median)[0];
}

export const markdown = (head, rows) => [
  `| ${head.join(' | ')} |`, `|---|${head.slice(1).map(() => '---:|').join('')}`, ...rows.map((row) => `| ${row.join(' | ')} |`), '',
].join('\n');
