import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SummitMapAttributes, SummitMapElement, SummitMapEventMap } from './summit-map.js';

type Events = { [Name in keyof SummitMapEventMap as `on${Name}`]?: (event: SummitMapEventMap[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'summit-map': Omit<DetailedHTMLProps<HTMLAttributes<SummitMapElement>, SummitMapElement>, keyof SummitMapAttributes>
        & SummitMapAttributes & Events;
    }
  }
}
