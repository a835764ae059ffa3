// The engine in a worker: requests of the maps of a page come in, replies go out.
import start, { Engine } from './pkg/engine.js';

const engine = start().then(() => new Engine());
engine.then(() => postMessage([]));
addEventListener('message', async ({ data: [id, ...request] }) => {
  try { postMessage([id, (await engine).handle(...request)]); } catch (error) { postMessage([id, undefined, error.message]); }
});
