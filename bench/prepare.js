// Makes the maps of the benchmark.
import { prepare } from './page/data.js';
import { MAPS } from './page/maps.js';

await prepare(new URL('../target/bench/data/', import.meta.url), Object.keys(MAPS));
