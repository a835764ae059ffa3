// The class of the <summit-map> element: fetches the files, connects the widget in the page with the engine that draws,
// shows what went wrong. Attributes: src (GeoJSON), facts (JSON; {lang} is the language), more (further facts),
// fine (GeoJSON for zooming in), prefix, selected (a region's id), deep-links, timeout (ms); in place of facts
// data (a table), join and value (its columns), and how to draw them (OWN). Properties: map and data take objects.
// Events: summit-map-ready, -select, -view, -error, -language, -join.
import { beside, bytes, engine, gone, hear, languageOf, make, parts, program, typed, wait } from './summit-map-load.js';

export { parts };

const TIMEOUT_MS = 15000;
const LARGE = 1e6; // bytes of a file that is worth telling of while it comes
const PROPERTIES = ['src', 'facts', 'more', 'fine', 'prefix', 'selected'];
const OWN = ['data', 'join', 'value', 'label', 'heading', 'subtitle', 'source', 'source-url', 'date', 'unit', 'method', 'classes', 'limits', 'ramp', 'region-word', 'regions-word', 'object', 'projection', 'center', 'no-data', 'midpoint', 'decimal'];
const WORDS = { // the button, what is going on, a fault of the way, one of the data, what still holds, what goes on then, another button
  en: ['Try again', 'Loading the map', 'The map could not be loaded fully.', 'There is a fault in the data of the map.', 'The map shown still holds.', 'Drawing the map', 'Cancel'],
  es: ['Intentar de nuevo', 'Cargando el mapa', 'El mapa no se pudo cargar por completo.', 'Hay un error en los datos del mapa.', 'El mapa que se muestra sigue siendo válido.', 'Dibujando el mapa', 'Cancelar'],
  pt: ['Tentar de novo', 'Carregando o mapa', 'Não foi possível carregar o mapa por completo.', 'Há um erro nos dados do mapa.', 'O mapa mostrado continua válido.', 'Desenhando o mapa', 'Cancelar'],
  fr: ['Réessayer', 'Chargement de la carte', 'La carte n’a pas pu être chargée entièrement.', 'Les données de la carte contiennent une erreur.', 'La carte affichée reste valable.', 'Tracé de la carte', 'Annuler'],
};
const detail = ({ code = 'internal', message, line, column, url, status, retryable = false }) => ({ code, message, line, column, url, status, retryable });
const Base = globalThis.HTMLElement ?? class {}; // where there is no page, a server may import this all the same

let elements = 0;

export class SummitMapElement extends Base {
  static observedAttributes = [...PROPERTIES, ...OWN, 'lang'];
  #root = this.shadowRoot ?? this.#newRoot(); // a prerendered one is there before any script runs
  #number = (elements += 1); // by which the engine knows it
  #view; #engine; #loading; #shown; #taken = {}; #queued; #home; #report; #hurry; #ends = 0; #isAgain = false; #given = {}; #waiting = []; #deaf;
  #language = () => languageOf(this);
  #code = () => (this.#language() in WORDS ? this.#language() : 'en');

