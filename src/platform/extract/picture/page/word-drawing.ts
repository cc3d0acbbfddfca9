import type { SceneText, SlideScene } from '../../scene/slide-scene.ts';
import type {
  WordBlock,
  WordCell,
  WordPage,
  WordPicture,
  WordPlace,
  WordTable,
} from '../../word/word-page.ts';
import { type CellDrawer, drawTable, tableHeight } from '../slide/draw-table.ts';
import type { Drawable } from '../slide/slide-pictures.ts';
import { writeLines } from '../writing/draw-text.ts';
import type { Drawing } from '../writing/drawing.ts';
import { layOutText } from '../writing/lay-out-text.ts';

const NO_PICTURE = '#e9ecef';
/** Areas of its page that pictures on one may cover together, the same place often; what comes after is left out. */
const MOST_COVERED = 60;
/** Square points as which a picture counts at least. */
const LEAST_AREA = 100;
/** Points between a small picture and the words behind it. */
const ICON_GAP = 4;

type Of<Kind extends WordBlock['block']> = Extract<WordBlock, { readonly block: Kind }>;
/** A row of pictures beside each other, as high as the highest. */
type PictureRow = { readonly pictures: WordPicture[]; w: number; h: number };

/** Pictures by their parts, or by what is drawn in place of them. */
type WordImages = ReadonlyMap<string | SlideScene, Drawable>;

