import type { Canvas } from '@napi-rs/canvas';
import type { PlacedText } from '../../../engine/ports/extractor.ts';
import { boxesBetween } from '../../../shared/recognized-words.ts';
import { MOST_MARKS, paintMark } from '../pdf/common/paint-mark.ts';
import { foldInPlace, wordPattern } from '../picture/word-pattern.ts';

/** A page's picture with words marked where they were recognized on it. */
export function marking(
  canvas: Canvas,
  words: readonly string[],
  recognized: PlacedText | undefined,
): Canvas {
  const pattern = recognized === undefined ? undefined : wordPattern(words);
  if (recognized === undefined || pattern === undefined) return canvas;
  const { text, boxes } = recognized;
  const places = [...foldInPlace(text).matchAll(pattern)].flatMap(({ index, 0: found }) =>
    boxesBetween(text, boxes, index, index + found.length),
  );
  const { width, height } = canvas;
  for (const { x, y, w, h } of places.slice(0, MOST_MARKS))
    paintMark(canvas.getContext('2d'), {
      left: x * width,
      top: y * height,
      right: (x + w) * width,
      bottom: (y + h) * height,
    });
  return canvas;
}