  #newRoot() {
    const root = this.attachShadow({ mode: 'open' });
    const unread = this.querySelector(':scope > template[shadowrootmode]'); // by a browser of before 2024
    const styles = parts.styles ?? beside('summit-map.css');
    if (unread) root.append(unread.content), unread.remove();
    else if (styles.replaceSync) root.adoptedStyleSheets = [styles], root.append(make('slot'));
    else root.append(make('link', { rel: 'stylesheet', href: styles }), make('slot'));
    return root;
  }

  connectedCallback() {
    for (const name of [...PROPERTIES, 'map', 'data'].filter((name) => Object.hasOwn(this, name))) {
      const value = this[name]; // set before the element was defined, it hides the accessor
      delete this[name], this[name] = value;
    }
    this.addEventListener('summit-map-view', this.#viewed);
    if (this.#home !== this.ownerDocument) this.#leave();
    if (this.hasAttribute('author')) import('./summit-map-own.js').then(({ accept }) => accept(this, this.#root, (name, given) => this.#give(name, given)));
    if (!this.#report) return this.#queue();
    this.#view.moved(), this.#tell('ready', { ...this.#report, adopted: true }); // within the page: it stays as it is
  }

  disconnectedCallback() { queueMicrotask(() => this.isConnected || this.#leave()); } // one that is only moved is back by then

  #leave() {
    for (const each of [this.#loading, this.#shown]) each?.abort(gone('the element was removed'));
    this.#engine?.ask(this.#number, 'close\t').catch(() => {}), this.#deaf?.(), this.#view?.free();
    [this.#loading, this.#shown, this.#view, this.#engine, this.#report, this.#home] = [,,,,, this.ownerDocument];
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name !== 'selected') this.#isAgain = false, this.#queue();
    else try { this.select(now); } catch (error) { this.#fail(error); }
  }

  /** Opens the card of a region, or with null closes it. Throws for a region that the map lacks. */
  select(id) { this.#report ? this.#view.select(id ?? undefined) : this.selected = id; } // with which the map will begin

  /** Rows of a table as objects, in place of the file that `data` names; or its address. */
  get data() { return this.#given.data ?? this.getAttribute('data'); }
  set data(rows) { this.#give('data', rows); }
  /** A map as an object, GeoJSON or TopoJSON, in place of the file that `src` names. */
  get map() { return this.#given.src ?? null; }
  set map(map) { this.#give('src', map); }

  #give(name, value) { // bytes, an object, or an address
    const isGiven = value != null && typeof value !== 'string';
    this.#given[name] = isGiven ? value : undefined;
    if (typeof value === 'string') this.setAttribute(name, value);
    else if (this.isConnected) this.#queue();
  }

  #isOwn = () => !this.#given.facts && (this.#given.data || !this.hasAttribute('facts') && (this.hasAttribute('data') || this.hasAttribute('value')));

  #file(name, code, signal, tell) {
    const given = this.#given[name];
    if (given) return given instanceof Uint8Array ? given : new TextEncoder().encode(JSON.stringify(given));
    return name === 'data' && !this.data ? undefined : bytes(this.#url(name, code), signal, tell);
  }

  async #readable([map, second], code, signal) { // what the engine can read
    const start = new TextDecoder().decode(map.subarray(0, 300)), isOwn = this.#isOwn();
    if (!isOwn && !this.hasAttribute('object') && !start.includes('"Topology"')) return [map, second];
    const { imported, settings } = await import('./summit-map-own.js');
    const made = await imported(isOwn ? settings(this, OWN, code) : undefined, map, isOwn ? second : undefined, signal);
    if (signal.aborted) throw signal.reason;
    if (made.failed) this.#view.receive(made.failed);
    if (!isOwn) return [made.map, second];
    this.#tell('join', JSON.parse(made.report));
    return [made.map, made.facts];
  }

  #queue() { // several attributes set in one task are one load
    this.#queued ??= Promise.resolve().then(() => (this.#queued = undefined, this.isConnected && this.#load()));
  }

  async #load() {
    this.#loading?.abort(gone('newer data was asked for'));
    const loading = (this.#loading = new AbortController()), code = this.#code();
    if (!this.#root.querySelector('figure, .loading')) this.#root.prepend(make('p', { className: 'loading', role: 'status', textContent: WORDS[code][1] }));
    try {
      const { SummitMap } = await this.#timed(loading, program('widget', loading.signal));
      if (this.#loading !== loading) return;
      this.#view ??= this.#listening(new SummitMap(this, this.#root, (what, request) => this.#call(what, request)));
      const report = this.#report ? undefined : this.#view.adopt(code);
      if (report) {
        this.#started(report, code);
        await new Promise((done) => (this.#hurry === 'now' ? done() : wait(this.#hurry = done))); // the page answers; what draws anew can come later
        if (this.#loading !== loading) return;
      }
      await this.#timed(loading, this.#open(loading, code));
    } catch (error) {
      if (this.#loading === loading && error.code !== 'gone') this.#stopped(error);
    }
  }

  #listening(view) { return this.#deaf = hear(this.ownerDocument.defaultView, view), view; }

  async #timed(loading, work) {
    const timer = setTimeout(() => loading.abort(typed('timeout', 'timeout')), Number(this.getAttribute('timeout')) || TIMEOUT_MS);
    try { return await work; } finally { clearTimeout(timer); }
  }

  async #open(loading, code) { // the files, and the engine that reads them
    const tell = (got, of) => this.#loading === loading && got > LARGE && this.#progress(got, of, code);
    const files = ['src', this.#isOwn() ? 'data' : 'facts'].map((name) => this.#file(name, code, loading.signal, tell));
    const [used, ...got] = await Promise.all([engine(loading.signal), ...files]);
    if (this.#loading !== loading) return;
    this.#progress(0, 0, code);
    this.#engine = used;
    const data = await this.#readable(got, code, loading.signal);
    if (this.#loading !== loading) return;
    const request = this.#view.opening({ prefix: this.prefix ?? undefined, language: this.#language(),
      hasLanguages: !!this.facts?.includes('{lang}'), hasLinks: this.hasAttribute('deep-links'), hasMore: !!this.more });
    const reply = await used.ask(this.#number, request, data, loading.signal);
    if (this.#loading !== loading) return;
    for (const done of this.#waiting.splice(0)) done();
    const report = this.#view.receive(reply);
    if (!report.adopted || !this.#report) this.#started(report, code);
    else this.#settle();
  }

  #progress(got, of, code) { // of a file that comes, or of what goes on with it
    const box = this.#root.querySelector('.loading'), bar = box?.querySelector('progress');
    if (!box || !(got || bar)) return;
    if (!bar) {
      const cancel = () => this.#loading.abort(typed('cancelled', 'the reader has cancelled', { retryable: true }));
      box.append(make('progress', { ariaLabel: WORDS[code][1] }), make('span', { ariaHidden: true }),
        make('button', { type: 'button', textContent: WORDS[code][6], onclick: cancel }));
    }
    const [, shown, told] = box.childNodes, mb = (bytes) => (bytes / 1e6).toFixed(0);
    if (got && of >= got) [shown.max, shown.value] = [of, got];
    else shown.removeAttribute('value');
    told.textContent = got ? `${mb(got)}${of ? ` / ${mb(of)}` : ''} MB` : '';
    if (!got) box.firstChild.data = shown.ariaLabel = WORDS[code][5];
  }

  #viewed = ({ target, detail: { zoom } }) => { if (target === this && this.#report) this.#report = { ...this.#report, zoom }; };

  #started(report, code) { // what is shown from now on
    this.#report = report;
    this.#shown?.abort(gone('newer data is shown'));
    this.#shown = Object.assign(new AbortController(), { code });
    this.#settle();
    const isAgain = this.#isAgain && !(this.#isAgain = false); // the same map, by another engine
    isAgain || this.#tell('ready', report);
    if (this.hasAttribute('downloads')) import('./summit-map-export.js').then(({ offer }) => offer(this, this.#root, (request) => this.#asked(request)));
    if (this.selected !== null) this.select(this.selected);
  }

  async #call(what, request) { // of the widget
    if (what === 'engine') return typeof this.#hurry === 'function' ? this.#hurry() : (this.#hurry = 'now');
    if (what !== 'ask') return this.#later(what, { fine: 'refine\t', more: 'facts\t' }[what]);
    const used = this.#engine;
    try {
      const reply = await used?.ask(this.#number, request);
      if (used && this.#engine === used) this.#view.receive(reply);
    } catch (error) { if (this.#engine === used) this.#stopped(error); }
  }

  async #asked(request) { // of the engine, for a file
    if (!this.#engine) this.#call('engine'), await new Promise((done) => (this.#waiting.push(done)));
    return this.#view.receive(await this.#engine.ask(this.#number, request));
  }

  #stopped(error) { // an engine that has ended is followed by another, which reads the files again; the widget stays as it is
    if (!error.ended || (this.#ends += 1) > 3) return this.#fail(error);
    [this.#engine, this.#isAgain] = [undefined, !!this.#report], this.#queue();
  }

  async #later(name, request) { // the map is as good as it was without; where it does not come, the next occasion asks again
    const shown = this.#shown, used = this.#engine; // not what is being loaded: that may yet fail
    if (!this[name] || !shown || !used || this.#taken[name] === shown) return;
    try {
      const file = await bytes(this.#url(name, shown.code), (this.#taken[name] = shown).signal);
      const reply = await used.ask(this.#number, request, [file], shown.signal);
      if (this.#shown === shown) this.#view.receive(reply);
    } catch (error) {
      delete this.#taken[name];
      if (error.ended) this.#engine === used && this.#stopped(error);
      else if (error.code !== 'gone') this.#tell('error', detail(error));
    }
  }

  #url(name, code) {
    const value = this.getAttribute(name);
    if (!value) throw typed(`missing-${name}`, `the attribute ${name} is missing; give it the address of a file`);
    return new URL(value.replace('{lang}', code), document.baseURI).href;
  }

  #settle() { // nothing is waited for; who has asked for the map again goes on there
    if (this.#clear()) this.#root.querySelector('.map [tabindex="0"]')?.focus();
  }

  #clear() { // how much is gone with the focus in it
    const boxes = [...this.#root.querySelectorAll('.error, .loading')];
    return boxes.filter((box) => [box.matches(':focus-within'), box.remove()][0]).length;
  }

  #fail(error) {
    const [again, , network, data, holds] = WORDS[this.#code()], figure = this.#root.querySelector('figure');
    const box = make('div', { className: 'error', part: 'error', role: 'alert', lang: this.#code() });
    const retry = make('button', { type: 'button', textContent: again, onclick: () => (this.#ends = 0, this.#queue()) });
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
