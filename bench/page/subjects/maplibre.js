// MapLibre GL, a fill layer with feature states, as in its example "Create a hover effect".

import 'maplibre-gl/dist/maplibre-gl.css';
import { Map, Popup, setWorkerUrl } from 'maplibre-gl';
import { MAX_ZOOM, STATUSES } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, drawn, load, offer, textOf } from './common.js';

setWorkerUrl(new URL('./maplibre-gl-worker.mjs', import.meta.url).href);
const data = await load();
const positions = data.features.flatMap(({ geometry: { type, coordinates } }) => (type === 'Polygon' ? coordinates[0] : coordinates.flatMap(([ring]) => ring)));
const edge = (most, axis) => positions.reduce((found, position) => most(found, position[axis]), positions[0][axis]);
const bounds = [[edge(Math.min, 0), edge(Math.min, 1)], [edge(Math.max, 0), edge(Math.max, 1)]];

const map = new Map({
  container: box, style: { version: 8, sources: {}, layers: [] }, attributionControl: false, bounds, renderWorldCopies: false,
});
const isHovered = ['boolean', ['feature-state', 'hover'], false];
map.on('load', () => {
  const first = map.getZoom();
  map.setMaxZoom(first + Math.log2(MAX_ZOOM));
  map.addSource('map', { type: 'geojson', data, promoteId: 'id' });
  const colors = Object.entries(STATUSES).flat();
  map.addLayer({ id: 'fill', type: 'fill', source: 'map', paint: { 'fill-color': ['match', ['get', 'status'], ...colors, '#ffffff'] } });
  map.addLayer({
    id: 'line', type: 'line', source: 'map',
    paint: { 'line-color': ['case', isHovered, HIGHLIGHT, LINE], 'line-width': ['case', isHovered, HIGHLIGHT_WIDTH, LINE_WIDTH] },
  });
  const popup = new Popup({ closeButton: false, closeOnClick: false });
  let active;
  const leave = () => {
    if (active !== undefined) map.setFeatureState({ source: 'map', id: active }, { hover: false });
    active = undefined;
    popup.remove();
  };
  map.on('mousemove', 'fill', ({ features: [{ id, properties }], lngLat }) => {
    if (id !== active) {
      leave();
      active = id;
      map.setFeatureState({ source: 'map', id }, { hover: true });
      popup.setText(properties.name).addTo(map);
    }
    popup.setLngLat(lngLat);
  });
  map.on('mouseleave', 'fill', leave);
  map.once('idle', () => {
    offer({
      project: (place) => {
        const { x, y } = map.project(place);
        return [x, y];
      },
      zoom: () => 2 ** (map.getZoom() - first),
      hovered: textOf(() => box.querySelector('.maplibregl-popup-content')),
    });
    drawn();
  });
});
