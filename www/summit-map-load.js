// What all maps of a page share: the program of the widget, the engine, and the files that are fetched.

export const typed = (code, message, more) => Object.assign(new Error(message), { code, ...more });
export const gone = (message) => typed('gone', message);

const KEEP_MS = 10000; // so long another map of the page is spared a fetch of the same file

/** Calls `then` when the page is idle, at most two seconds from now. */
export const wait = (then) => (globalThis.requestIdleCallback ?? setTimeout)(then, { timeout: 2000 });

/** The promise, or what the signal says before it. */
const until = (signal, promise, failed) => new Promise((done, fail) => {
  const stop = () => fail(failed(signal.reason));
  signal.aborted ? stop() : signal.addEventListener('abort', stop, { once: true });
  promise.then(done, fail);
});

const attempts = {}, programs = {};
/** A module of the wasm. One that failed or hangs is fetched anew at the next call, by another address. */
export function program(name, signal) {
  const again = attempts[name] ? `?${attempts[name]}` : '';
  const start = async () => {
    const module = again ? await import(new URL(`./pkg/${name}.js${again}`, import.meta.url).href)
      : await (name === 'widget' ? import('./pkg/widget.js') : import('./pkg/engine.js'));
    await module.default(again ? { module_or_path: new URL(`./pkg/${name}_bg.wasm${again}`, import.meta.url) } : undefined);
    return module;
  };
  const failed = (code, why) => {
    attempts[name] = (attempts[name] ?? 0) + 1;
    delete programs[name];
    return typed(code, `the map program ${why}`, { retryable: true });
  };
  programs[name] ??= start().catch((error) => { throw failed('core', `could not be loaded: ${error.message}`); });
  return until(signal, programs[name], (reason) => (reason.code === 'timeout' ? failed('timeout', 'took too long') : reason));
}

let shared; // one engine for all maps of the page, until it ends
export async function engine(signal) {
  const { Engine } = await program('engine', signal);
  return (shared ??= here(new Engine()));
}

/** An engine on the page's own thread. A trap leaves it damaged, so it is not used again. */
function here(own) {
  const used = {
    async ask(number, request, [first, second] = []) {
      if (shared !== used) throw typed('core', 'the map program has ended', { retryable: true });
      const empty = new Uint8Array();
      try { return own.handle(number, request, first ?? empty, second ?? empty); } catch (error) {
        shared = undefined;
        throw typed('core', `the map program has ended: ${error.message}`, { retryable: true });
      }
    },
  };
  return used;
}

const files = new Map();
/** The bytes of a file. Maps that ask for the same one at the same time share the fetch. */
export function bytes(url, signal) {
  const file = files.get(url) ?? fetched(url);
  file.users += 1;
  const left = () => (file.users -= 1) || file.stop.abort(signal.reason);
  signal.addEventListener('abort', left, { once: true });
  return until(signal, file.bytes, (reason) => (reason.code === 'timeout' ? slow(url) : reason));
}

const slow = (url) => typed('timeout', `${url} took too long`, { url, retryable: true });

function fetched(url) {
  const stop = new AbortController(), file = { users: 0, stop, bytes: read(url, stop.signal) };
  files.set(url, file);
  const forget = () => files.get(url) === file && files.delete(url);
  stop.signal.addEventListener('abort', forget);
  file.bytes.then(() => setTimeout(forget, KEEP_MS), forget);
  return file;
}

async function read(url, signal) {
  let response;
  try {
    response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'strict-origin-when-cross-origin' });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw signal.aborted ? signal.reason : typed('network', `${url} could not be loaded`, { url, retryable: true });
  }
  throw typed('http', `${url} was answered with ${response.status}; check the address`, { url, status: response.status, retryable: response.status >= 500 });
}