/** Measures and draws the blocks of a page of a text document, each from the origin. */
export class WordDrawing {
  readonly #drawing: Drawing;
  readonly #page: WordPage;
  readonly #images: WordImages;
  /** A block within a table is measured once for each table around it. */
  readonly #heights = new WeakMap<WordBlock, { readonly width: number; readonly height: number }>();
  /** Square points that pictures may still cover. */
  #area: number;
  /** Where the block that is drawn lies on the page. */
  #y = 0;
  readonly #cells: CellDrawer<WordCell> = {
    height: ({ blocks, text }, w) => {
      if (!blocks) return undefined;
      const [left, top, right, bottom] = text.insets;
      const room = Math.max(1, w - left - right);
      return blocks.reduce((sum, one) => sum + this.height(one, room), top + bottom);
    },
    draw: (cell, w, h) => this.#drawCell(cell, w, h),
  };

  /** `images`: pictures, as far as they can be drawn. */
  constructor(drawing: Drawing, page: WordPage, images: WordImages = new Map()) {
    this.#drawing = drawing;
    this.#page = page;
    this.#images = images;
    this.#area = page.width * page.height * MOST_COVERED;
  }

  /** How high a block is in this width, with the space around it. */
  height(block: WordBlock, width: number): number {
    const known = this.#heights.get(block);
    if (known?.width === width) return known.height;
    const height = this.#measure(block, width);
    this.#heights.set(block, { width, height });
    return height;
  }

  /** Draws a block that begins `y` points below the paper's upper side; the origin is there already. */
  draw(block: WordBlock, width: number, y: number): void {
    const { context } = this.#drawing;
    this.#y = y;
    context.save();
    this.#draw(block, width);
    context.restore();
  }

  #measure(block: WordBlock, width: number): number {
    switch (block.block) {
      case 'table':
        return tableHeight(this.#drawing, withWidth(block, width), this.#cells);
      case 'pictures':
        return rowsOf(block.pictures, width).reduce((sum, row) => sum + row.h, block.before + block.after);
      case 'placed':
        return 0;
      case 'paragraph': {
        const { before, after } = block.paragraph.look;
        const { height } = this.#layOut(block, width);
        const own = Math.max(height, block.icon?.h ?? 0);
        return own + ('points' in before ? before.points : 0) + ('points' in after ? after.points : 0);
      }
    }
  }

  #draw(block: WordBlock, width: number): void {
    if (block.block === 'table') this.#drawTable(block, width);
    else if (block.block === 'pictures') this.#drawPictures(block, width);
    else if (block.block === 'placed') this.#drawPlaced(block, width);
    else this.#drawParagraph(block, width);
  }

  #drawTable(table: WordTable, width: number): void {
    const own = table.columns.reduce((sum, one) => sum + one, 0);
    const free = own > 0 ? width - own : 0;
    const { align, indent } = table;
    const [margin] = this.#page.margins;
    const begin = Math.max(-margin, Math.min(indent, Math.max(0, free)));
    const x = align === 'center' ? free / 2 : align === 'right' ? free : begin;
    this.#drawing.context.translate(x, 0);
    drawTable(this.#drawing, withWidth(table, width), this.#cells);
  }

  #layOut({ paragraph, icon }: Of<'paragraph'>, width: number) {
    const { look } = paragraph;
    const beside = icon ? { ...look, margin: look.margin + icon.w + ICON_GAP } : look;
    const { context, budget } = this.#drawing;
    return layOutText(context, [{ ...paragraph, look: beside }], width, 1, budget);
  }

  #drawParagraph(block: Of<'paragraph'>, width: number): void {
    const { context } = this.#drawing;
    const { paragraph, fill, icon } = block;
    const { before, margin } = paragraph.look;
    const laidOut = this.#layOut(block, width);
    const height = Math.max(laidOut.height, icon?.h ?? 0);
    context.translate(0, 'points' in before ? before.points : 0);
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fillRect(0, 0, width, height);
    }
    if (icon) this.#drawPicture(icon, margin, 0, icon.w, icon.h);
    context.translate(0, (height - laidOut.height) / 2);
    writeLines(this.#drawing, laidOut);
  }

  /** Pictures stand on the line that they share. */
  #drawPictures({ pictures, align, before }: Of<'pictures'>, width: number): void {
    let y = before;
    for (const row of rowsOf(pictures, width)) {
      const free = width - row.w;
      let x = align === 'center' ? free / 2 : align === 'right' ? free : 0;
      for (const picture of row.pictures) {
        this.#drawPicture(picture, x, y + row.h - picture.h, picture.w, picture.h);
        x += picture.w;
      }
      y += row.h;
    }
  }

  #drawPlaced({ picture, text, across, down }: Of<'placed'>, width: number): void {
    const { margins, width: paperWidth, height: paperHeight } = this.#page;
    const [left, top, right, bottom] = margins;
    const x = offsetOf(across, picture.w, {
      page: [-left, paperWidth],
      margin: [0, paperWidth - left - right],
      text: [0, width],
    });
    const y = offsetOf(down, picture.h, {
      page: [-this.#y, paperHeight],
      margin: [top - this.#y, paperHeight - top - bottom],
      text: [0, picture.h],
    });
    if (picture.part !== '' || picture.scene) this.#drawPicture(picture, x, y, picture.w, picture.h);
    if (!text) return;
    this.#drawing.context.translate(x, y);
    this.#drawBlocks(text.blocks, text, picture.w, picture.h);
  }

  #drawPicture({ part, scene }: WordPicture, x: number, y: number, w: number, h: number): void {
    const { context } = this.#drawing;
    if (this.#area <= 0) return;
    this.#area -= Math.max(LEAST_AREA, Math.min(w, this.#page.width) * Math.min(h, this.#page.height));
    const image = this.#images.get(scene ?? part);
    if (image) context.drawImage(image, x, y, w, h);
    else {
      context.fillStyle = NO_PICTURE;
      context.fillRect(x, y, w, h);
    }
  }

  #drawCell({ blocks = [], text }: WordCell, w: number, h: number): void {
    this.#drawBlocks(blocks, text, w, h);
  }

  #drawBlocks(
    blocks: readonly WordBlock[],
    { insets, anchor }: Pick<SceneText, 'insets' | 'anchor'>,
    w: number,
    h: number,
  ): void {
    const { context } = this.#drawing;
    const [left, top, right, bottom] = insets;
    const room = Math.max(1, w - left - right);
    const needed = blocks.reduce((sum, one) => sum + this.height(one, room), 0);
    const free = Math.max(0, h - top - bottom - needed);
    const shift = anchor === 'middle' ? free / 2 : anchor === 'bottom' ? free : 0;
    context.translate(left, top + shift);
    for (const one of blocks) {
      context.save();
      this.#draw(one, room);
      context.restore();
      context.translate(0, this.height(one, room));
    }
  }
}

function withWidth(table: WordTable, w: number): WordTable & { readonly w: number } {
  return { ...table, w };
}

/** Pictures beside each other as far as there is room; one that is wider than that is made smaller. */
function rowsOf(pictures: readonly WordPicture[], width: number): PictureRow[] {
  const rows: PictureRow[] = [];
  for (const one of pictures) {
    const shrink = Math.min(1, width / one.w);
    const picture = { ...one, w: one.w * shrink, h: one.h * shrink };
    const last = rows.at(-1);
    if (last && last.w + picture.w <= width + 0.01) {
      last.pictures.push(picture);
      last.w += picture.w;
      last.h = Math.max(last.h, picture.h);
    } else rows.push({ pictures: [picture], w: picture.w, h: picture.h });
  }
  return rows;
}

/** Where something `size` points long begins, by what it is measured from: where that begins, and how long it is. */
function offsetOf(
  place: WordPlace,
  size: number,
  areas: Readonly<Record<WordPlace['from'], readonly [begin: number, length: number]>>,
): number {
  const [begin, length] = areas[place.from];
  if ('at' in place) return begin + place.at;
  if ('share' in place) return begin + place.share * length;
  const free = length - size;
  return begin + (place.edge === 'middle' ? free / 2 : place.edge === 'end' ? free : 0);
}
