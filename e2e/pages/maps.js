// Writes the other maps of the tests into e2e/pages/maps/: a continent, an archipelago, a landlocked
// country with districts. Run by hand: node e2e/pages/maps.js
// Shapes: Natural Earth by world-atlas, thinned. What the facts say is geography, read off the shapes;
// the districts are made up.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(resolve('world-atlas/countries-50m.json'), 'utf8'));
const { scale: [kx, ky], translate: [dx, dy] } = world.transform;

/** Twice the area of a triangle. */
const area = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
/** Drops points that move the line by less than this area, in square degrees; the ends stay. */
function thin(line, least) {
  const points = [...line];
  for (;;) {
    let [at, small] = [0, least * 2];
    for (let index = 1; index + 1 < points.length; index += 1) {
      const size = area(points[index - 1], points[index], points[index + 1]);
      if (size < small) [at, small] = [index, size];
    }
    // A ring keeps four corners.
    if (at === 0 || points.length <= 5) return points;
    points.splice(at, 1);
  }
}

/** An arc in degrees. Arcs are thinned once, so that neighbours keep one border. */
const arc = (index, least) => {
  let [x, y] = [0, 0];
  const line = world.arcs[index].map(([stepX, stepY]) => {
    [x, y] = [x + stepX, y + stepY];
    return [Math.round((x * kx + dx) * 100) / 100, Math.round((y * ky + dy) * 100) / 100];
  });
  return thin(line, least);
};
const ring = (arcs, least) => arcs.flatMap((index, at) => {
  const line = index < 0 ? arc(~index, least).reverse() : arc(index, least);
  return at === 0 ? line : line.slice(1);
});
/** Longitudes beyond 180 degrees go on counting, so that a ring that crosses there stays in one piece. */
const joinedUp = (points) => {
  const crosses = points.some(([x], at) => at > 0 && Math.abs(x - points[at - 1][0]) > 180);
  return crosses ? points.map(([x, y]) => [x < 0 ? Math.round((x + 360) * 100) / 100 : x, y]) : points;
};
const ringArea = (ring) => Math.abs(ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at][0] * y - x * ring[at][1], 0)) / 2;

