// Leaflet with all regions on one canvas, as its documentation advises for many of them.

import { show } from './leaflet.js';

await show({ preferCanvas: true });
