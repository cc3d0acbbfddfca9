import type { SceneCell, SceneParagraph } from '../scene/slide-scene.ts';

/** Something on a page of a text document, from above to below. Measures in points. */
export type WordBlock =
  | {
      readonly block: 'paragraph';
      readonly paragraph: SceneParagraph;
      readonly fill?: string;
      /** A small picture before its words. */
      readonly icon?: PlacedPicture;
    }
  | {
      readonly block: 'table';
      readonly columns: readonly number[];
      readonly rows: readonly { readonly height: number; readonly cells: readonly SceneCell[] }[];
    }
  | (PlacedPicture & { readonly block: 'picture'; readonly align: 'left' | 'center' | 'right' });

/** A picture by the part of the package that holds its bytes. */
export type PlacedPicture = { readonly part: string; readonly w: number; readonly h: number };

/** A page of a text document; margins left, top, right, bottom. */
export type WordPage = {
  readonly width: number;
  readonly height: number;
  readonly margins: readonly [number, number, number, number];
  readonly blocks: readonly WordBlock[];
};
