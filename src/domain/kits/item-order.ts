import { LONGEST_PLACE } from '../../shared/limits.ts';

/**
 * Where items of a kit stand, as texts that compare as the items do: between any two there is room for another, so that whoever moves or adds
 * one writes only that one (David Greenspan, ‘Implementing fractional indexing’, 2020). Two people may put theirs at the same place; then the
 * items' ids decide.
 */

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;

/** What a place looks like: it never ends in the least digit, or nothing would fit before it. */
export const PLACE_PATTERN = new RegExp(`^[0-9a-z]{0,${LONGEST_PLACE - 1}}[1-9a-z]$`);

/** So many places in order, all after `after` and before `before`; of those absent, from the beginning and to the end. */
export function placesBetween(
  after: string | undefined,
  before: string | undefined,
  count: number,
): readonly string[] {
  const places: string[] = [];
  let last = after;
  for (let at = 0; at < count; at += 1) {
    last = placeBetween(last, before);
    places.push(last);
  }
  return places;
}

/** A place after the one and before the other. */
function placeBetween(after = '', before: string | undefined): string {
  return before === undefined ? placeAfter(after) : middle(after, before);
}

/** Grows by a digit for every 35 items that are put at the end. */
function placeAfter(after: string): string {
  for (let at = 0; at < after.length; at += 1) {
    const digit = digitAt(after, at);
    if (digit < BASE - 1) return after.slice(0, at) + DIGITS[digit + 1];
  }
  return `${after}1`;
}

/** `after` < `before`, the first of them maybe empty. */
function middle(after: string, before: string): string {
  let same = 0;
  while (same < before.length && digitAt(after, same) === digitAt(before, same)) same += 1;
  if (same > 0) return before.slice(0, same) + middle(after.slice(same), before.slice(same));
  const [low, high] = [digitAt(after, 0), digitAt(before, 0)];
  if (high - low > 1) return DIGITS[Math.floor((low + high) / 2)] ?? '';
  if (before.length > 1) return before.slice(0, 1);
  return (DIGITS[low] ?? '') + placeAfterFrom(after.slice(1));
}

/** Half way from a place to the end. */
function placeAfterFrom(after: string): string {
  const low = digitAt(after, 0);
  const next = Math.ceil((low + BASE) / 2);
  if (after === '' || next > BASE - 1 || next === low)
    return after === '' ? (DIGITS[BASE / 2] ?? '') : after.slice(0, 1) + placeAfterFrom(after.slice(1));
  return DIGITS[next] ?? '';
}

/** The value of a digit; 0 behind the end, as of a fraction. */
function digitAt(place: string, at: number): number {
  return at < place.length ? DIGITS.indexOf(place.charAt(at)) : 0;
}