/** The polygons of a country, without islands of less than a part of the largest. */
function polygons({ type, arcs }, least, share) {
  const all = (type === 'Polygon' ? [arcs] : arcs).map((rings) => rings.map((one) => joinedUp(ring(one, least))));
  const largest = Math.max(...all.map(([outer]) => ringArea(outer)));
  return all.filter(([outer]) => ringArea(outer) >= largest * share);
}
const country = (name) => {
  const found = world.objects.countries.geometries.find(({ properties }) => properties.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

const feature = (id, name, coordinates) =>
  ({ type: 'Feature', id, properties: { name }, geometry: { type: 'MultiPolygon', coordinates } });
const COLORS = [['#26739f', '#56a5d3'], ['#972c07', '#ffbb70'], ['#878d94', '#6d767f']].map(([light, dark]) => ({ light, dark }));

/** A map and its facts: `groups` is a label for each group, `rows` an id, a name, a group and a shape each. */
function write(file, { title, center, groups, rows, says }) {
  const features = rows.map(([id, name, , shape]) => feature(id, name, shape));
  const facts = {
    schema: 'summit-map/1', language: 'en', title, center,
    dimensions: [{ id: 'place', label: 'Place' }],
    categories: groups.map((label, index) => ({ id: `g${index}`, dimension: 'place', label, word: label.toLowerCase(), color: COLORS[index] })),
    default: 'g0',
    sources: { shapes: { kind: 'main', publisher: 'Natural Earth', title: 'Countries, 1:50 million', url: 'https://www.naturalearthdata.com/' } },
    regions: rows.map(([id, name, group]) => ({ id, name, status: [`g${group}`] })),
    claims: groups.map((_, index) => ({ id: `A${index}`, about: [`g${index}`], text: says[index], sources: ['shapes'] })),
  };
  for (const [ending, value] of [['geojson', { type: 'FeatureCollection', features }], ['json', facts]]) {
    const text = `${JSON.stringify(value)}\n`;
    writeFileSync(new URL(`maps/${file}.${ending}`, import.meta.url), text);
    console.log(`${file}.${ending}: ${text.length} bytes`);
  }
}

const id = (name) => name.normalize('NFD').replace(/[^A-Za-z]/g, '').toUpperCase().slice(0, 12);
/** Rows of countries by group. */
const countries = (groups, least, share) => groups.flatMap((names, group) => names.map(([name, own = name]) =>
  [id(own), own, group, polygons(country(name), least, share)]));
const named = (text) => text.split(', ').map((one) => one.split('='));

write('continent', {
  title: 'Africa: who has a coast', center: [17, 2], groups: ['On the coast', 'Islands', 'Without a coast'],
  says: ['It has a coast.', 'It lies on islands.', 'It has no coast.'],
  rows: countries([
    named('Algeria, Angola, Benin, Cameroon, Congo=Congo (Brazzaville), Dem. Rep. Congo=Congo (Kinshasa), Côte d\'Ivoire, Djibouti, Egypt, Eq. Guinea=Equatorial Guinea, Eritrea, Gabon, Gambia, Ghana, Guinea, Guinea-Bissau, Kenya, Liberia, Libya, Mauritania, Morocco, Mozambique, Namibia, Nigeria, Senegal, Sierra Leone, Somalia, South Africa, Sudan, Tanzania, Togo, Tunisia, W. Sahara=Western Sahara, Somaliland'),
    named('Cabo Verde, Comoros, Madagascar, Mauritius, São Tomé and Principe=São Tomé and Príncipe, Seychelles'),
    named('Botswana, Burkina Faso, Burundi, Central African Rep.=Central African Republic, Chad, eSwatini=Eswatini, Ethiopia, Lesotho, Malawi, Mali, Niger, Rwanda, S. Sudan=South Sudan, Uganda, Zambia, Zimbabwe'),
  ], 0.03, 0.05),
});

write('archipelago', {
  title: 'Islands of the South Pacific', center: [172, -14], groups: ['Large islands', 'Small islands'],
  says: ['Its land has more than 10,000 square kilometres.', 'Its land has less than 10,000 square kilometres.'],
  rows: countries([
    named('Papua New Guinea, Solomon Is.=Solomon Islands, Vanuatu, Fiji, New Zealand'),
    named('Nauru, Tonga, Samoa, Palau, Micronesia, Marshall Is.=Marshall Islands, Kiribati'),
  ], 0.005, 0.001),
});

/** The parts of a ring on the lesser side of a line across an axis, or on the other side. */
function side(points, axis, value, isLess) {
  const kept = [];
  const isIn = (point) => (isLess ? point[axis] <= value : point[axis] >= value);
  points.slice(1).forEach((to, index) => {
    const from = points[index];
    // The same sum whichever way the edge is met, so that both sides of a cut share their corners.
    const [low, high] = from[axis] < to[axis] ? [from, to] : [to, from];
    const part = (value - low[axis]) / (high[axis] - low[axis]);
    const other = Math.round((low[1 - axis] + (high[1 - axis] - low[1 - axis]) * part) * 1000) / 1000;
    const meets = axis === 0 ? [value, other] : [other, value];
    if (isIn(from) && kept.length === 0) kept.push(from);
    if (isIn(from) !== isIn(to)) kept.push(meets);
    if (isIn(to)) kept.push(to);
  });
  const distinct = kept.filter(([x, y], at) => at === 0 || x !== kept[at - 1][0] || y !== kept[at - 1][1]);
  if (distinct.length < 3) return [];
  const [[x, y], last] = [distinct[0], distinct.at(-1)];
  return x === last[0] && y === last[1] ? distinct : [...distinct, [x, y]];
}

/** Corners of neighbours on its straight edges, which it lacks. */
function joined(points, all) {
  const result = [points[0]];
  points.slice(1).forEach((to, index) => {
    const from = points[index];
    for (const axis of [0, 1]) {
      if (from[axis] !== to[axis]) continue;
      const along = 1 - axis;
      const [low, high] = [from[along], to[along]].sort((a, b) => a - b);
      const between = all.filter((point) => point[axis] === from[axis] && point[along] > low && point[along] < high)
        .map((point) => point[along]);
      const order = [...new Set(between)].sort((a, b) => (from[along] < to[along] ? a - b : b - a));
      result.push(...order.map((value) => (axis === 0 ? [from[0], value] : [value, from[1]])));
    }
    result.push(to);
  });
  return result;
}

const TREES = ['Alder', 'Ash', 'Aspen', 'Beech', 'Birch', 'Blackthorn', 'Cedar', 'Cherry', 'Chestnut', 'Cypress', 'Elder', 'Elm',
  'Field Maple', 'Great Sallow', 'Hawthorn', 'Hazel', 'Holly', 'Hornbeam', 'Juniper', 'Larch', 'Lime', 'Maple', 'Mountain Ash', 'Oak',
  'Pine', 'Plane', 'Poplar', 'Rowan', 'Silver Birch', 'Spindle', 'Spruce', 'Sycamore', 'Walnut', 'White Willow', 'Wych Elm', 'Yew'];
/** The country in rows and columns, with a small district in the corner of four. */
function districts(name) {
  const [[outer]] = polygons(country(name), 0.002, 0.5);
  const range = (axis) => [Math.min(...outer.map((point) => point[axis])), Math.max(...outer.map((point) => point[axis]))];
  const [[west, east], [south, north]] = [range(0), range(1)];
  const cuts = (low, high, parts) => parts.map((part) => Math.round((low + (high - low) * part) * 100) / 100);
  const columns = cuts(west, east, [0, 0.22, 0.42, 0.47, 0.7, 1]);
  const rows = cuts(south, north, [0, 0.25, 0.45, 0.5, 0.78, 1]);
  const cells = [];
  for (let row = 0; row + 1 < rows.length; row += 1) {
    for (let column = 0; column + 1 < columns.length; column += 1) {
      let cell = outer;
      for (const [axis, value, isLess] of [[0, columns[column], false], [0, columns[column + 1], true], [1, rows[row], false], [1, rows[row + 1], true]]) {
        if (cell.length > 0) cell = side(cell, axis, value, isLess);
      }
      if (cell.length > 3) cells.push([row < 2 ? 1 : row > 2 ? 0 : 2, cell]);
    }
  }
  const corners = cells.flatMap(([, cell]) => cell);
  return cells.map(([group, cell], index) => [id(TREES[index]), TREES[index], group, [[joined(cell, corners)]]]);
}

write('landlocked', {
  title: 'Thirds of a country without a coast', center: [-58, -23], groups: ['North', 'South', 'Middle'],
  says: ['It lies in the north.', 'It lies in the south.', 'It lies in the middle.'],
  rows: districts('Paraguay'),
});
