// D3, one SVG path for each region; highlight, tooltip and zoom as in its examples.

import { geoAzimuthalEqualArea, geoPath, select, zoom, zoomTransform } from 'd3';
import { MAX_ZOOM } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, center, color, drawn, load, offer, showTip } from './common.js';

const map = await load();
const [width, height] = [box.clientWidth, box.clientHeight];
const projection = geoAzimuthalEqualArea().rotate([-center[0], -center[1]]).fitSize([width, height], map);
const path = geoPath(projection);

const svg = select(box).append('svg').attr('viewBox', [0, 0, width, height]).attr('width', width).attr('height', height);
const layer = svg.append('g').attr('stroke', LINE).attr('stroke-width', LINE_WIDTH).attr('stroke-linejoin', 'round');
layer.selectAll('path').data(map.features).join('path')
  .attr('d', path).attr('fill', color).attr('vector-effect', 'non-scaling-stroke')
  .on('mouseenter', function enter() {
    select(this).raise().attr('stroke', HIGHLIGHT).attr('stroke-width', HIGHLIGHT_WIDTH);
  })
  .on('mousemove', (event, { properties }) => showTip(properties.name, event.offsetX, event.offsetY))
  .on('mouseleave', function leave() {
    select(this).attr('stroke', null).attr('stroke-width', null);
    showTip(null);
  });
svg.call(zoom().scaleExtent([1, MAX_ZOOM]).on('zoom', ({ transform }) => {
  layer.attr('transform', transform).attr('stroke-width', LINE_WIDTH);
}));

offer({ project: projection, zoom: () => zoomTransform(svg.node()).k });
drawn();
