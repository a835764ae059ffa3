import type { HTMLAttributes } from 'preact';
import type { SummitMapAttributes, SummitMapElement, SummitMapEventMap } from './summit-map.js';

type Events = { [Name in keyof SummitMapEventMap as `on${Name}`]?: (event: SummitMapEventMap[Name]) => void };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'summit-map': Omit<HTMLAttributes<SummitMapElement>, keyof SummitMapAttributes> & SummitMapAttributes & Events;
    }
  }
}
