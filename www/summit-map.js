// The <summit-map> element: fetches the files, hands them to the wasm core, shows what went wrong.
// Attributes: src (GeoJSON), facts (JSON; {lang} is the language), more (further facts), fine (GeoJSON for zooming in), prefix,
// selected (a region's id), deep-links, timeout (ms). Events: summit-map-ready, -select, -view, -error.
import init, { SummitMap } from './pkg/summit_map.js';

const [STYLES, TIMEOUT_MS, FINE_ZOOM] = [new URL('./summit-map.css', import.meta.url).href, 15000, 1.9];
const PROPERTIES = ['src', 'facts', 'more', 'fine', 'prefix', 'selected'];
const WORDS = {
  en: ['Try again', 'Loading the map'], es: ['Intentar de nuevo', 'Cargando el mapa'],
  pt: ['Tentar de novo', 'Carregando o mapa'], fr: ['Réessayer', 'Chargement de la carte'],
};
const typed = (code, message, more) => Object.assign(new Error(message), { code, ...more });
const detail = ({ code = 'internal', message, line, column, url, status, retryable = false }) => ({ code, message, line, column, url, status, retryable });
const make = (name, more) => Object.assign(document.createElement(name), more);

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
  #view; #loading; #fine; #told; #queued; #home; #report;
  #language = () => (this.closest('[lang]') ?? document.documentElement).lang.split('-')[0].toLowerCase();
  #words = () => WORDS[this.#language()] ?? WORDS.en;

  #newRoot() {
    const root = this.attachShadow({ mode: 'open' });
    const unread = this.querySelector(':scope > template[shadowrootmode]'); // by a browser of before 2024
    root.append(...(unread ? [unread.content] : [make('link', { rel: 'stylesheet', href: STYLES }), make('slot')]));
    unread?.remove();
    return root;
  }

  connectedCallback() {
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(this, name))) {
      const value = this[name]; // set before the element was defined, it hides the accessor
      delete this[name], this[name] = value;
    }
    this.addEventListener('summit-map-view', this.#refine);
    this.addEventListener('summit-map-select', this.#tellMore);
    if (this.#home !== this.ownerDocument) this.#leave();
    if (!this.#report) return this.#queue();
    this.#view.moved(), this.#tell('ready', { ...this.#report, adopted: true }); // within the page: it stays as it is
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#leave()); // one that is only moved is back by then
  }

  #leave() {
    this.#loading?.abort(typed('gone', 'the element was removed'));
    this.#view?.free();
    [this.#loading, this.#view, this.#fine, this.#told, this.#report, this.#home] = [,,,,, this.ownerDocument];
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name !== 'selected') this.#queue();
    else try { this.select(now); } catch (error) { this.#fail(error); }
  }

  /** Pins the popup of a region, or with null closes it. Throws for a region that the map lacks. */
  select(id) {
    this.#view ? this.#view.select(id ?? undefined) : this.selected = id; // with which the map will begin
  }

  // Several attributes set in one task are one load.
  #queue() {
    this.#queued ??= Promise.resolve().then(() => { this.#queued = undefined; if (this.isConnected) this.#load(); });
  }

  async #load() {
    this.#loading?.abort(typed('gone', 'newer data was asked for'));
    const loading = (this.#loading = new AbortController());
    const timer = setTimeout(() => loading.abort(typed('timeout', 'timeout')), Number(this.getAttribute('timeout')) || TIMEOUT_MS);
    if (!this.#root.querySelector('figure, .loading')) this.#root.prepend(make('p', { className: 'loading', role: 'status', textContent: this.#words()[1] }));
    try {
      const files = Promise.all(['src', 'facts'].map((name) => bytes(this.#url(name), loading.signal)));
      const [[map, facts]] = await Promise.all([files, core(loading.signal)]);
      if (this.#loading !== loading) return;
      this.#view ??= new SummitMap(this, this.#root);
      const report = (this.#report = this.#view.setData(map, facts, { prefix: this.prefix ?? undefined,
        language: this.#language(), hasLanguages: this.facts.includes('{lang}'), hasLinks: this.hasAttribute('deep-links') }));
      this.#root.querySelectorAll('.error, .loading').forEach((box) => box.remove());
      this.#tell('ready', report);
      this.#refine({ target: this, detail: report });
      this.#tellMore({ target: this });
      if (this.selected !== null) this.select(this.selected);
    } catch (error) {
      if (this.#loading === loading && error.code !== 'gone') this.#fail(error);
    } finally { clearTimeout(timer); }
  }

  // What the map can answer without; if it does not come, the next selection asks again.
  #tellMore = async ({ target }) => {
    const loading = this.#loading;
    if (target !== this || !this.more || !this.#report || this.#told === loading) return;
    this.#told = loading;
    try {
      const facts = await bytes(this.#url('more'), loading.signal);
      if (this.#loading === loading) this.#view.addFacts(facts);
    } catch (error) {
      this.#told = undefined;
      if (error.code !== 'gone') this.#tell('error', detail(error));
    }
  };
  // Finer shapes are worth their bytes only to those who look closely.
  #refine = async ({ target, detail: { zoom } }) => {
    const loading = this.#loading;
    if (target === this && this.#report) this.#report = { ...this.#report, zoom };
    if (target !== this || zoom < FINE_ZOOM || !this.fine || this.#fine === loading) return;
    this.#fine = loading;
    try {
      const map = await bytes(this.#url('fine'), loading.signal);
      if (this.#loading === loading) this.#view.refine(map);
    } catch (error) { // the map is as good as it was, and the next zoom tries again
      this.#fine = undefined;
      if (error.code !== 'gone') this.#tell('error', detail(error));
    }
  };

  #url(name) {
    const value = this.getAttribute(name);
    if (!value) throw typed(`missing-${name}`, `the attribute ${name} is missing; give it the address of a file`);
    return new URL(value.replace('{lang}', this.#language() in WORDS ? this.#language() : 'en'), document.baseURI).href;
  }

  #fail(error) {
    const box = make('p', { className: 'error', part: 'error', role: 'alert', lang: 'en' });
    const retry = { type: 'button', textContent: this.#words()[0], lang: this.#language(), onclick: () => this.#queue() };
    box.append(error.message, make('button', retry));
    this.#root.querySelectorAll('.error, .loading').forEach((box) => box.remove());
    (this.#root.querySelector('figure') ?? this.#root).append(box);
    this.#tell('error', detail(error));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`summit-map-${name}`, { bubbles: true, composed: true, detail }));
  }
}

for (const name of PROPERTIES) Object.defineProperty(SummitMapElement.prototype, name, {
  configurable: true, enumerable: true, get() { return this.getAttribute(name); },
  set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); } });
if (!customElements.get('summit-map')) customElements.define('summit-map', SummitMapElement);
