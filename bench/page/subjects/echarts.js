// ECharts, a series of type "map" with a piecewise visual map, as in its handbook; drawn on a canvas.

import * as echarts from 'echarts/core';
import { MapChart } from 'echarts/charts';
import { TooltipComponent, VisualMapComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import { MAX_ZOOM, STATUSES } from '../maps.js';
import { HIGHLIGHT, HIGHLIGHT_WIDTH, LINE, LINE_WIDTH, box, drawn, load, offer, textOf } from './common.js';

echarts.use([MapChart, TooltipComponent, VisualMapComponent, CanvasRenderer]);
const map = await load();
echarts.registerMap('map', map);

const names = Object.fromEntries(map.features.map(({ id, properties }) => [id, properties.name]));
const codes = Object.keys(STATUSES);
const chart = echarts.init(box);
chart.on('finished', function first() {
  chart.off('finished', first);
  offer({
    project: (place) => chart.convertToPixel({ seriesIndex: 0 }, place),
    zoom: () => chart.getOption().series[0].zoom,
    hovered: textOf(() => box.querySelector('.tip')?.parentElement),
  });
  drawn();
});
chart.setOption({
  tooltip: { trigger: 'item', className: 'tip-box', formatter: ({ name }) => `<span class="tip">${names[name]}</span>` },
  visualMap: {
    type: 'piecewise', show: false,
    pieces: codes.map((status, value) => ({ value, label: status, color: STATUSES[status] })),
  },
  series: [{
    type: 'map', map: 'map', nameProperty: 'id', roam: true, scaleLimit: { min: 1, max: MAX_ZOOM },
    left: 0, right: 0, top: 0, bottom: 0, selectedMode: false,
    itemStyle: { borderColor: LINE, borderWidth: LINE_WIDTH }, label: { show: false },
    emphasis: { label: { show: false }, itemStyle: { borderColor: HIGHLIGHT, borderWidth: HIGHLIGHT_WIDTH, areaColor: 'inherit' } },
    data: map.features.map(({ id, properties }) => ({ name: id, value: codes.indexOf(properties.status) })),
  }],
});
