import type { SKRSContext2D } from '@napi-rs/canvas';
import { MARKED_INK, MARKER } from '../../picture/word-pattern.ts';

/** A place on a picture, in pixels. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
type Color = readonly [number, number, number];

/** Marks on a page at most. */
export const MOST_MARKS = 400;
/** How far a line of text reaches below and above its baseline, in its height. */
export const LINE_REACH = { below: 0.22, above: 0.86 } as const;
/** How far a mark's ends may move so that no letter is cut, in its height. */
const REACH = 0.25;
/** What a column of distance counts as, in full pixels of letters. */
const FAR = 0.2;
/** Of the strongest difference from the ground: below, a pixel is ground; above, it is a letter. */
const [GROUND, LETTER] = [0.12, 0.7];
/** A stronger difference than this, of 765, says that something is written there. */
const WRITTEN = 60;

const MARK = colorOf(MARKER);
const INK = colorOf(MARKED_INK);

/**
 * Marks a word that has been drawn, as with a highlighter: its ground becomes the marker's colour and its letters dark, whatever colours both
 * had, so that it can be read. The ends move to where no letter stands.
 */
export function paintMark(context: SKRSContext2D, wanted: Box): void {
  const height = wanted.bottom - wanted.top;
  const reach = Math.max(2, height * REACH);
  const left = Math.max(0, Math.floor(wanted.left - reach));
  const top = Math.max(0, Math.floor(wanted.top));
  const right = Math.min(context.canvas.width, Math.ceil(wanted.right + reach));
  const bottom = Math.min(context.canvas.height, Math.ceil(wanted.bottom));
  if (right - left < 2 || bottom - top < 2) return;
  const area = context.getImageData(left, top, right - left, bottom - top);
  const { data, width } = area;
  const ground = groundOf(data);
  const strength = new Float32Array(data.length / 4);
  let most = WRITTEN;
  for (let at = 0; at < strength.length; at += 1) {
    const difference = differenceOf(data, at * 4, ground);
    strength[at] = difference;
    most = Math.max(most, difference);
  }
  const ink = inkOf(strength, width, most);
  const from = gapNear(ink, Math.round(wanted.left) - left, Math.floor(reach));
  const to = gapNear(ink, Math.round(wanted.right) - left, Math.floor(reach));
  for (let at = 0; at < strength.length; at += 1) {
    const x = at % width;
    if (x < from || x > to) continue;
    const share = Math.min(1, Math.max(0, ((strength[at] ?? 0) / most - GROUND) / (LETTER - GROUND)));
    for (const [channel, mark] of MARK.entries())
      data[at * 4 + channel] = mark + ((INK[channel] ?? 0) - mark) * share;
    data[at * 4 + 3] = 255;
  }
  context.putImageData(area, left, top);
}

function colorOf(hex: string): Color {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
}

/** The colour that most pixels come near to: letters cover less than half of what is around them. */
function groundOf(data: Uint8ClampedArray): Color {
  const counts = new Map<number, number>();
  let [best, most] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const key =
      (((data[at] ?? 0) >> 4) << 8) | (((data[at + 1] ?? 0) >> 4) << 4) | ((data[at + 2] ?? 0) >> 4);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) [best, most] = [key, count];
  }
  return [((best >> 8) << 4) + 8, (((best >> 4) & 15) << 4) + 8, ((best & 15) << 4) + 8];
}

function differenceOf(data: Uint8ClampedArray, at: number, ground: Color): number {
  return ground.reduce((sum, one, channel) => sum + Math.abs((data[at + channel] ?? 0) - one), 0);
}

/** For each column, how much of letters stands in it, in full pixels. */
function inkOf(strength: Float32Array, width: number, most: number): Float32Array {
  const ink = new Float32Array(width);
  for (const [at, one] of strength.entries()) ink[at % width] = (ink[at % width] ?? 0) + one / most;
  return ink;
}

/** Where near a place least of letters stands: what is further away must be that much emptier. */
function gapNear(ink: Float32Array, wanted: number, reach: number): number {
  let [best, least] = [wanted, Number.POSITIVE_INFINITY];
  for (let column = wanted - reach; column <= wanted + reach; column += 1) {
    const cost = (ink[column] ?? Number.POSITIVE_INFINITY) + Math.abs(column - wanted) * FAR;
    if (cost < least) [best, least] = [column, cost];
  }
  return best;
}
