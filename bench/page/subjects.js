// The libraries that are compared, each set up in its file in subjects/.

/**
 * `needsGl`: draws by WebGL, which this benchmark's browser does in software and in a browser of its
 * own. `turn`: how far the wheel is turned in a step, in pixels, so that five steps enlarge the map
 * about six times, however a library counts them. `modifiers`: 2 is Ctrl, held while the wheel is
 * turned. `more`: files of the package that its bundle fetches. `isStatic`: has no zoom.
 */
export const SUBJECTS = [
  {
    name: 'summit-map', title: 'summit-map', turn: 60, modifiers: 2,
    // As its README recommends.
    hints: [
      'rel="modulepreload" href="/summit/summit-map.js"', 'rel="modulepreload" href="/summit/pkg/widget.js"',
      'rel="preload" href="/summit/pkg/widget_bg.wasm" as="fetch" crossorigin',
    ],
  },
  { name: 'd3-svg', title: 'D3, SVG', turn: 250, package: 'd3' },
  { name: 'd3-canvas', title: 'D3, canvas', turn: 250, package: 'd3' },
  { name: 'leaflet-svg', title: 'Leaflet, SVG', turn: 85, package: 'leaflet' },
  { name: 'leaflet-canvas', title: 'Leaflet, canvas', turn: 85, package: 'leaflet' },
  { name: 'openlayers', title: 'OpenLayers', turn: 150, package: 'ol' },
  { name: 'echarts', title: 'ECharts', turn: 120, package: 'echarts' },
  { name: 'highcharts', title: 'Highcharts Maps', turn: 120, package: 'highcharts' },
  { name: 'amcharts', title: 'amCharts 5', turn: 120, package: '@amcharts/amcharts5' },
  { name: 'plot', title: 'Observable Plot', package: '@observablehq/plot', isStatic: true },
  {
    name: 'maplibre', title: 'MapLibre GL', turn: 400, package: 'maplibre-gl', needsGl: true,
    more: ['maplibre-gl/dist/maplibre-gl-worker.mjs'],
  },
];
