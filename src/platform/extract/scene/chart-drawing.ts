/** What is drawn of a chart. Sizes of letters and widths of lines in points. */
export type ChartDrawing = {
  readonly title: string;
  readonly titleSize: number;
  readonly textSize: number;
  readonly textColor: string;
  /** The font of all its texts; absent for whatever there is. */
  readonly font?: string;
  readonly boldTitle: boolean;
  /** Whether lines and areas begin and end at the plot's edges, not in the middle of their categories. */
  readonly reachesEdges: boolean;
  /** At which side the legend stands; absent for none. */
  readonly legend?: 'left' | 'right' | 'top' | 'bottom';
  readonly categories: readonly string[];
  /** In the order in which they are drawn: a combined chart has several. */
  readonly plots: readonly ChartPlot[];
  readonly values: ValueAxis;
  /** Of the plots that have `second`. */
  readonly secondValues?: ValueAxis;
  readonly categoryAxis: CategoryAxis;
  /** Where the author put the plot, as shares of the chart: without its axes' texts. */
  readonly inner?: Share;
};

/** A place as shares of the chart. */
export type Share = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** An axis of numbers. */
export type ValueAxis = {
  readonly shown: boolean;
  /** The colour of the lines across the plot; absent for none. */
  readonly grid?: string;
  /** Whether the axis itself is a line. */
  readonly line: boolean;
  readonly title: string;
  /** How its numbers are written, as a spreadsheet says it. */
  readonly format: string;
  /** What its author fixed. */
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
};

/** An axis of categories, or of the numbers across in a chart of dots. */
type CategoryAxis = {
  readonly shown: boolean;
  readonly title: string;
  /** From the end to the beginning. */
  readonly reversed: boolean;
};

/** Series that are drawn in one way. */
export type ChartPlot = {
  readonly kind: ChartKind;
  /** Stacked on each other; `share`: each as its part of the whole. */
  readonly stacking: 'none' | 'sum' | 'share';
  /** Between groups of columns, as a share of a column's width; and how far columns of a group lie over each other. */
  readonly gap: number;
  readonly overlap: number;
  /** A doughnut's hole as a share of its radius, and where the first piece begins, in degrees clockwise from the top. */
  readonly hole: number;
  readonly from: number;
  /** Measured on the second axis of values. */
  readonly second: boolean;
  readonly series: readonly ChartSeries[];
};

export type ChartKind =
  | 'columns'
  | 'bars'
  | 'lines'
  | 'areas'
  | 'pie'
  | 'doughnut'
  | 'dots'
  | 'bubbles'
  | 'radar'
  | 'stock'
  | 'funnel'
  | 'waterfall'
  | 'treemap';

export type ChartSeries = {
  readonly name: string;
  /** Values where there is one. */
  readonly values: readonly (number | undefined)[];
  /** Across, for dots and bubbles. */
  readonly across: readonly (number | undefined)[];
  readonly sizes: readonly (number | undefined)[];
  /** Of each value. */
  readonly colors: readonly string[];
  /** The line around columns; absent for none. Columns that are not filled have no colour (`''`). */
  readonly outline?: { readonly color: string; readonly width: number };
  /** The line through the values; absent for none. */
  readonly line?: { readonly color: string; readonly width: number };
  readonly smooth: boolean;
  readonly markers: boolean;
  /** Of a radar: whether what is within the line is filled. */
  readonly filled: boolean;
  /** What stands at each value. */
  readonly labels: { readonly value: boolean; readonly part: boolean; readonly category: boolean };
  /** Of a waterfall: values that are sums, by their place. */
  readonly totals: ReadonlySet<number>;
};
