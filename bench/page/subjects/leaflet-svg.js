// Leaflet with its own choice of renderer: SVG.

import { show } from './leaflet.js';

await show({});
