// The words of the report that say how each number was measured.

export const METHOD = `## How it was measured

Every subject draws the same GeoJSON in a map 800 px wide and equally high, in the same three colours, names the region under the pointer and outlines it, and zooms by the wheel and a drag. Each is set up as its documentation advises, in one minified bundle; the scripts are in page/subjects/. The local server holds every file in memory, compressed by Brotli before the first run. Each run has a fresh browser context; the subjects take turns, another one first each time. Numbers are medians in milliseconds, with the least and the greatest.

- **code, data**: bodies as sent, compressed, until the map was painted. For summit-map the data has the facts too, and the code its style.
- **first paint**: the browser's first contentful paint; for summit-map this is the line that says that the map is loading. It is told when the frame was shown, so where the map is the first content it can be later than painted, which is told when the frame was made.
- **painted**: two frames after the subject said that its map was drawn: its own event, or the end of its drawing call where it draws at once.
- **interactive**: from then on the pointer moves over a region, every 50 ms by a pixel; the time when the page showed its name.
- **CPU until painted**: time that the main thread of the page really ran.
- **hover**: 100 moves along one way over the map, each to the same longitude and latitude in every subject, at most one a frame. **zoom**: 15 steps of the wheel, ten a second, five in, five out, five in; for summit-map with Ctrl, without which the page scrolls. A step is turned so far that five enlarge about six times, where the wheel or an option of the library allows. **drag**: 40 moves on a loop in the map so enlarged. What a subject still does in the 0.2 s (hover) or 0.8 s after the last event counts.
- **CPU** in these: of the main thread; **all**: of all processes of the browser, thus with painting, compositing and workers. **p95, longest**: time between frames of the page; 17 ms is the display's own.
- **memory**: JavaScript heap after a garbage collection at the end, and the memory of the wasm.

Every subject draws with the processor, and not with a GPU: the frames of those that paint much, or by GL, would be shorter on most readers' machines. The subjects do not do the same: summit-map also makes a list of all regions, a legend, a search, keyboard access and labels, and its projection keeps areas; Leaflet, OpenLayers, MapLibre GL and amCharts use Mercator, D3 and Plot the projection of summit-map, ECharts plain degrees, Highcharts what it proposes. So the regions are not of the same size in all.
`;

export const FOOTNOTES = `¹ Needs GL: in a browser of its own, with a GL that is computed by the processor; not counted among the best others.
² Has no zoom. Its pointer finds the region whose centre is nearest, so it names others than the one pointed at.
A dash: the subject cannot do it, or told nothing.`;
