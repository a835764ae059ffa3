// amCharts 5, a MapPolygonSeries as in its tutorial; drawn on a canvas.

import * as am5 from '@amcharts/amcharts5';
import * as am5map from '@amcharts/amcharts5/map';
import { MAX_ZOOM } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, color, drawn, load, offer } from './common.js';

const map = await load();
const root = am5.Root.new(box);
const chart = root.container.children.push(am5map.MapChart.new(root, {
  projection: am5map.geoMercator(), panX: 'translateX', panY: 'translateY', wheelY: 'zoom', zoomStep: 1.43, maxZoomLevel: MAX_ZOOM,
  paddingTop: 0, paddingBottom: 0, paddingLeft: 0, paddingRight: 0,
}));
const series = chart.series.push(am5map.MapPolygonSeries.new(root, { geoJSON: map }));
const { template } = series.mapPolygons;
template.setAll({
  tooltipText: '{name}', interactive: true, templateField: 'look',
  stroke: am5.color(LINE), strokeWidth: LINE_WIDTH,
});
template.states.create('hover', { stroke: am5.color(HIGHLIGHT), strokeWidth: HIGHLIGHT_WIDTH });
series.data.setAll(map.features.map((feature) => ({ id: feature.id, look: { fill: am5.color(color(feature)) } })));

// The tooltip is drawn, not an element: it is seen when the library says that it shows one.
const tooltip = series.set('tooltip', am5.Tooltip.new(root, {}));
const shown = () => (tooltip.isHidden() || !tooltip.get('visible') || !tooltip.label.getText() ? null : tooltip.label.text._getText());

let isDone = false;
series.events.on('datavalidated', () => {
  root.events.once('frameended', () => {
    if (isDone) return;
    isDone = true;
    offer({
      project: ([longitude, latitude]) => {
        const { x, y } = chart.convert({ longitude, latitude });
        return [x, y];
      },
      zoom: () => chart.get('zoomLevel'),
      hovered: shown,
    });
    drawn();
  });
});
