// OpenLayers, set up as in its example "Vector Layer": a second layer holds what is highlighted.

import 'ol/ol.css';
import Map from 'ol/Map.js';
import View from 'ol/View.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { MAX_ZOOM, STATUSES } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, drawn, load, offer, showTip } from './common.js';

const source = new VectorSource({
  features: new GeoJSON().readFeatures(await load(), { featureProjection: 'EPSG:3857' }),
});
const stroke = new Stroke({ color: LINE, width: LINE_WIDTH });
const styles = Object.fromEntries(Object.entries(STATUSES).map(([status, color]) =>
  [status, new Style({ fill: new Fill({ color }), stroke })]));
const layer = new VectorLayer({ source, style: (feature) => styles[feature.get('status')] });

const view = new View({ center: [0, 0], resolution: 1 });
const map = new Map({ target: box, layers: [layer], view });
view.fit(source.getExtent(), { size: map.getSize() });
const first = { center: view.getCenter(), resolution: view.getResolution() };
map.setView(new View({ ...first, maxResolution: first.resolution, minResolution: first.resolution / MAX_ZOOM }));

const overlay = new VectorLayer({
  source: new VectorSource(), map,
  style: new Style({ stroke: new Stroke({ color: HIGHLIGHT, width: HIGHLIGHT_WIDTH }) }),
});
let active = null;
map.on('pointermove', (event) => {
  if (event.dragging) return;
  const [x, y] = event.pixel;
  const found = map.forEachFeatureAtPixel(event.pixel, (feature) => feature, { layerFilter: (one) => one === layer }) ?? null;
  if (found !== active) {
    if (active) overlay.getSource().removeFeature(active);
    if (found) overlay.getSource().addFeature(found);
    active = found;
  }
  showTip(found?.get('name') ?? null, x, y);
});

map.once('rendercomplete', () => {
  offer({ project: (place) => map.getPixelFromCoordinate(fromLonLat(place)), zoom: () => first.resolution / map.getView().getResolution() });
  drawn();
});
