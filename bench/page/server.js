// Serves the pages of the benchmark from memory, compressed before the first of them is asked for.

import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const TYPES = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8', json: 'application/json', geojson: 'application/geo+json', wasm: 'application/wasm',
};
/** Above this, the best compression takes minutes, and a site would not do it for its data either. */
const LARGE = 2_000_000;

export async function start() {
  const files = new Map();
  let sent = [];

  async function add(path, body) {
    const content = Buffer.from(body);
    const quality = content.length > LARGE ? 5 : 11;
    const size = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    files.set(path, { body: await compress(content, { params: size }), type: TYPES[path.split('.').at(-1)] ?? TYPES.html });
  }

  async function addFolder(prefix, folder) {
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
      await add(prefix + path.slice(folder.length), await readFile(path));
    }
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = files.get(pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    sent.push({ path: pathname, bytes: file.body.length });
    response.writeHead(200, {
      'content-type': file.type, 'content-encoding': 'br', 'content-length': file.body.length,
      'cache-control': 'no-cache', vary: 'accept-encoding',
    });
    response.end(file.body);
  });
  // A connection that a browser keeps open must not end while it is about to be used.
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`, add, addFolder,
    /** What was sent since the last time it was asked. */
    take: () => { const list = sent; sent = []; return list; },
    stop: () => { server.closeAllConnections(); server.close(); },
  };
}
