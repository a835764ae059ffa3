// Writes tests/world/projections.json: points of the plane by d3-geo, against which
// tests/projections.rs holds ours. d3-geo is no dependency; the file was written by
//
//   npm install --no-save d3-geo@3.1.1
//   node e2e/projections.js > tests/world/projections.json
//
// Scale 1, translated to 0, 0: x to the right, y down, in radii of the sphere.
import { geoAzimuthalEqualArea, geoConicEqualArea, geoEqualEarth } from "d3-geo";

const plain = projection => projection.scale(1).translate([0, 0]).center([0, 0]).precision(0);
const projections = {
  "lambert": ([lon, lat]) => plain(geoAzimuthalEqualArea().rotate([-lon, -lat])),
  "equal-earth": ([lon]) => plain(geoEqualEarth().rotate([-lon, 0])),
  "albers": ([lon, , ...parallels]) => plain(geoConicEqualArea().parallels(parallels).rotate([-lon, 0])),
};
// Central meridian, latitude of the centre, and for Albers both standard parallels.
const parameters = {
  "lambert": [[0, 0], [-85, 15], [95, 50], [0, 90], [0, -90], [178, -20]],
  "equal-earth": [[0, 0], [11, 0], [-150, 0]],
  "albers": [[-96, 0, 29.5, 45.5], [105, 0, 52, 64], [0, 0, -20, -60], [135, 0, -18, -36], [10, 0, 10, 40]],
};
const positions = [];
for (const lat of [-90, -60, -33.25, -5, 0.001, 45, 84.5, 90]) {
  for (const lon of [-180, -123.4, -45.25, 0, 10, 77.7, 150, 179.99]) positions.push([lon, lat]);
}
const cases = Object.entries(projections).flatMap(([name, make]) => parameters[name].map(parameters => {
  const project = make(parameters);
  return `{"projection": "${name}", "parameters": ${JSON.stringify(parameters)}, "points": ${JSON.stringify(positions.map(project))}}`;
}));
console.log(`{"positions": ${JSON.stringify(positions)},\n"cases": [\n${cases.join(",\n")}]}`);
