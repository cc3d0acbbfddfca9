import type { ParagraphLook } from '../office/word-paragraph.ts';
import type { Face } from './font-metrics.ts';

/** A place in a part: an element by its number (1-based, in the order in which they begin), and characters into its text. */
export type Place = { readonly element: number; readonly offset: number };

/** A piece of a paragraph. Measures in points. */
export type Piece =
  | {
      readonly piece: 'text';
      readonly text: string;
      readonly face: Face;
      readonly size: number;
      /** Of its letters, where they are raised or lowered, else as `size`. */
      readonly letters: number;
      /** Between letters. */
      readonly spread: number;
      readonly place: Place;
    }
  | { readonly piece: 'tab'; readonly face: Face; readonly size: number; readonly place: Place }
  | { readonly piece: 'break'; readonly of: 'line' | 'column' | 'page'; readonly place: Place }
  | { readonly piece: 'box'; readonly w: number; readonly h: number; readonly place: Place }
  /** Room of its own across the column, for what text flows around. */
  | { readonly piece: 'bar'; readonly h: number; readonly place: Place }
  | { readonly piece: 'note'; readonly id: string; readonly place: Place };

/** A paragraph with all that holds for it. */
export type FlowParagraph = {
  readonly flow: 'paragraph';
  readonly place: Place;
  readonly pieces: readonly Piece[];
  readonly look: ParagraphLook;
  /** Of its end, which an empty one's line is as high as. */
  readonly mark: { readonly face: Face; readonly size: number };
  /** A list's sign before its first line, as wide as this. */
  readonly sign: number | undefined;
  readonly style: string;
  /** The room to its neighbours is what both ask for together, not the larger of both. */
  readonly addsSpaces: boolean;
};
/** A table. Widths as it states them; 0 where it does not. */
export type FlowTable = {
  readonly flow: 'table';
  readonly place: Place;
  readonly columns: readonly number[];
  /** Of the room that the table has, where it states its columns by these. */
  readonly shares?: readonly number[];
  readonly rows: readonly FlowRow[];
};
export type FlowRow = {
  readonly place: Place;
  readonly height: number;
  readonly isExact: boolean;
  readonly staysWhole: boolean;
  readonly isHeader: boolean;
  readonly cells: readonly FlowCell[];
};
export type FlowCell = {
  readonly span: number;
  readonly width: number;
  /** Margins and lines around its content: across, and above and below. */
  readonly across: number;
  readonly upright: number;
  /** Goes on from the row above, or into the one below. */
  readonly goesOn: boolean;
  readonly blocks: readonly FlowBlock[];
};
export type FlowBlock = FlowParagraph | FlowTable;

/** Part of a document with a page of its own. Measures in points. */
export type Section = {
  readonly begins: 'page' | 'even' | 'odd' | 'here' | 'column';
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly header: number;
    readonly footer: number;
  };
  readonly columns: readonly number[];
  /** Points from one line to the next that its text stands on, where its author wanted such. */
  readonly grid?: number;
  /** Whether its first page has headers of its own. */
  readonly hasTitlePage: boolean;
  /** Parts that stand above and below on its pages, by `first`, `even` and `default`. */
  readonly headers: ReadonlyMap<string, string>;
  readonly footers: ReadonlyMap<string, string>;
};
