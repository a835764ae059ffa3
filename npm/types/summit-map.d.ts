/** What an element of the map takes as attributes in HTML. */
export interface SummitMapAttributes {
  /** Address of the map: GeoJSON, or quantised arcs made by `summit-map pack`. */
  src?: string;
  /** Address of the table of facts; `{lang}` in it becomes `en`, `es`, `pt` or `fr`. */
  facts?: string;
  /** Address of further facts, fetched after the map is drawn. */
  more?: string;
  /** Address of a finer map of the same regions, fetched when a reader zooms in. */
  fine?: string;
  /** Begins the ids of the list of facts (`summit`). */
  prefix?: string;
  /** Id of the region whose card is open. */
  selected?: string;
  /** Whether the page's address holds what the reader has set. */
  'deep-links'?: boolean | '';
  /** Milliseconds to wait for the program and for the files (15000 each). */
  timeout?: number | string;
  /** Address of a table in place of facts: CSV, TSV, or a JSON list. */
  data?: string;
  /** Column of the table that names the features; found by itself. */
  join?: string;
  /** Column that colours the map; without a table, a property of the features. */
  value?: string;
  /** Column that names the regions; the names of the map. */
  label?: string;
  /** Heading of the map. */
  heading?: string;
  /** One sentence below it. */
  subtitle?: string;
  /** Who published the table. */
  source?: string;
  /** Address of the source. */
  'source-url'?: string;
  /** Date of the table: YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  /** Unit of the numbers. */
  unit?: string;
  /** How numbers become classes: quantile, equal or natural. */
  method?: string;
  /** How many classes, 2 to 7. */
  classes?: number | string;
  /** Where classes begin, such as 10,20,50. */
  limits?: string;
  /** Colours of the classes: sequential or diverging. */
  ramp?: string;
  /** What a region is called: state. */
  'region-word'?: string;
  /** What several are called: states. */
  'regions-word'?: string;
  /** Name of the object of a topology. */
  object?: string;
  /** lambert, albers, equal-earth, identity or identity-y-down. */
  projection?: string;
  /** Longitude and latitude of the centre of the projection. */
  center?: string;
  /** What the legend calls regions without a value. */
  'no-data'?: string;
  /** Where a diverging ramp turns. */
  midpoint?: number | string;
  /** Decimal mark of the table. */
  decimal?: string;
  /** Shows how rows and regions were joined, and takes files of the author. */
  author?: boolean | '';
  /** Offers the reader files of the map, the citation and the embed code. */
  downloads?: boolean | '';
  /** Address of the style sheet that `prerender` links (`summit-map.css`). */
  styles?: string;
  /** Language of the interface: English, Spanish, Portuguese or French. */
  lang?: string;
}

/** The map answers. */
export interface SummitMapReady {
  /** How many regions are drawn. */
  regions: number;
  /** Ids of the rows of the facts that have no feature. */
  unmatched: string[];
  /** Whether the map that was in the page was kept. */
  adopted: boolean;
  /** 1 is the whole map. */
  zoom: number;
}

export type SummitMapErrorCode =
  | 'missing-src' | 'missing-facts' | 'network' | 'http' | 'timeout' | 'core' | 'too-large' | 'cancelled' | 'empty'
  | 'wrong-format' | 'syntax' | 'invalid' | 'nothing-to-draw' | 'unknown-region' | 'internal';

/** Something went wrong; the last good map stays. */
export interface SummitMapFailure {
  code: SummitMapErrorCode;
  message: string;
  line?: number;
  column?: number;
  url?: string;
  status?: number;
  /** Whether the same may work another time. */
  retryable: boolean;
}

/** A row of a table, and a feature of a map. */
export interface SummitMapRow { line: number; text: string }
export interface SummitMapFeature { id: string; name: string }
export interface SummitMapPair { row: SummitMapRow; feature: SummitMapFeature }

/** How the rows of an author's own table fit the features of the map. */
export interface SummitMapJoin {
  /** The column, and what of a feature it names. */
  column: string;
  key: string;
  matched: SummitMapPair[];
  /** Rows that only look like a feature, and are not used; by how many letters they differ. */
  guessed: (SummitMapPair & { distance: number })[];
  unmatched: SummitMapRow[];
  repeated: SummitMapPair[];
  ambiguous: { row: SummitMapRow; features: SummitMapFeature[] }[];
  withoutRow: SummitMapFeature[];
  problems: string[];
  warnings: string[];
}

/** The events of an element; all bubble, and pass shadow roots. */
export interface SummitMapEventMap {
  'summit-map-ready': CustomEvent<SummitMapReady>;
  /** A card is opened, or closed: `null`. */
  'summit-map-select': CustomEvent<{ id: string | null }>;
  /** The map rests after zooming or moving. */
  'summit-map-view': CustomEvent<{ zoom: number }>;
  /** The reader has chosen a language; cancel it to see to that yourself. */
  'summit-map-language': CustomEvent<{ language: string }>;
  /** A table of the author's own was joined to the map. */
  'summit-map-join': CustomEvent<SummitMapJoin>;
  'summit-map-error': CustomEvent<SummitMapFailure>;
}

/** `<summit-map>`: a map of regions coloured by status. */
export declare class SummitMapElement extends HTMLElement {
  static readonly observedAttributes: string[];
  /** Each property has the value of the attribute of its name, `null` where there is none. */
  src: string | null;
  facts: string | null;
  more: string | null;
  fine: string | null;
  prefix: string | null;
  selected: string | null;
  /** Rows of a table as objects, in place of the file that the attribute names; or its address. */
  data: object[] | string | null;
  /** A map as an object, GeoJSON or TopoJSON, in place of the file that `src` names. */
  map: object | null;
  /** Opens the card of a region, or with `null` closes it. Throws for a region that the map lacks. */
  select(id: string | null): void;
  addEventListener<K extends keyof SummitMapEventMap>(
    type: K, listener: (this: SummitMapElement, event: SummitMapEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: SummitMapElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof SummitMapEventMap>(
    type: K, listener: (this: SummitMapElement, event: SummitMapEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: SummitMapElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** Where the parts of the map are, if not where the bundler has put them. Set it before the first map of a page. */
export declare const parts: {
  /** A style sheet, or the address of one. The package brings its own. */
  styles?: string | URL | CSSStyleSheet;
  /** The wasm of the widget: its address. */
  widget?: string | URL;
  /** The wasm of the engine where it runs on the page's thread: its address. */
  engine?: string | URL;
  /** Address of the engine's worker (`summit-map/worker`); `false` to draw on the page's thread. */
  worker?: string | URL | false;
};

declare global {
  interface HTMLElementTagNameMap {
    'summit-map': SummitMapElement;
  }
  interface GlobalEventHandlersEventMap extends SummitMapEventMap {}
}
