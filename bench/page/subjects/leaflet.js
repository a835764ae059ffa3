// Leaflet, set up as in its tutorial "Interactive Choropleth Map", with a tooltip for each region.

import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import { MAX_ZOOM } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, color, drawn, load, offer, textOf } from './common.js';

export async function show(options) {
  const data = await load();
  // Zoom in parts of a level, so that the map fills its box as the others do.
  const map = L.map(box, { zoomSnap: 0, attributionControl: false, ...options });
  const style = (feature) => ({ fillColor: color(feature), fillOpacity: 1, color: LINE, weight: LINE_WIDTH });
  const layer = L.geoJSON(data, {
    style,
    onEachFeature(feature, shape) {
      shape.bindTooltip(feature.properties.name, { sticky: true });
      shape.on({
        mouseover() {
          shape.setStyle({ color: HIGHLIGHT, weight: HIGHLIGHT_WIDTH });
          shape.bringToFront();
        },
        mouseout: () => layer.resetStyle(shape),
      });
    },
  });
  map.fitBounds(layer.getBounds(), { animate: false });
  map.setMinZoom(map.getZoom());
  map.setMaxZoom(map.getZoom() + Math.log2(MAX_ZOOM));
  layer.addTo(map);
  offer({
    project: ([longitude, latitude]) => {
      const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
      return [x, y];
    },
    zoom: () => 2 ** (map.getZoom() - map.getMinZoom()),
    hovered: textOf(() => box.querySelector('.leaflet-tooltip')),
  });
  drawn();
}
