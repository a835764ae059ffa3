// One run of one page: loads it, points at it, zooms and drags it, and takes the times.

import { phases } from './phases.js';
import { watch, watchShipped } from './inpage.js';

/** The width has room for the list beside the map of summit-map. */
export const VIEWPORT = { width: 1280, height: 1200 };
const LIMIT_MS = Number(process.env.LIMIT_MS ?? 180_000);

const within = (promise, what) => {
  let timer;
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`${what}: nothing for ${LIMIT_MS / 1000} s`)), LIMIT_MS); });
  promise.catch(() => {});
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** CPU seconds of the main thread since the page began, and of all the browser's processes. */
async function meter(browser, cdp) {
  const whole = await browser.newBrowserCDPSession();
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const named = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    return {
      main: named('TaskDuration'), script: named('ScriptDuration'),
      all: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    };
  };
}

const milliseconds = (from, to) => Object.fromEntries(Object.keys(to).map((key) => [key, (to[key] - from[key]) * 1000]));

/** The line and the processor of a cheap phone. */
export const SLOW = { bitsPerSecond: 1_600_000, latencyMs: 150, cpu: 4 };
async function slowDown(cdp) {
  await cdp.send('Network.enable');
  const throughput = SLOW.bitsPerSecond / 8;
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false, latency: SLOW.latencyMs, downloadThroughput: throughput, uploadThroughput: throughput,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
}

function bytes(sent) {
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
  const isData = ({ path }) => path.startsWith('/data/') || path.includes('/data/');
  return { code: sent.filter((file) => !isData(file)), data: sent.filter(isData) };
}

/**
 * `spots`: where the pointer goes, in the page's pixels; without them, the page is only loaded.
 * `visit`: is given the page at the end, before it is closed.
 */
export async function measure(browser, server, { path, spots, isShipped, isSlow, visit, onlyLoad }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const failures = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    const cdp = await context.newCDPSession(page);
    // Time in which the thread really ran: others use this machine too.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(watch);
    if (isShipped) await page.addInitScript(watchShipped);
    const read = await meter(browser, cdp);
    if (isSlow) await slowDown(cdp);
    server.take();
    const start = await read();
    await page.goto(server.url + path, { waitUntil: 'commit', timeout: LIMIT_MS });
    const result = { painted: await within(page.evaluate(() => bench.whenPainted), 'painting') };
    const cpu = milliseconds({ ...start, main: 0, script: 0 }, await read());
    const sent = bytes(server.take());
    const total = (list) => list.reduce((sum, { bytes }) => sum + bytes, 0);
    Object.assign(result, {
      codeBytes: total(sent.code), dataBytes: total(sent.data), cpu: cpu.main, script: cpu.script, cpuAll: cpu.all,
    });
    if (spots) Object.assign(result, await within(phases({ page, cdp, read, spots, onlyLoad, isShipped }), 'the phases'));
    result.firstPaint = await page.evaluate(() => bench.firstPaint());
    if (!onlyLoad) Object.assign(result, await memory(page, cdp));
    if (visit) result.visit = await visit(page);
    if (failures.length > 0) throw new Error(failures[0]);
    return result;
  } finally {
    await context.close();
  }
}

async function memory(page, cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  const wasm = await page.evaluate(async () => (await bench.wasm?.()) ?? 0);
  return { heap: usedSize, backing: backingStorageSize, wasm };
}
