// One recorded conversation with the engine, held in Node, on a page's own thread and in a worker: what it says is the
// same to the byte as natively, where it was recorded.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BASE, pageTest } from './browser.js';

const recorded = JSON.parse(readFileSync(new URL('./conversation.json', import.meta.url), 'utf8'));
const replies = recorded.map(({ reply }) => reply);
const empty = { path: 'e2e/plain.html', html: (text) => text.replace(/<summit-map[^]*<\/summit-map>/, '') };

test('in Node', async () => {
  const fetched = async (name) => (await fetch(`${BASE}pkg/${name}`)).arrayBuffer();
  const script = Buffer.from(await fetched('engine.js')).toString('base64');
  const { default: start, Engine } = await import(`data:text/javascript;base64,${script}`);
  await start({ module_or_path: await fetched('engine_bg.wasm') });
  const engine = new Engine(), bytes = (text) => new TextEncoder().encode(text);
  const said = recorded.map(({ request, files }) => engine.handle(1, request, ...files.map(bytes)));
  assert.deepEqual(said, replies);
});

pageTest('on the thread of a page', empty, async (page) => {
  const said = await page.evaluate(async (recorded) => {
    const { default: start, Engine } = await import('../pkg/engine.js');
    await start();
    const engine = new Engine(), bytes = (text) => new TextEncoder().encode(text);
    return recorded.map(({ request, files }) => engine.handle(1, request, ...files.map(bytes)));
  }, recorded);
  assert.deepEqual(said, replies);
});

pageTest('in a worker', empty, async (page) => {
  const said = await page.evaluate(async (recorded) => {
    const address = new URL('../summit-map-worker.js', document.baseURI).href;
    const policy = trustedTypes.createPolicy('summit-map-test', { createScriptURL: () => address });
    const worker = new Worker(policy.createScriptURL(''), { type: 'module' });
    const bytes = (text) => new TextEncoder().encode(text), said = [];
    for (const [id, { request, files }] of recorded.entries()) {
      worker.postMessage([id, 1, request, ...files.map(bytes)]);
      said.push(await new Promise((done) => worker.addEventListener('message', ({ data }) => data[0] === id && done(data[1]))));
    }
    return said;
  }, recorded);
  assert.deepEqual(said, replies);
});
