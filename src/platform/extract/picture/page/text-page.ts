import { createCanvas } from '@napi-rs/canvas';
import type { Thumbnail } from '../../../../engine/ports/extractor.ts';
import type { SceneParagraph } from '../../scene/slide-scene.ts';
import { encodeThumbnail } from '../encode.ts';
import { foldInPlace, wordPattern } from '../word-pattern.ts';
import { writeLines } from '../writing/draw-text.ts';
import type { Drawing } from '../writing/drawing.ts';
import { isRightToLeft, type LaidOut, layOutText } from '../writing/lay-out-text.ts';
import { FAINT, INK, PAGE, paper } from './paper.ts';

const MARGIN = 40;
/** Sizes that are tried until the page's text fits, as programs show a long page smaller. */
const SIZES = [14, 12, 10.5, 9, 8] as const;
/** Pixels of width below which nobody reads: larger letters, and fewer of them, look more like a page. */
const UNREAD_WIDTH = 240;
/** Letters of a page that are looked at for words, and letters that are shown of it. */
const MAX_SEARCHED = 200_000;
const MAX_SHOWN = 8_000;
/** Letters of the text before the first word found, where a page is too long to be shown from its beginning. */
const LEAD = 350;
const MAX_TITLE = 100;

/** A page of running text in small, `width` pixels wide, words marked; of a page too long for it the part where the words are. */
export async function textPagePicture(
  text: string,
  width: number,
  words: readonly string[],
): Promise<Thumbnail | undefined> {
  if (text.trim() === '') return undefined;
  const scale = width / PAGE.width;
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(PAGE.height * scale)));
  const context = paper(canvas, scale);
  const pattern = wordPattern(words);
  const drawing: Drawing = {
    context,
    ink: FAINT,
    pattern,
    budget: { letters: 10 * MAX_SHOWN },
    pixel: 1 / scale,
  };
  const height = PAGE.height - 2 * MARGIN;
  const sizes = width < UNREAD_WIDTH ? SIZES.slice(0, 1) : SIZES;
  const whole = layOut(drawing, text.slice(0, MAX_SHOWN), true, height, sizes);
  const found = pattern && foldInPlace(text.slice(0, MAX_SEARCHED)).search(pattern);
  const isSeen = found === undefined || found === -1 || found < shownLetters(whole, height);
  const shown = isSeen ? whole : layOut(drawing, partAround(text, found), false, height, sizes);
  context.translate(MARGIN, MARGIN);
  writeLines(drawing, {
    ...shown,
    lines: shown.lines.filter((line) => line.top + line.height <= height + 4),
  });
  return encodeThumbnail(canvas);
}

/** The text from shortly before a place, begun at a line or a word. */
function partAround(text: string, found: number): string {
  const from = Math.max(0, found - LEAD);
  if (from === 0) return text.slice(0, MAX_SHOWN);
  const line = text.slice(from, found).search(/\n/);
  const space = line === -1 ? text.slice(from, found).search(/\s/) : line;
  return `… ${text.slice(from + Math.max(0, space), from + MAX_SHOWN).trimStart()}`;
}

/** Lays a text out as large as fits; one that does not fit is laid out small. */
function layOut(
  drawing: Drawing,
  text: string,
  fromStart: boolean,
  height: number,
  sizes: readonly number[],
): LaidOut {
  const lines = text.split('\n').map((line) => line.trim());
  let laidOut: LaidOut | undefined;
  for (const size of sizes) {
    drawing.budget.letters = 10 * MAX_SHOWN;
    const paragraphs = paragraphsOf(lines, size, fromStart);
    laidOut = layOutText(drawing.context, paragraphs, PAGE.width - 2 * MARGIN, 1, drawing.budget);
    if (laidOut.height <= height) break;
  }
  return laidOut ?? { lines: [], texts: [], signs: [], height: 0 };
}

function paragraphsOf(lines: readonly string[], size: number, fromStart: boolean): SceneParagraph[] {
  const shown = lines.filter((line) => line !== '');
  const isTitled = fromStart && shown.length > 1 && isTitle(shown[0] ?? '');
  return shown.map((text, at): SceneParagraph => {
    const isHead = isTitled && at === 0;
    const own = isHead ? Math.min(25, size * 1.8) : size;
    const look = { margin: 0, indent: 0, line: { lines: 1.12 }, after: { points: 0 }, size: own };
    const before = { points: isTitled && at === 1 ? size * 1.2 : size * 0.4 };
    return {
      runs: [{ text, size: own, ...(isHead ? { bold: true, color: INK } : {}) }],
      look: { ...look, before },
      ...(isRightToLeft(text) ? { align: 'right' as const } : {}),
    };
  });
}

/** A first line that is short and does not end as a sentence does is a heading. */
function isTitle(line: string): boolean {
  return line.length <= MAX_TITLE && !/[.,;:!?。、]$/.test(line);
}

/** How far into the text the lines that are seen reach, in letters; line breaks and spaces count about. */
function shownLetters(laidOut: LaidOut, height: number): number {
  const hidden = laidOut.lines.find((line) => line.top + line.height > height);
  if (!hidden) return Number.POSITIVE_INFINITY;
  const before = laidOut.texts.slice(0, hidden.paragraph).reduce((sum, text) => sum + text.length + 1, 0);
  return before + (hidden.pieces[0]?.from ?? 0);
}
