// The <summit-map> element: fetches the files, hands them to the wasm core, shows what went wrong.
// Attributes: src (GeoJSON), facts (JSON), selected (a region's id), prefix, timeout (ms).
// Method: select(id). Events: summit-map-ready, summit-map-select, summit-map-error.
import init, { SummitMap } from './pkg/summit_map.js';

const [STYLES, TIMEOUT_MS] = [new URL('./summit-map.css', import.meta.url).href, 15000];
const PROPERTIES = ['src', 'facts', 'prefix', 'selected'];
const typed = (code, message, more) => Object.assign(new Error(message), { code, ...more });

// One module for all elements of the page; a load that failed or hangs may be tried again.
let module;
const core = (signal) => new Promise((done, fail) => {
  const failed = (code, why) => fail(typed(code, `the map program ${why}`, { retryable: true }), module = undefined);
  signal.addEventListener('abort', () => signal.reason.code === 'timeout' && failed('timeout', 'took too long'));
  (module ??= init()).then(done, (error) => failed('core', `could not be loaded: ${error.message}`));
});

async function bytes(url, signal) {
  let response;
  try {
    response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'strict-origin-when-cross-origin' });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal.reason?.code === 'gone') throw signal.reason;
    const code = signal.aborted ? 'timeout' : 'network';
    throw typed(code, `${url} ${signal.aborted ? 'took too long' : 'could not be loaded'}`, { url, retryable: true });
  }
  const { status } = response;
  throw typed('http', `${url} was answered with ${status}; check the address`, { url, status, retryable: status >= 500 });
}

export class SummitMapElement extends HTMLElement {
  static observedAttributes = [...PROPERTIES, 'lang'];
  // A prerendered element has its root before any script runs.
  #root = this.shadowRoot ?? this.#newRoot();
  #view;
  #loading;
  #queued = false;

  #newRoot() {
    const root = this.attachShadow({ mode: 'open' });
    const template = this.querySelector(':scope > template[shadowrootmode]');
    if (template) {
      // A browser from before declarative shadow roots left the template unread.
      root.append(template.content);
      template.remove();
    } else {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: STYLES });
      root.append(link, document.createElement('slot'));
    }
    return root;
  }

  connectedCallback() {
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(this, name))) {
      const value = this[name]; // set before the element was defined, it hides the accessor
      delete this[name];
      this[name] = value;
    }
    this.#queue();
  }

  disconnectedCallback() {
    this.#loading?.abort(typed('gone', 'the element was removed'));
    const view = this.#view; // it may be telling this very event, so it is freed after
    queueMicrotask(() => view?.free());
    this.#loading = this.#view = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name !== 'selected') return this.#queue();
    try {
      this.select(now);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Pins the popup of a region, or with null closes it. Throws for a region that the map lacks. */
  select(id) {
    this.#view?.select(id ?? undefined);
  }

  // Several attributes set in one task are one load.
  #queue() {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#load();
    });
  }

  async #load() {
    this.#loading?.abort(typed('gone', 'newer data was asked for'));
    const loading = (this.#loading = new AbortController());
    const delay = Number(this.getAttribute('timeout')) || TIMEOUT_MS;
    const timer = setTimeout(() => loading.abort(typed('timeout', 'timeout')), delay);
    try {
      const urls = ['src', 'facts'].map((name) => this.#url(name));
      const files = Promise.all(urls.map((url) => bytes(url, loading.signal)));
      const [[map, facts]] = await Promise.all([files, core(loading.signal)]);
      if (this.#loading !== loading) return;
      this.#view ??= new SummitMap(this, this.#root);
      // Only what the author set; the defaults are the core's.
      const options = { prefix: this.prefix ?? undefined, language: this.closest('[lang]')?.lang };
      const report = this.#view.setData(map, facts, options);
      this.#root.querySelector('.error')?.remove();
      this.#tell('ready', report);
      if (this.selected !== null) this.select(this.selected);
    } catch (error) {
      if (this.#loading === loading && error.code !== 'gone') this.#fail(error);
    } finally {
      clearTimeout(timer);
    }
  }

  #url(name) {
    const value = this.getAttribute(name);
    if (!value) throw typed(`missing-${name}`, `the attribute ${name} is missing; give it the address of a file`);
    return new URL(value, document.baseURI).href;
  }

  #fail(error) {
    const { code = 'internal', message, line, column, url, status, retryable = false } = error;
    const box = Object.assign(document.createElement('p'), { className: 'error', role: 'alert' });
    const retry = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Try again' });
    box.setAttribute('part', 'error');
    retry.addEventListener('click', () => this.#queue());
    box.append(message, retry);
    this.#root.querySelector('.error')?.remove();
    (this.#root.querySelector('figure') ?? this.#root).append(box);
    this.#tell('error', { code, message, line, column, url, status, retryable });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`summit-map-${name}`, { bubbles: true, composed: true, detail }));
  }
}

for (const name of PROPERTIES) {
  Object.defineProperty(SummitMapElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name); },
    set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
  });
}
if (!customElements.get('summit-map')) customElements.define('summit-map', SummitMapElement);
