// summit-map, with the map drawn in the browser; the page that it ships has it drawn before.

import '/summit/summit-map.js';
import init from '/summit/pkg/widget.js';
import { box, drawn, factsUrl, mapUrl, offer, textOf } from './common.js';

const map = document.createElement('summit-map');
map.setAttribute('src', mapUrl);
map.setAttribute('facts', factsUrl);
const root = () => map.shadowRoot;
map.addEventListener('summit-map-ready', async () => {
  let zoom = 1;
  map.addEventListener('summit-map-view', ({ detail }) => { zoom = detail.zoom; });
  offer({
    zoom: () => zoom,
    hovered: textOf(() => root().querySelector('.popup h3')),
    // It has no function for this; the benchmark compares the drawing's box with the projection's.
    svg: () => root().querySelector('svg.map').getBoundingClientRect().toJSON(),
    shapes: () => {
      const boxes = [...root().querySelectorAll('svg.map .layer path')].map((path) => path.getBoundingClientRect())
        .filter(({ width }) => width > 0);
      const [low, high] = [Math.min, Math.max].map((most) => (side) => most(...boxes.map((box) => box[side])));
      return { left: low('left'), top: low('top'), right: high('right'), bottom: high('bottom') };
    },
    // Asked for again, the module gives what it has loaded.
    wasm: async () => (await init()).memory.buffer.byteLength,
  });
  drawn();
}, { once: true });
box.append(map);
