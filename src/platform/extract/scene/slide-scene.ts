import type { SlideLink } from '../../../engine/ports/extractor.ts';
import type { TabStop } from '../office/word-paragraph.ts';
import type { ChartDrawing } from './chart-drawing.ts';
import type { Paint } from './colors.ts';

/** A place on a slide, in points from its upper left corner; it may reach beyond the slide. */
export type Place = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** A step of a drawn outline, in the coordinates of its path. */
export type PathStep =
  | { readonly step: 'move' | 'line'; readonly to: readonly [number, number] }
  | { readonly step: 'curve'; readonly points: readonly (readonly [number, number])[] }
  | {
      readonly step: 'arc';
      readonly radii: readonly [number, number];
      readonly from: number;
      readonly sweep: number;
    }
  | { readonly step: 'close' };
/** What a shape's outline is: one of the format's own by its name, or paths of its author's. Angles in radians. */
export type Form =
  | { readonly preset: string; readonly adjust: Readonly<Record<string, number>> }
  | {
      readonly paths: readonly {
        readonly w: number;
        readonly h: number;
        readonly filled: boolean;
        readonly stroked: boolean;
        readonly steps: readonly PathStep[];
      }[];
    };

/** A line around a shape; width in points. */
export type Outline = {
  readonly color: string;
  readonly width: number;
  readonly dashed?: true;
  readonly arrowAtStart?: true;
  readonly arrowAtEnd?: true;
};

/** A run of text in one look; its text as `PageText` has it. */
export type SceneRun = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** `#rrggbb`. */
  readonly color?: string;
  readonly font?: string;
  readonly underline?: true;
  /** Written in capitals, whatever its letters are. */
  readonly caps?: true;
  readonly link?: SlideLink;
};
/** A paragraph with its measures in points; spacing in lines or points. */
export type SceneParagraph = {
  readonly runs: readonly SceneRun[];
  readonly level?: number;
  readonly bullet?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Whether it is read from right to left, where that is said; else its first letter says. */
  readonly rightToLeft?: boolean;
  readonly look: {
    readonly margin: number;
    readonly indent: number;
    readonly before: Spacing;
    readonly after: Spacing;
    readonly line: Spacing;
    /** Lines are as high as what stands in them asks for where that is more than `line`. */
    readonly lineGrows?: true;
    /** Room at the right of all lines. */
    readonly marginRight?: number;
    readonly sign?: string;
    readonly signColor?: string;
    /** Of an empty paragraph's line, in points. */
    readonly size: number;
    /** Where tabs lead to, in points from the column's side; a tab is some spaces where nothing is said, as on slides. */
    readonly tabs?: readonly TabStop[];
    /** Lines are as high as their fonts say, as in Word; on slides they are of one height whatever the font. */
    readonly byFont?: true;
  };
};
export type Spacing = { readonly lines: number } | { readonly points: number };

/** Text in a box; insets in points: left, top, right, bottom. */
export type SceneText = {
  readonly paragraphs: readonly SceneParagraph[];
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly insets: readonly [number, number, number, number];
  readonly wraps: boolean;
  /** Whether the application makes text smaller that does not fit. */
  readonly shrinks: boolean;
  /** Quarter turns clockwise. */
  readonly turns: 0 | 1 | 3;
};

/** A cell of a table. Columns and rows that it spans beyond the first belong to it. */
export type SceneCell = {
  readonly text: SceneText;
  readonly plain: string;
  readonly columns: number;
  readonly rows: number;
  /** Part of a cell before or above. */
  readonly covered: boolean;
  readonly fill?: Paint;
  /** Left, top, right, bottom. */
  readonly borders: readonly (Outline | undefined)[];
};

/** Something on a slide. */
export type SceneShape = Place & {
  /** Degrees clockwise. */
  readonly rotation?: number;
  readonly flipX?: true;
  readonly flipY?: true;
  /** Where it leads as a whole. */
  readonly link?: SlideLink;
  /** What its author wrote for whoever can't see it. */
  readonly alt?: string;
} & (
    | {
        readonly shape: 'form';
        readonly role: 'title' | 'body' | 'other' | 'footer';
        readonly form: Form;
        readonly fill?: Paint;
        readonly outline?: Outline;
        readonly text?: SceneText;
      }
    | {
        readonly shape: 'picture';
        /** The part of the package that holds its bytes. */
        readonly part: string;
        readonly form: Form;
        readonly outline?: Outline;
        /** Shares cut off: left, top, right, bottom. */
        readonly crop?: readonly [number, number, number, number];
        /** The colours that its darkest and lightest parts are shown in. */
        readonly duotone?: readonly [string, string];
        /** The slide's background, or a shape's: nothing stands in for one that can't be shown. */
        readonly isGround: boolean;
      }
    | {
        readonly shape: 'table';
        /** Widths and least heights, in points. */
        readonly columns: readonly number[];
        readonly rows: readonly { readonly height: number; readonly cells: readonly SceneCell[] }[];
      }
    | {
        readonly shape: 'chart';
        readonly rows: readonly (readonly string[])[];
        /** Absent for kinds that are not drawn. */
        readonly drawing?: ChartDrawing;
      }
  );

/** A slide as it is drawn: what lies lowest comes first. Sizes in points. */
export type SlideScene = {
  readonly width: number;
  readonly height: number;
  readonly title?: string;
  readonly background?: Paint;
  /** Text's colour where nothing states one. */
  readonly ink: string;
  readonly shapes: readonly SceneShape[];
};
