import type { JSX } from 'solid-js';
import type { SummitMapAttributes, SummitMapElement, SummitMapEventMap } from './summit-map.js';

type Events = { [Name in keyof SummitMapEventMap as `on:${Name}`]?: (event: SummitMapEventMap[Name]) => void };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'summit-map': Omit<JSX.HTMLAttributes<SummitMapElement>, keyof SummitMapAttributes> & SummitMapAttributes & Events;
    }
  }
}
