/** Types of the element in JSX: `import type {} from 'half-year-infographic/react'`. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  HalfYearEventMap,
  HalfYearInfographic,
  Layout,
  Motion,
  Theme,
  Wake,
} from 'half-year-infographic';

/** Listeners by the event's own name, as React 19 adds them to custom elements. */
type Listeners = {
  [Type in keyof HalfYearEventMap as `on${Type}`]?: (event: HalfYearEventMap[Type]) => void;
};

interface HalfYearProps extends HTMLAttributes<HalfYearInfographic>, Listeners {
  metrics?: string;
  edition?: string;
  src?: string;
  layout?: Layout;
  theme?: Theme;
  heading?: string;
  'heading-level'?: 1 | 2 | 3 | 4 | 5 | 6;
  hide?: string;
  motion?: Motion;
  wake?: Wake;
  bundle?: object;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'half-year-infographic': DetailedHTMLProps<HalfYearProps, HalfYearInfographic>;
    }
  }
}
