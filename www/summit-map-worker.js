// The engine in a worker: requests of the maps of a page come in, replies go out.
import start, { Engine } from './pkg/engine.js';

const engine = start().then(() => new Engine());
// A promise that fails in a worker reaches no handler of the page by itself.
engine.then(() => postMessage([]), ({ message }) => postMessage([undefined, undefined, message]));
addEventListener('message', async ({ data: [id, ...request] }) => {
  try { postMessage([id, (await engine).handle(...request)]); } catch (error) { postMessage([id, undefined, error.message]); }
});
