// Highcharts Maps, a series of type "map" with data classes; drawn as SVG.

import Highcharts from 'highcharts/esm/highmaps.js';
import { STATUSES } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, drawn, load, offer, textOf } from './common.js';

const map = await load();
const codes = Object.keys(STATUSES);
Highcharts.mapChart(box, {
  chart: {
    map, margin: 0, spacing: [0, 0, 0, 0], animation: false,
    events: {
      load() {
        const { mapView } = this;
        const first = mapView.zoom;
        offer({
          project: ([lon, lat]) => {
            const { x, y } = mapView.lonLatToPixels({ lon, lat });
            return [x + this.plotLeft, y + this.plotTop];
          },
          zoom: () => 2 ** (mapView.zoom - first),
          hovered: textOf(() => document.querySelector('.highcharts-tooltip')),
        });
        drawn();
      },
    },
  },
  title: { text: undefined }, credits: { enabled: false }, legend: { enabled: false }, accessibility: { enabled: false },
  mapNavigation: { enabled: true, enableButtons: false, enableMouseWheelZoom: true, mouseWheelSensitivity: 1.5 },
  mapView: { padding: 0 },
  tooltip: { headerFormat: '', pointFormat: '{point.name}' },
  colorAxis: { dataClasses: codes.map((status, value) => ({ from: value, to: value, color: STATUSES[status], name: status })) },
  series: [{
    type: 'map', joinBy: 'id', animation: false, borderColor: LINE, borderWidth: LINE_WIDTH,
    states: { hover: { borderColor: HIGHLIGHT, borderWidth: HIGHLIGHT_WIDTH } },
    data: map.features.map(({ id, properties }) => ({ id, name: properties.name, value: codes.indexOf(properties.status) })),
  }],
});
