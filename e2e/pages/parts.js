import { parts } from '../summit-map-load.js';

const styles = new CSSStyleSheet();
styles.replaceSync('.map { outline: 3px solid rgb(1, 2, 3); }');
Object.assign(parts, { styles, widget: '../pkg/widget_bg.wasm?mine', engine: '../pkg/engine_bg.wasm?mine', worker: false });
