/** How a spreadsheet looks. Lengths in pixels as spreadsheets show them at their actual size: 96 to an inch. */

/** A line at a side of a cell; colours are `#rrggbb`. */
export type CellLine = {
  readonly width: number;
  readonly color: string;
  readonly line?: 'dashed' | 'double';
};

/** What a cell looks like where it differs from what is usual. */
export type CellLook = {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Points; absent for the sheet's own size. */
  readonly size?: number;
  /** Absent for the sheet's own font. */
  readonly font?: string;
  readonly align?: 'center' | 'right';
  /** Absent for the bottom. */
  readonly vertical?: 'top' | 'middle';
  readonly wraps?: true;
  readonly indent?: number;
  /** A number, which is never cut: one that is as long as it is has as many decimals as there is room for, for others signs stand. */
  readonly number?: 'general' | 'set';
  /** A bar behind the text, from the left: how much of the cell it takes, from 0 to 1. */
  readonly bar?: { readonly color: string; readonly share: number };
  /** A sign at the cell's left that says how its value is beside others. */
  readonly sign?: { readonly text: string; readonly color: string };
  readonly lines?: {
    readonly left?: CellLine;
    readonly top?: CellLine;
    readonly right?: CellLine;
    readonly bottom?: CellLine;
  };
};

/** A part of a cell's text with what is its own of its look. */
export type TextRun = Pick<CellLook, 'color' | 'bold' | 'italic' | 'underline'> & { readonly text: string };

/** Cells that are shown as one; rows and columns count from 0. */
export type SheetMerge = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** A chart or picture on a sheet, drawn: it begins `dx` and `dy` from the corner of its cell. `data` is base64. */
export type SheetPicture = {
  readonly row: number;
  readonly column: number;
  readonly dx: number;
  readonly dy: number;
  readonly w: number;
  readonly h: number;
  readonly mediaType: string;
  readonly data: string;
  readonly alt: string;
};

/** What is seen of a sheet beside the texts of its cells. */
export type SheetLook = {
  /** The sheet's own letters: their size in points, their font. */
  readonly size: number;
  readonly font?: string;
  /** Each look there is, once. The first is that of cells of which nothing is said. */
  readonly looks: readonly CellLook[];
  /** Of each row's cells, the number of their look; cells after the last have their column's. */
  readonly cells: readonly (readonly number[])[];
  /** The texts of cells of which parts look otherwise, in these parts. */
  readonly runs: readonly {
    readonly row: number;
    readonly column: number;
    readonly runs: readonly TextRun[];
  }[];
  readonly columns: readonly { readonly width: number; readonly look: number }[];
  /** Of each row. */
  readonly heights: readonly number[];
  readonly merges: readonly SheetMerge[];
  /** How many rows and columns stay where they are when the others move. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridLines: boolean;
  readonly pictures: readonly SheetPicture[];
};
