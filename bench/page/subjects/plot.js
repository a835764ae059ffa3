// Observable Plot: a geo mark with the pointer's tip. It has no zoom.

import * as Plot from '@observablehq/plot';
import { geoAzimuthalEqualArea } from 'd3';
import { STATUSES } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, center, drawn, load, offer, textOf } from './common.js';

const map = await load();
const [width, height] = [box.clientWidth, box.clientHeight];
const rotate = [-center[0], -center[1]];
const plot = Plot.plot({
  width, height, margin: 0,
  projection: { type: 'azimuthal-equal-area', rotate, domain: map },
  color: { type: 'categorical', domain: Object.keys(STATUSES), range: Object.values(STATUSES) },
  marks: [
    Plot.geo(map, { fill: ({ properties }) => properties.status, stroke: LINE, strokeWidth: LINE_WIDTH }),
    Plot.geo(map, Plot.pointer(Plot.geoCentroid({ stroke: HIGHLIGHT, strokeWidth: HIGHLIGHT_WIDTH }))),
    Plot.tip(map, Plot.pointer(Plot.geoCentroid({ title: ({ properties }) => properties.name }))),
  ],
});
box.append(plot);
offer({
  project: geoAzimuthalEqualArea().rotate(rotate).fitSize([width, height], map),
  hovered: textOf(() => box.querySelector('[aria-label=tip] text')),
});
drawn();
