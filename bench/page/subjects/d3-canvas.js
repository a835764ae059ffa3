// D3, all regions on one canvas, drawn anew for each highlight and each step of the zoom.

import { geoAzimuthalEqualArea, geoContains, geoPath, select, zoom, zoomIdentity } from 'd3';
import { MAX_ZOOM } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, center, color, drawn, load, offer, showTip } from './common.js';

const map = await load();
const [width, height] = [box.clientWidth, box.clientHeight];
const projection = geoAzimuthalEqualArea().rotate([-center[0], -center[1]]).fitSize([width, height], map);
const path = geoPath(projection);
const canvas = select(box).append('canvas').attr('width', width).attr('height', height).node();
const context = canvas.getContext('2d');

// Projected once: a Path2D is drawn and asked for its points without doing that again.
const shapes = map.features.map((feature) => ({ feature, path: new Path2D(path(feature)), bounds: path.bounds(feature) }));
let [transform, active] = [zoomIdentity, null];

function draw() {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(transform.k, 0, 0, transform.k, transform.x, transform.y);
  context.lineJoin = 'round';
  const stroke = (shape, style, pixels) => {
    context.strokeStyle = style;
    context.lineWidth = pixels / transform.k;
    context.stroke(shape.path);
  };
  for (const shape of shapes) {
    context.fillStyle = color(shape.feature);
    context.fill(shape.path);
    stroke(shape, LINE, LINE_WIDTH);
  }
  if (active) stroke(active, HIGHLIGHT, HIGHLIGHT_WIDTH);
}

let isQueued = false;
function queue() {
  if (isQueued) return;
  isQueued = true;
  requestAnimationFrame(() => { isQueued = false; draw(); });
}

function find(pixel) {
  const [x, y] = transform.invert(pixel);
  const inBounds = ({ bounds: [[left, top], [right, bottom]] }) => x >= left && x <= right && y >= top && y <= bottom;
  const place = projection.invert([x, y]);
  return shapes.find((shape) => inBounds(shape) && geoContains(shape.feature, place)) ?? null;
}

select(canvas)
  .on('mousemove', ({ offsetX, offsetY }) => {
    const found = find([offsetX, offsetY]);
    if (found !== active) {
      active = found;
      queue();
    }
    showTip(found?.feature.properties.name ?? null, offsetX, offsetY);
  })
  .on('mouseleave', () => { active = null; queue(); showTip(null); })
  .call(zoom().scaleExtent([1, MAX_ZOOM]).on('zoom', (event) => { transform = event.transform; queue(); }));

draw();
offer({ project: projection, zoom: () => transform.k });
drawn();
