import type { CellLook, TextRun } from '../../../engine/ports/sheet-look.ts';
import type { CellRun } from '../office/cell-runs.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child } from '../package/xml.ts';
import { type ColorScheme, readColorScheme } from '../scene/colors.ts';
import { type StyleColors, styleColors } from './style-colors.ts';
import {
  fontOf,
  readStyleLooks,
  readValueLooks,
  type StyleLook,
  sizeOf,
  type ValueLook,
} from './style-looks.ts';

/** Looks that are told apart; what there is beyond looks as usual. */
const MAX_LOOKS = 20_000;
const USUAL_SIZE = 11;

/** How a workbook's cells may look: what its styles say, by their numbers. */
export type BookLook = {
  readonly theme: ColorScheme;
  /** Of letters of which nothing is said; in points. */
  readonly size: number;
  readonly font: string | undefined;
  readonly styles: readonly StyleLook[];
  /** What rules may make of cells, by their numbers, and how their colours are read. */
  readonly ruled: readonly ValueLook[];
  readonly colors: StyleColors;
};

/** What a cell's content says of its look, where its style does not. */
type ContentLook = {
  readonly usual?: 'left' | 'right' | 'center';
  readonly color?: string | undefined;
  readonly number?: CellLook['number'] | undefined;
};

/** Reads a workbook's styles and theme. */
export function readBookLook(office: OfficePackage, mainPart: string): BookLook {
  const theme = readColorScheme(office, mainPart);
  const styles = office.tree(office.related(mainPart, 'styles')[0]);
  const [usual] = child(styles, 'fonts')?.children ?? [];
  return {
    theme,
    size: sizeOf(usual) ?? USUAL_SIZE,
    font: fontOf(usual),
    styles: readStyleLooks(styles, theme),
    ruled: readValueLooks(styles, theme),
    colors: styleColors(styles, theme),
  };
}

/** The looks of a sheet's cells, each once. */
export class CellLooks {
  readonly book: BookLook;
  readonly #looks: CellLook[] = [{}];
  readonly #numbers = new Map<string, number>([['{}', 0]]);
  readonly #asked = new Map<string, number>();

  constructor(book: BookLook) {
    this.book = book;
  }

  /** All that were asked for, by their numbers. */
  get all(): readonly CellLook[] {
    return this.#looks;
  }

  /** The number of the look of a style (-1: none), of a cell that stands as its content does unless the style says where, maybe in a colour of its own. */
  numberOf(style: number, content: ContentLook = {}): number {
    const { usual = 'left', color, number } = content;
    const asked = `${style} ${usual} ${color} ${number}`;
    const known = this.#asked.get(asked);
    if (known !== undefined) return known;
    const { align = usual, ...rest } = this.book.styles[Math.max(0, style)] ?? {};
    const found = this.#numberOf({
      ...rest,
      ...(align === 'left' ? {} : { align }),
      ...(color === undefined ? {} : { color }),
      ...(number === undefined ? {} : { number }),
    });
    if (this.#asked.size < 2 * MAX_LOOKS) this.#asked.set(asked, found);
    return found;
  }

  /** The parts of a text as they look; undefined where they are not all of what is shown of it. */
  runsOf(runs: readonly CellRun[], shown: string): readonly TextRun[] | undefined {
    if (runs.map(({ text }) => text).join('') !== shown) return undefined;
    return runs.map(({ color: stated, ...run }) => {
      const color = stated && this.book.colors({ name: 'color', attributes: stated, children: [], text: '' });
      return color === undefined ? run : { ...run, color };
    });
  }

  /** The number of a look that is changed by a rule. */
  changed(look: number, by: ValueLook): number {
    return this.#numberOf({ ...this.#looks[look], ...by });
  }

  #numberOf(look: CellLook): number {
    const key = JSON.stringify(look);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#looks.length >= MAX_LOOKS) return 0;
    this.#numbers.set(key, this.#looks.length);
    return this.#looks.push(look) - 1;
  }
}
