/** `<summit-map>` as a picture: shows a map that is drawn into the page, and loads nothing. */
export declare class SummitMapStaticElement extends HTMLElement {}
