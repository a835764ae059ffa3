// What joins an author's own map and table, in a worker of its own: it is asked once, and ends.
import start, { Import } from './pkg/import.js';
import { made } from './summit-map-made.js';

addEventListener('message', async ({ data }) => {
  try { postMessage([await made(start, Import, ...data)]); } catch (error) { postMessage([undefined, error.message]); }
});
