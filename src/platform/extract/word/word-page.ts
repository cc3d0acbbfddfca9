import type { SceneCell, SceneParagraph, SceneText, SlideScene } from '../scene/slide-scene.ts';

/** Something on a page of a text document, from above to below. Measures in points. */
export type WordBlock =
  | {
      readonly block: 'paragraph';
      readonly paragraph: SceneParagraph;
      readonly fill?: string;
      /** A small picture before its words. */
      readonly icon?: WordPicture;
    }
  | WordTable
  | {
      /** Pictures in the line of a paragraph: beside each other as far as there is room. */
      readonly block: 'pictures';
      readonly pictures: readonly WordPicture[];
      readonly align: 'left' | 'center' | 'right';
      readonly before: number;
      readonly after: number;
    }
  | {
      /** A picture that lies where it was put, whatever the text does. */
      readonly block: 'placed';
      /** Behind the text, else over it. */
      readonly isBehind: boolean;
      readonly picture: WordPicture;
      /** What is written in it. */
      readonly text?: WordText;
      readonly across: WordPlace;
      readonly down: WordPlace;
    };

/** A table. */
export type WordTable = {
  readonly block: 'table';
  readonly align: 'left' | 'center' | 'right';
  /** Points before it, of one at the left; below nought where it begins in the margin. */
  readonly indent: number;
  readonly columns: readonly number[];
  readonly rows: readonly WordRow[];
};

/** A row at least as high as it says, or no higher. */
export type WordRow = {
  readonly height: number;
  readonly isExact: boolean;
  readonly cells: readonly WordCell[];
};

/** A cell; `blocks` where more than paragraphs stands in it, in place of its text. */
export type WordCell = SceneCell & { readonly blocks?: readonly WordBlock[] };

/** Where something lies in one direction: in points from a side of what it is measured from, in a share of that's length, or by an edge. */
export type WordPlace = { readonly from: 'page' | 'margin' | 'text' } & (
  | { readonly at: number }
  | { readonly share: number }
  | { readonly edge: 'begin' | 'middle' | 'end' }
);

/** A picture by the part of the package that holds its bytes, or what is drawn in place of one: a chart, a shape. */
export type WordPicture = {
  readonly part: string;
  readonly w: number;
  readonly h: number;
  readonly scene?: SlideScene;
};

/** Blocks in a shape. */
type WordText = { readonly blocks: readonly WordBlock[] } & Pick<SceneText, 'insets' | 'anchor'>;

/** A page of a text document; margins left, top, right, bottom. */
export type WordPage = {
  readonly width: number;
  readonly height: number;
  readonly margins: readonly [number, number, number, number];
  readonly blocks: readonly WordBlock[];
  /** What stands above and below on it, from the paper's upper and lower side. */
  readonly header: Edge;
  readonly footer: Edge;
};
type Edge = { readonly distance: number; readonly blocks: readonly WordBlock[] };
