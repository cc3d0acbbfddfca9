/** Points of the units in which documents write lengths; without one they are pixels. */
const UNITS: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 28.35,
  mm: 2.835,
  pc: 12,
  px: 0.75,
  '': 0.75,
};
const MOST = 2_000;
const MOST_LETTERS = 40;

/** A written length (`2.54cm`) in points; undefined for what is none (a share, a word) and what no page has room for. */
export function lengthIn(written: string | undefined): number | undefined {
  const found = /^\s*(-?(?:\d{1,6}(?:\.\d*)?|\.\d+))(pt|in|cm|mm|pc|px|)\s*$/.exec(
    (written ?? '').slice(0, MOST_LETTERS),
  );
  if (!found) return undefined;
  const points = Number(found[1]) * (UNITS[found[2] ?? ''] ?? 1);
  return Math.abs(points) < MOST ? points : undefined;
}
