// The <summit-map> element: fetches the files, hands them to the wasm core, shows what went wrong.
// Attributes: src (GeoJSON), facts (JSON; {lang} is the language), more (further facts), fine (GeoJSON for zooming in), prefix,
// selected (a region's id), deep-links, timeout (ms). Events: summit-map-ready, -select, -view, -error, -language.
import init, { SummitMap } from './pkg/widget.js';

const [STYLES, TIMEOUT_MS, FINE_ZOOM] = [new URL('./summit-map.css', import.meta.url).href, 15000, 1.9];
const PROPERTIES = ['src', 'facts', 'more', 'fine', 'prefix', 'selected'];
const WORDS = { // the button, what is going on, a fault of the way, one of the data, what still holds
  en: ['Try again', 'Loading the map', 'The map could not be loaded fully.', 'There is a fault in the data of the map.', 'The map shown still holds.'],
  es: ['Intentar de nuevo', 'Cargando el mapa', 'El mapa no se pudo cargar por completo.', 'Hay un error en los datos del mapa.', 'El mapa que se muestra sigue siendo válido.'],
  pt: ['Tentar de novo', 'Carregando o mapa', 'Não foi possível carregar o mapa por completo.', 'Há um erro nos dados do mapa.', 'O mapa mostrado continua válido.'],
  fr: ['Réessayer', 'Chargement de la carte', 'La carte n’a pas pu être chargée entièrement.', 'Les données de la carte contiennent une erreur.', 'La carte affichée reste valable.'],
};
const typed = (code, message, more) => Object.assign(new Error(message), { code, ...more });
const detail = ({ code = 'internal', message, line, column, url, status, retryable = false }) => ({ code, message, line, column, url, status, retryable });
const make = (name, more) => Object.assign(document.createElement(name), more);

let module; // one for all elements of the page; a load that failed or hangs may be tried again
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
  throw typed('http', `${url} was answered with ${response.status}; check the address`, { url, status: response.status, retryable: response.status >= 500 });
}

export class SummitMapElement extends HTMLElement {
  static observedAttributes = [...PROPERTIES, 'lang'];
  #root = this.shadowRoot ?? this.#newRoot(); // a prerendered one is there before any script runs
  #view; #loading; #shown; #taken = {}; #queued; #home; #report;
  #language = () => (this.closest('[lang]') ?? document.documentElement).lang.split('-')[0].toLowerCase();
  #code = () => (this.#language() in WORDS ? this.#language() : 'en');

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
    this.addEventListener('summit-map-view', this.#viewed), this.addEventListener('summit-map-select', this.#selected);
    if (this.#home !== this.ownerDocument) this.#leave();
    if (!this.#report) return this.#queue();
    this.#view.moved(), this.#tell('ready', { ...this.#report, adopted: true }); // within the page: it stays as it is
  }

  disconnectedCallback() { queueMicrotask(() => this.isConnected || this.#leave()); } // one that is only moved is back by then

  #leave() {
    for (const each of [this.#loading, this.#shown]) each?.abort(typed('gone', 'the element was removed'));
    this.#view?.free();
    [this.#loading, this.#shown, this.#view, this.#report, this.#home] = [,,,, this.ownerDocument];
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name !== 'selected') this.#queue();
    else try { this.select(now); } catch (error) { this.#fail(error); }
  }

  /** Opens the card of a region, or with null closes it. Throws for a region that the map lacks. */
  select(id) { this.#view ? this.#view.select(id ?? undefined) : this.selected = id; } // with which the map will begin

  #queue() { // several attributes set in one task are one load
    this.#queued ??= Promise.resolve().then(() => (this.#queued = undefined, this.isConnected && this.#load()));
  }

  async #load() {
    this.#loading?.abort(typed('gone', 'newer data was asked for'));
    const loading = (this.#loading = new AbortController()), code = this.#code();
    const timer = setTimeout(() => loading.abort(typed('timeout', 'timeout')), Number(this.getAttribute('timeout')) || TIMEOUT_MS);
    if (!this.#root.querySelector('figure, .loading')) this.#root.prepend(make('p', { className: 'loading', role: 'status', textContent: WORDS[this.#code()][1] }));
    try {
      const files = Promise.all(['src', 'facts'].map((name) => bytes(this.#url(name), loading.signal)));
      const [[map, facts]] = await Promise.all([files, core(loading.signal)]);
      if (this.#loading !== loading) return;
      this.#view ??= new SummitMap(this, this.#root);
      const isWaiting = this.#root.querySelector('.error:focus-within'); // for the map that it asked for again
      const report = (this.#report = this.#view.setData(map, facts, { prefix: this.prefix ?? undefined,
        language: this.#language(), hasLanguages: this.facts.includes('{lang}'), hasLinks: this.hasAttribute('deep-links') }));
      this.#shown?.abort(typed('gone', 'newer data is shown'));
      this.#shown = Object.assign(new AbortController(), { code });
      if (this.#clear() || isWaiting) this.#root.querySelector('.map [tabindex="0"]')?.focus();
      this.#tell('ready', report);
      this.#viewed({ target: this, detail: report }), this.#selected({ target: this });
      if (this.selected !== null) this.select(this.selected);
    } catch (error) {
      if (this.#loading === loading && error.code !== 'gone') this.#fail(error);
    } finally { clearTimeout(timer); }
  }

  // Finer shapes are worth their bytes only to those who look closely; further facts can come after the map.
  #viewed = ({ target, detail: { zoom } }) => {
    if (target === this && this.#report && (this.#report = { ...this.#report, zoom }) && zoom >= FINE_ZOOM) this.#later('fine', 'refine');
  };
  #selected = ({ target }) => target === this && this.#later('more', 'addFacts');
  async #later(name, take) { // the map is as good as it was without; where it does not come, the next occasion asks again
    const shown = this.#shown; // not what is being loaded: that may yet fail
    if (!this[name] || !this.#report || this.#taken[name] === shown) return;
    try {
      const file = await bytes(this.#url(name, shown.code), (this.#taken[name] = shown).signal);
      if (this.#shown === shown) this.#view[take](file);
    } catch (error) { delete this.#taken[name], error.code !== 'gone' && this.#tell('error', detail(error)); }
  }

  #url(name, code = this.#code()) {
    const value = this.getAttribute(name);
    if (!value) throw typed(`missing-${name}`, `the attribute ${name} is missing; give it the address of a file`);
    return new URL(value.replace('{lang}', code), document.baseURI).href;
  }

  #clear() { // how much is gone with the focus in it
    const boxes = [...this.#root.querySelectorAll('.error, .loading')];
    return boxes.filter((box) => [box.matches(':focus-within'), box.remove()][0]).length;
  }

  #fail(error) {
    const [again, , network, data, holds] = WORDS[this.#code()], figure = this.#root.querySelector('figure');
    const box = make('div', { className: 'error', part: 'error', role: 'alert', lang: this.#code() });
    const retry = make('button', { type: 'button', textContent: again, onclick: () => this.#queue() });
    box.append(`${error.retryable ? network : data} ${figure ? holds : ''}`, retry, make('small', { lang: 'en', textContent: error.message }));
    const hadFocus = this.#clear();
    (figure ?? this.#root).append(box), hadFocus && retry.focus();
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
