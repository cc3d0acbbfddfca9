import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../../engine/ports/extractor.ts';
import type { OfficePackage } from '../../package/office-package.ts';
import type { SceneParagraph, SlideScene } from '../../scene/slide-scene.ts';
import { readWordPage } from '../../word/read-word-page.ts';
import type { WordBlock, WordPage, WordPicture, WordTable } from '../../word/word-page.ts';
import { encodeThumbnail } from '../encode.ts';
import { drawSlide } from '../slide/draw-slide.ts';
import { type Drawable, SlidePictures } from '../slide/slide-pictures.ts';
import { foldInPlace, wordPattern } from '../word-pattern.ts';
import type { Drawing } from '../writing/drawing.ts';
import { paper } from './paper.ts';
import { WordDrawing } from './word-drawing.ts';

const INK = '#000000';
const MAX_TALLNESS = 2.5;
/** Letters that are laid out of one page, which is all of the document where its program notes no pages. */
const MAX_LETTERS = 400_000;
/** Pictures, charts and shapes of a page that are drawn. */
const MOST_PICTURES = 300;
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
  await drawWordPage(paper(canvas, scale), office, page, 1 / scale, wordPattern(words));
  return encodeThumbnail(canvas);
}

/** Draws a page of Word on a context in points, from the origin. `pixel`: points that a pixel is wide. */
export async function drawWordPage(
  context: SKRSContext2D,
  office: OfficePackage,
  page: WordPage,
  pixel: number,
  pattern?: RegExp,
): Promise<void> {
  context.imageSmoothingQuality = 'high';
  const drawing: Drawing = { context, ink: INK, pattern, budget: { letters: MAX_LETTERS }, pixel };
  // Each block is measured once, without using up the letters that may be drawn.
  const measuring = new WordDrawing({ ...drawing, budget: { letters: MAX_LETTERS } }, page);
  const top = bodyTop(measuring, page);
  const hidden = drawing.pattern === undefined ? 0 : findWords(measuring, page, top, drawing.pattern);
  context.translate(page.margins[0], -hidden);
  const pictures = new SlidePictures(office);
  const body: Run = { blocks: page.blocks, top, end: page.height + hidden };
  for (const run of [...edgesOf(measuring, page), body])
    await drawBlocks(drawing, measuring, page, pictures, run);
}

/** Blocks below each other from `top` as far as `end`, in points below the paper's upper side. */
type Run = { readonly blocks: readonly WordBlock[]; readonly top: number; readonly end: number };

/** What stands above and below the body. */
function edgesOf(measuring: WordDrawing, page: WordPage): readonly Run[] {
  const { header, footer, height } = page;
  const below = height - footer.distance - heightOf(measuring, page, footer.blocks);
  return [
    { blocks: header.blocks, top: header.distance, end: height / 2 },
    { blocks: footer.blocks, top: Math.max(height / 2, below), end: height },
  ];
}

/** Where the body begins: a header that is higher than its margin moves it down. */
function bodyTop(measuring: WordDrawing, page: WordPage): number {
  const { header, height } = page;
  const needed = header.distance + heightOf(measuring, page, header.blocks);
  return Math.max(page.margins[1], Math.min(needed, height / 2));
}

function heightOf(measuring: WordDrawing, page: WordPage, blocks: readonly WordBlock[]): number {
  return blocks.reduce((sum, block) => sum + measuring.height(block, textWidth(page)), 0);
}

function textWidth({ width, margins: [left, , right] }: WordPage): number {
  return Math.max(20, width - left - right);
}

/** By how much the page is moved up so that the first words found are seen: not at all where they stand on its paper. */
function findWords(measuring: WordDrawing, page: WordPage, top: number, pattern: RegExp): number {
  const seen = page.height - page.margins[3] / 2;
  let y = top;
  for (const block of page.blocks) {
    const height = measuring.height(block, textWidth(page));
    if (foldInPlace(wordsOf(block)).search(pattern) !== -1)
      return y + height <= seen ? 0 : Math.max(0, y - seen * LEAD);
    y += height;
  }
  return 0;
}

async function drawBlocks(
  drawing: Drawing,
  measuring: WordDrawing,
  page: WordPage,
  pictures: SlidePictures,
  { blocks, top, end }: Run,
): Promise<void> {
  const { context } = drawing;
  const width = textWidth(page);
  const shown: { readonly block: WordBlock; readonly y: number }[] = [];
  let y = top;
  for (const block of blocks) {
    if (y > end) break;
    shown.push({ block, y });
    y += measuring.height(block, width);
  }
  const images = new Map<string | SlideScene, Drawable>();
  for (const { part, w, scene } of shown.flatMap(({ block }) => [...picturesOf(block)])) {
    const key = scene ?? part;
    if (images.has(key) || images.size >= MOST_PICTURES) continue;
    const image = scene
      ? await drawSlide(scene, pictures, {
          width: Math.ceil(w / drawing.pixel),
          clear: true,
          pattern: drawing.pattern,
        })
      : await pictures.read(part);
    if (image) images.set(key, image);
  }
  const fresh = new WordDrawing(drawing, page, images);
  context.save();
  context.beginPath();
  context.rect(-page.margins[0], 0, page.width, end);
  context.clip();
  for (const one of shown.toSorted((a, b) => layerOf(a.block) - layerOf(b.block))) {
    context.save();
    context.translate(0, one.y);
    fresh.draw(one.block, width, one.y);
    context.restore();
  }
  context.restore();
}

/** What lies behind the text is drawn first, what lies over it last. */
function layerOf(block: WordBlock): number {
  if (block.block !== 'placed') return 0;
  return block.isBehind ? -1 : 1;
}

/** The pictures in a block. */
function* picturesOf(block: WordBlock): Generator<WordPicture> {
  if (block.block === 'pictures') yield* block.pictures;
  else if (block.block === 'paragraph') yield* block.icon ? [block.icon] : [];
  else {
    if (block.block === 'placed' && (block.picture.scene || block.picture.part !== '')) yield block.picture;
    for (const one of blocksIn(block)) yield* picturesOf(one);
  }
}

function wordsOf(block: WordBlock): string {
  if (block.block === 'pictures') return '';
  if (block.block === 'paragraph') return textOf([block.paragraph]);
  if (block.block === 'placed') return blocksIn(block).map(wordsOf).join('\n');
  const cells = block.rows.flatMap((row) => row.cells);
  const texts = cells.map(({ text }) => textOf(text.paragraphs));
  return [...texts, ...blocksIn(block).map(wordsOf)].join('\n');
}

function blocksIn(block: WordTable | Extract<WordBlock, { readonly block: 'placed' }>): readonly WordBlock[] {
  if (block.block === 'placed') return block.text?.blocks ?? [];
  return block.rows.flatMap(({ cells }) =>
    cells.flatMap(({ blocks = [], covered }) => (covered ? [] : blocks)),
  );
}

function textOf(paragraphs: readonly SceneParagraph[]): string {
  return paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n');
}
