// What all maps of a page share: the program of the widget, the engine, and the files that are fetched.

export const typed = (code, message, more) => Object.assign(new Error(message), { code, ...more });
export const gone = (message) => typed('gone', message);

/** Where the parts of the map are, if not beside this file; to be set before the first map of a page.
    `styles`: an address or a CSSStyleSheet. `widget`, `engine`: the wasm. `worker`: an address, or false for none. */
export const parts = {};

const HERE = import.meta.url;
export const isWhole = /^http.*\/summit-map-load\.js/.test(HERE); // a bundler puts it elsewhere, and sees to the addresses
/** The address of a file beside this one; said so that no bundler takes it for one that it must see to. */
export const beside = (file) => HERE.replace(/[^/]*$/, file);

/** The language that holds for an element, as its primary subtag. */
export const languageOf = (element) => (element.closest('[lang]') ?? document.documentElement).lang.split('-')[0].toLowerCase();

/** An HTML element with these properties and children. */
export const make = (name, more, ...children) => {
  const made = Object.assign(document.createElement(name), more);
  made.append(...children);
  return made;
};

const KEEP_MS = 10000; // so long another map of the page is spared a fetch of the same file

/** Calls `then` when the page is idle, at most two seconds from now. */
export const wait = (then) => (globalThis.requestIdleCallback ?? setTimeout)(then, { timeout: 2000 });

/** The promise, or what the signal says before it. */
const until = (signal, promise, failed) => new Promise((done, fail) => {
  let isOver = false; // what comes after it is about something else
  const stop = () => isOver || fail(failed(signal.reason));
  signal.aborted ? stop() : signal.addEventListener('abort', stop, { once: true });
  promise.then(done, fail).finally(() => { isOver = true; });
});

const attempts = {}, programs = {};
const drop = (name) => {
  attempts[name] = (attempts[name] ?? 0) + 1;
  delete programs[name];
};
/** A module of the wasm. One that failed or hangs is fetched anew at the next call, by another address. */
export function program(name, signal) {
  const again = isWhole && attempts[name] ? `?${attempts[name]}` : '';
  const start = async () => {
    const module = again ? await import(/* webpackIgnore: true */ /* @vite-ignore */ beside(`pkg/${name}.js${again}`))
      : await (name === 'widget' ? import('./pkg/widget.js') : import('./pkg/engine.js'));
    const wasm = parts[name] ?? (again && beside(`pkg/${name}_bg.wasm${again}`));
    await module.default(wasm ? { module_or_path: wasm } : undefined);
    return module;
  };
  const failed = (code, why) => (drop(name), typed(code, `the map program ${why}`, { retryable: true }));
  programs[name] ??= start().catch((error) => { throw failed('core', `could not be loaded: ${error.message}`); });
  return until(signal, programs[name], (reason) => (reason.code === 'timeout' ? failed('timeout', 'took too long') : reason));
}

const ASK_MS = 15000; // a drawing that takes longer hangs
const NOTHING = new Uint8Array();
const ended = (why) => typed('core', `the map program has ended${why ? `: ${why}` : ''}`, { retryable: true, ended: true });

let shared; // one engine for all maps of the page, until it ends
let hasWorker = true; // until one could not be started
/** The engine: in a worker, or on the page's own thread where a worker may not run. */
export function engine(signal) {
  const mine = (shared ??= begin());
  mine.catch(() => shared === mine && (shared = undefined));
  return until(signal, shared, (reason) => {
    if (reason.code !== 'timeout') return reason;
    [shared, hasWorker] = [undefined, false], drop('engine');
    return typed('timeout', 'the map program took too long', { retryable: true });
  });
}

async function begin() { // for all, whoever of them leaves
  if (hasWorker && parts.worker !== false) try { return await elsewhere(); } catch { hasWorker = false; }
  return here();
}

const POLICY = 'summit-map'; // of Trusted Types; needed for the address of the worker and nothing else
const workers = () => [parts.worker, beside('summit-map-worker.js'), beside('summit-map-import.js')];
let policy;
/** The address of a worker of ours as a strict page takes it. */
export const trusted = (address) => (globalThis.trustedTypes
  ? (policy ??= globalThis.trustedTypes.createPolicy(POLICY, { createScriptURL: (said) => workers().find((known) => known === said) ?? '' })).createScriptURL(address) : address);
let address;
function begun() {
  address ??= isWhole || parts.worker ? trusted(parts.worker ?? beside('summit-map-worker.js')) : '';
  if (address) return new Worker(address, { type: 'module' });
  return new Worker(new URL('./summit-map-worker.js', import.meta.url), { type: 'module' }); // as bundlers know it
}

