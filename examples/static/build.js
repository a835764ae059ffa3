// Draws the map once; the page needs neither wasm nor data after that.
import { writeFileSync } from 'node:fs';
import { prerender } from 'summit-map/node';

const element = '<summit-map lang="en" src="data/americas.arcs" facts="data/summit-2022.{lang}.json"></summit-map>';
writeFileSync('dist/map.html', prerender(element, { folder: 'node_modules/summit-map' }));
