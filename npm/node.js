// The command line as functions, for Node.js: nothing is read or written but what they are told.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { joined, run } from './system.js';

let module;
const program = () => (module ??= new WebAssembly.Module(readFileSync(new URL('./command.wasm', import.meta.url))));
const bytes = (file) => (file instanceof Uint8Array ? file
  : new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file)));
const text = (pieces) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(joined(pieces));
const absent = (path) => Object.assign(new Error(`${path} is not there`), { code: 'ENOENT' });
const nothing = (path) => { throw absent(path); };

/** Runs the command line; gives its exit code and what it has printed. */
export function command(args, { read = nothing, write = () => {} } = {}) {
  const output = [], errors = [];
  const code = run(program(), args, { read, write, out: (piece) => output.push(piece), err: (piece) => errors.push(piece) });
  return { code, output: joined(output), errors: text(errors) };
}

function done(args, system) {
  const { code, output, errors } = command(args, system);
  if (code !== 0) throw new Error(errors.trim());
  return output;
}

/** The flags of the command line: `{ someName: 'a', short: true }` is `--some-name a --short`. */
const flags = (options) => Object.entries(options).filter(([, value]) => value !== undefined && value !== false)
  .flatMap(([name, value]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, ...(value === true ? [] : [String(value)])]);

/** A map as SVG. */
export function render(map, facts, options = {}) {
  const files = { map: bytes(map), facts: bytes(facts) };
  const read = (path) => { if (Object.hasOwn(files, path)) return files[path]; throw absent(path); };
  return text([done(['render', 'map', 'facts', ...flags(options)], { read })]).trimEnd();
}

const PAGE = '.summit-map-page.html';

/** The page with every <summit-map src facts> drawn in. */
export function prerender(html, { folder = '.', read = (address) => readFileSync(resolve(folder, address)) } = {}) {
  let page = bytes(html);
  done(['prerender', PAGE], {
    read: (path) => (path === PAGE ? page : bytes(read(path))),
    write: (_, filled) => { page = filled; },
  });
  return text([page]);
}
