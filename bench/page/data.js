// The maps of the benchmark, made from npm packages; the same bytes on every machine.

import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { geoArea } from 'd3';
import { feature } from 'topojson-client';
import { densify } from './densify.js';
import { MAPS, STATUSES } from './maps.js';

const require = createRequire(import.meta.url);
const load = async (name) => JSON.parse(await readFile(require.resolve(name), 'utf8'));

/** ISO 3166-1 numbers of the states and territories of the Americas. */
const AMERICAS = `028 032 044 052 060 068 076 084 092 124 136 152 170 188 192 212 214 218 222 238 239 304 308
  312 320 328 332 340 388 474 484 500 531 533 534 558 591 600 604 630 652 659 660 662 663 666 670 740 780 796
  840 850 858 862`.split(/\s+/);
/** States and territories that lie outside the frame in which a map of the counties is looked at. */
const FAR = ['02', '15', '60', '66', '69', '72', '78'];

/** How the features of each map are made. */
const SOURCES = {
  'americas-50m': () => countries('world-atlas/countries-50m.json'),
  'americas-10m': () => countries('world-atlas/countries-10m.json'),
  counties: () => counties(),
  'counties-1m': () => counties(1_000_000),
};

async function countries(name) {
  const atlas = await load(name);
  const all = feature(atlas, atlas.objects.countries).features;
  return all.filter(({ id }) => AMERICAS.includes(id)).map(({ geometry, ...rest }) => ({
    // The Aleutian islands beyond the 180th meridian would make planar maps as wide as the world.
    ...rest, geometry: { type: 'MultiPolygon', coordinates: polygons(geometry).filter(([ring]) => ring[0][0] < 0) },
  }));
}

async function counties(vertices) {
  const atlas = await load('us-atlas/counties-10m.json');
  const { geometries } = atlas.objects.counties;
  const near = { type: 'GeometryCollection', geometries: geometries.filter(({ id }) => !FAR.includes(id.slice(0, 2))) };
  const { features } = feature(vertices ? densify(atlas, near, vertices) : atlas, near);
  // With points beside its lines, a sliver as thin as a line can turn inside out, and D3 then takes
  // it for the rest of the globe.
  const isSound = (coordinates) => geoArea({ type: 'Polygon', coordinates }) < 2 * Math.PI;
  return features.map(({ geometry, ...rest }) => (
    { ...rest, geometry: { type: 'MultiPolygon', coordinates: polygons(geometry).filter(isSound) } }));
}

const polygons = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);
const count = ({ features }) => features.reduce((sum, { geometry }) =>
  sum + polygons(geometry).flat().reduce((rings, ring) => rings + ring.length, 0), 0);

/** Spread over the regions as by chance, and the same each time. */
const status = (id) => Object.keys(STATUSES)[(Math.imul(Number(id) + 7, 0x9e3779b1) >>> 0) % 3];
const round = (value) => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value.map(round));

function collection(features) {
  const kept = features.filter(({ id, geometry }) => id && geometry.coordinates.length > 0);
  return {
    type: 'FeatureCollection',
    features: kept.map(({ id, properties, geometry }) => ({
      type: 'Feature', id, properties: { id, name: properties.name, status: status(id) },
      geometry: { type: geometry.type, coordinates: round(geometry.coordinates) },
    })),
  };
}

/** What summit-map is told of a map: the statuses that the others find among the properties. */
const facts = (map, { center }) => ({
  schema: 'summit-map/1', language: 'en', title: 'Statuses of regions', center,
  categories: Object.entries(STATUSES).map(([id, light]) => ({ id, label: id, color: { light, dark: light } })),
  default: 'other',
  regions: map.features.map(({ id, properties }) => ({ id, name: properties.name, status: [properties.status] })),
});

/** Makes the maps that are not there; returns for each name its folder's files and its size. */
export async function prepare(folder, names) {
  await mkdir(folder, { recursive: true });
  const made = {};
  for (const name of names) {
    const [map, words] = [new URL(`${name}.geojson`, folder), new URL(`${name}.facts.json`, folder)];
    const isThere = await Promise.all([stat(map), stat(words)]).catch(() => false);
    // What is cached must be newer than the scripts that make it.
    const scripts = await Promise.all(['data.js', 'densify.js', 'maps.js'].map((file) => stat(new URL(file, import.meta.url))));
    if (!isThere || isThere.some((file) => scripts.some(({ mtime }) => file.mtime < mtime))) {
      const features = collection(await SOURCES[name]());
      await writeFile(map, JSON.stringify(features));
      await writeFile(words, JSON.stringify(facts(features, MAPS[name])));
    }
    const { features } = JSON.parse(await readFile(map, 'utf8'));
    made[name] = { regions: features.length, vertices: count({ features }), bytes: (await stat(map)).size };
  }
  return made;
}