async function elsewhere() {
  const worker = begun();
  const waiting = new Map();
  let asked = 0, over;
  const end = (why) => {
    shared = undefined, over = ended(why), worker.terminate();
    for (const { fail } of waiting.values()) fail(over);
  };
  const used = {
    ask: (number, request, [first, second] = [], signal) => new Promise((done, fail) => {
      if (over) return fail(over);
      const id = (asked += 1), timer = signal ? undefined : setTimeout(end, ASK_MS, 'it took too long');
      const settle = (then) => (value) => (waiting.delete(id), clearTimeout(timer), then(value));
      waiting.set(id, { done: settle(done), fail: settle(fail) });
      signal?.addEventListener('abort', () => (signal.reason.code === 'timeout' ? end('it took too long') : fail(signal.reason)));
      worker.postMessage([id, number, request, first ?? NOTHING, second ?? NOTHING], [first, second].flatMap(given));
    }),
  };
  return new Promise((done, fail) => {
    worker.onerror = (event) => (event.preventDefault?.(), end(event.message), fail(over));
    worker.onmessage = ({ data: [id, reply, error] }) => {
      if (id === undefined) error === undefined ? done(used) : (end(error), fail(over));
      else if (reply === undefined) end(error);
      else waiting.get(id)?.done(reply);
    };
  });
}

async function here() {
  const { Engine } = await program('engine', new AbortController().signal);
  const engine = new Engine();
  let over;
  return {
    async ask(number, request, [first, second] = []) {
      if (over) throw over;
      try { return engine.handle(number, request, first ?? NOTHING, second ?? NOTHING); } catch (error) {
        // A trap leaves it damaged.
        shared = undefined;
        throw (over = ended(error.message));
      }
    },
  };
}

const pages = new Map(), HEARD = ['keydown', 'click', 'pointermove', 'pointerup', 'pointercancel', 'hashchange', 'scroll', 'resize', 'beforeprint'];
/** Tells a view what happens in its window; all maps of a page listen together. Returns what ends it. */
export function hear(page, view) {
  const views = pages.get(page) ?? new Set(), tell = (views.tell ??= (event) => { for (const each of [...views]) views.has(each) && each.heard(event); });
  const change = (what) => {
    for (const kind of HEARD) page[what](kind, tell, true);
    views.wishes[what]('change', tell);
  };
  if (!views.size) pages.set(page, views), views.wishes = page.matchMedia('(prefers-reduced-motion: reduce)'), change('addEventListener');
  views.add(view);
  return () => { views.delete(view) && !views.size && (change('removeEventListener'), pages.delete(page)); };
}

const files = new Map(), fetches = new WeakMap();
const MOVED = 1e6; // bytes that are handed over, if nobody else waits for them: to copy them blocks the page
function given(bytes) {
  const file = bytes?.length > MOVED && fetches.get(bytes);
  return file?.users === 1 ? (file.forget(), [bytes.buffer]) : [];
}

/** The bytes of a file. Maps that ask for the same one at the same time share the fetch. `tell` is called with how many
    are there, and how many there will be, 0 if that is not known. */
export function bytes(url, signal, tell) {
  const file = files.get(url) ?? fetched(url);
  file.users += 1, tell && !file.isHere && file.tell.push(tell);
  const left = () => (file.users -= 1) || file.isHere || file.stop.abort(signal.reason);
  signal.addEventListener('abort', left, { once: true });
  return until(signal, file.bytes, (reason) => (reason.code === 'timeout' ? slow(url) : reason));
}

const slow = (url) => typed('timeout', `${url} took too long`, { url, retryable: true });

function fetched(url) {
  const stop = new AbortController(), tell = [], file = { users: 0, stop, tell, bytes: read(url, stop.signal, tell) };
  files.set(url, file);
  const forget = (file.forget = () => files.get(url) === file && files.delete(url));
  stop.signal.addEventListener('abort', forget);
  file.bytes.then((bytes) => (file.isHere = true, tell.length = 0, fetches.set(bytes, file), setTimeout(forget, KEEP_MS)), forget);
  return file;
}

async function read(url, signal, tell) {
  let response;
  try {
    response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'strict-origin-when-cross-origin' });
    if (response.ok) return await received(response, url, tell);
  } catch (error) {
    if (error.code === 'too-large') throw error;
    throw signal.aborted ? signal.reason : typed('network', `${url} could not be loaded`, { url, retryable: true });
  }
  throw typed('http', `${url} was answered with ${response.status}; check the address`, { url, status: response.status, retryable: response.status >= 500 });
}

const MOST = 300e6; // bytes; to read them takes several times as many
async function received({ body, headers }, url, tell) {
  const of = headers.get('content-encoding') ? 0 : Number(headers.get('content-length')), reader = body.getReader(), parts = [];
  let got = 0;
  const check = (size) => {
    if (size <= MOST) return;
    reader.cancel();
    throw typed('too-large', `${url} has more than ${MOST / 1e6} MB, which a page cannot read; simplify it, or leave out what is not shown`, { url });
  };
  check(of);
  for (let part; !(part = await reader.read()).done;) {
    parts.push(part.value), check(got += part.value.length);
    for (const each of tell) each(got, of);
  }
  const all = new Uint8Array(got);
  got = 0;
  for (const part of parts) all.set(part, got), got += part.length;
  return all;
}
