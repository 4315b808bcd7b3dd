/** A half-year report as an infographic. Importing the module defines the element. */

export type Layout = 'poster' | 'cards' | 'strip' | 'figure';
export type Theme = 'auto' | 'light' | 'dark';
export type Motion = 'auto' | 'none';
export type Wake = 'visible' | 'load' | 'idle' | 'interaction';

/** What a chosen number opens: the statement as printed, and where it stands in the text. */
export interface SelectDetail {
  metric: string;
  quote: string;
  start: number;
  end: number;
}

/** Why nothing, or nothing new, could be drawn. */
export interface ErrorDetail {
  kind: 'bundle' | 'network' | 'wasm';
  message: string;
}

/** The attributes, which are properties too, in camel case. */
export interface HalfYearAttributes {
  /** Ids of metrics or groups in the order shown; `all`; a leading `-` removes. */
  metrics?: string | null;
  /** Id of an edition that lies beside the script, in `editions/`. */
  edition?: string | null;
  /** Address of a bundle. */
  src?: string | null;
  layout?: Layout | null;
  theme?: Theme | null;
  lang?: string;
  heading?: string | null;
  headingLevel?: string | null;
  /** Any of `title lede source table tools`. */
  hide?: string | null;
  motion?: Motion | null;
  wake?: Wake | null;
}

export interface HalfYearEventMap {
  'half-year-ready': CustomEvent<Record<string, never>>;
  'half-year-select': CustomEvent<SelectDetail>;
  'half-year-error': CustomEvent<ErrorDetail>;
}

export interface HalfYearInfographic extends HTMLElement, Required<Omit<HalfYearAttributes, 'lang'>> {
  /** A bundle; see `bundle.schema.json`. */
  bundle: object | undefined;
  /** Settles with the first picture. */
  readonly ready: Promise<HalfYearInfographic>;
  /** What is shown, as a drawing. */
  toSVG(): Promise<string>;
  /** What is shown, as pixels; `scale` is how many there are for each of the page's. */
  toPNG(options?: { scale?: number }): Promise<Blob>;
  /** The figures of what is shown, as a table. */
  toCSV(): Promise<string>;
  addEventListener<K extends keyof HalfYearEventMap>(
    type: K,
    listener: (this: HalfYearInfographic, event: HalfYearEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'half-year-infographic': HalfYearInfographic;
  }
}
