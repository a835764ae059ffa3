// Defines <summit-map>, where there is a page and nobody has defined it.
import { parts, SummitMapElement } from './summit-map-element.js';

if (globalThis.customElements && !customElements.get('summit-map')) customElements.define('summit-map', SummitMapElement);

export { parts, SummitMapElement };
