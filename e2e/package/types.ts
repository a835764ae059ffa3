// What TypeScript says of the package; never run.
import { parts, SummitMapElement, type SummitMapAttributes } from 'summit-map';
import { SummitMapElement as Same } from 'summit-map/element';
import { SummitMapElement as Inlined } from 'summit-map/inline';
import { SummitMapStaticElement } from 'summit-map/static';
import { command, prerender, render } from 'summit-map/node';

const map = document.querySelector('summit-map')!;
const made: SummitMapElement = document.createElement('summit-map');
const classes: (typeof SummitMapElement)[] = [Same, Inlined];
const picture: HTMLElement = new SummitMapStaticElement();
map.src = 'americas.arcs';
map.facts = null;
map.select('MEX');
map.select(null);
map.addEventListener('summit-map-ready', ({ detail }) => detail.regions.toFixed() + detail.unmatched.join());
map.addEventListener('summit-map-select', ({ detail }) => detail.id?.length);
map.addEventListener('click', (event) => event.clientX);
document.addEventListener('summit-map-error', ({ detail: { code, retryable } }) => code === 'network' && retryable);
const attributes: SummitMapAttributes = { src: 'a', facts: 'b', 'deep-links': true, timeout: 1000 };
parts.worker = false;
parts.widget = new URL('https://a.example/widget_bg.wasm');
const svg: string = render('{}', { schema: 'summit-map/1' }, {});
const page: string = prerender('<p>', { read: (address) => address });
const code: number = command(['check', 'a', 'b']).code;

// @ts-expect-error a region is named by its id
map.select(3);
// @ts-expect-error there is no such property
map.source = 'a';
// @ts-expect-error there is no such code
map.addEventListener('summit-map-error', ({ detail }) => detail.code === 'wrong');
// @ts-expect-error a worker is an address
parts.worker = true;

export { attributes, classes, code, made, page, picture, svg };
