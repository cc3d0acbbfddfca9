import { createCanvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../../engine/ports/extractor.ts';
import type { OfficePackage } from '../../package/office-package.ts';
import { readWordPage } from '../../word/read-word-page.ts';
import type { WordBlock, WordPage } from '../../word/word-page.ts';
import { encodeThumbnail } from '../encode.ts';
import { drawTable } from '../slide/draw-table.ts';
import { type Drawable, SlidePictures } from '../slide/slide-pictures.ts';
import { foldInPlace, wordPattern } from '../word-pattern.ts';
import { writeLines } from '../writing/draw-text.ts';
import type { Drawing } from '../writing/drawing.ts';
import { layOutText } from '../writing/lay-out-text.ts';
import { paper } from './paper.ts';

const INK = '#000000';
const NO_PICTURE = '#e9ecef';
const MAX_TALLNESS = 2.5;
/** Letters that are laid out of one page, which is all of the document where its program notes no pages. */
const MAX_LETTERS = 400_000;
/** How far down the words are shown, where the page is longer than its paper. */
const LEAD = 0.3;

/** A picture of a page (1-based) of a DOCX, `width` pixels wide, words marked; undefined where there is none. */
export async function wordPagePicture(
  office: OfficePackage,
  mainPart: string,
  number: number,
  width: number,
  words: readonly string[] = [],
): Promise<Thumbnail | undefined> {
  const page = readWordPage(office, mainPart, number);
  if (!page || page.blocks.length === 0) return undefined;
  const scale = Math.min(width / page.width, (width * MAX_TALLNESS) / page.height);
  const canvas = createCanvas(
    Math.max(1, Math.round(page.width * scale)),
    Math.max(1, Math.round(page.height * scale)),
  );
  const context = paper(canvas, scale);
  context.imageSmoothingQuality = 'high';
  const drawing: Drawing = {
    context,
    ink: INK,
    pattern: wordPattern(words),
    budget: { letters: MAX_LETTERS },
    pixel: 1 / scale,
  };
  const [left, top] = page.margins;
  const hidden = drawing.pattern === undefined ? 0 : findWords(drawing, page, drawing.pattern);
  context.translate(left, top - hidden);
  const fresh = { ...drawing, budget: { letters: MAX_LETTERS } };
  await drawBlocks(fresh, page, new SlidePictures(office), hidden + page.height);
  return encodeThumbnail(canvas);
}

function textWidth({ width, margins: [left, , right] }: WordPage): number {
  return Math.max(20, width - left - right);
}

/** By how much the page is moved up so that the first words found are seen: not at all where they stand on its paper. */
function findWords(drawing: Drawing, page: WordPage, pattern: RegExp): number {
  const { context } = drawing;
  const [, top, , bottom] = page.margins;
  const seen = page.height - top - bottom / 2;
  let y = 0;
  context.save();
  // Nothing may be seen of what is only measured.
  context.globalAlpha = 0;
  for (const block of page.blocks) {
    context.save();
    const height = drawBlock({ ...drawing, pattern: undefined }, block, textWidth(page), undefined);
    context.restore();
    if (foldInPlace(wordsOf(block)).search(pattern) !== -1) {
      context.restore();
      return y + height <= seen ? 0 : Math.max(0, y - seen * LEAD);
    }
    y += height;
  }
  context.restore();
  return 0;
}

/** Draws blocks below each other as far as the paper reaches. */
async function drawBlocks(
  drawing: Drawing,
  page: WordPage,
  pictures: SlidePictures,
  end: number,
): Promise<void> {
  const { context } = drawing;
  let y = 0;
  for (const block of page.blocks) {
    if (y > end) return;
    const picture = block.block === 'picture' ? block : block.block === 'paragraph' ? block.icon : undefined;
    const image = picture && (await pictures.read(picture.part));
    context.save();
    context.translate(0, y);
    y += drawBlock(drawing, block, textWidth(page), image);
    context.restore();
  }
}

function wordsOf(block: WordBlock): string {
  if (block.block === 'picture') return '';
  const paragraphs =
    block.block === 'paragraph'
      ? [block.paragraph]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.text.paragraphs));
  return paragraphs.map((one) => one.runs.map((run) => run.text).join('')).join('\n');
}

/** Draws a block from the origin; answers its height with the space around it. */
function drawBlock(drawing: Drawing, block: WordBlock, width: number, image: Drawable | undefined): number {
  const { context } = drawing;
  if (block.block === 'table') return drawTable(drawing, { ...block, w: width });
  if (block.block === 'picture') {
    const shrink = Math.min(1, width / block.w);
    const [w, h] = [block.w * shrink, block.h * shrink];
    const x = block.align === 'center' ? (width - w) / 2 : block.align === 'right' ? width - w : 0;
    if (image) context.drawImage(image, x, 0, w, h);
    else {
      context.fillStyle = NO_PICTURE;
      context.fillRect(x, 0, w, h);
    }
    return h;
  }
  const { paragraph, fill, icon } = block;
  const { before, after, margin } = paragraph.look;
  const above = 'points' in before ? before.points : 0;
  const look = icon ? { ...paragraph.look, margin: margin + icon.w + 4 } : paragraph.look;
  const laidOut = layOutText(context, [{ ...paragraph, look }], width, 1, drawing.budget);
  const height = Math.max(laidOut.height, icon?.h ?? 0);
  context.translate(0, above);
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fillRect(0, 0, width, height);
  }
  if (icon && image) context.drawImage(image, margin, 0, icon.w, icon.h);
  context.translate(0, (height - laidOut.height) / 2);
  writeLines(drawing, laidOut);
  return above + height + ('points' in after ? after.points : 0);
}
