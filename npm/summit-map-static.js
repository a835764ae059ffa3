// <summit-map> as a picture: shows a map that `prerender` has drawn into the page, and loads nothing. A page that comes
// as HTML needs no script for that. One that a script has put together does: declarative shadow roots are read by the
// parser of pages alone, and by no browser of before 2024.

const Base = globalThis.HTMLElement ?? class {};

export class SummitMapStaticElement extends Base {
  connectedCallback() {
    const unread = this.querySelector(':scope > template[shadowrootmode]');
    if (!unread || this.shadowRoot) return;
    this.attachShadow({ mode: 'open' }).append(unread.content);
    unread.remove();
  }
}

if (globalThis.customElements && !customElements.get('summit-map')) customElements.define('summit-map', SummitMapStaticElement);
