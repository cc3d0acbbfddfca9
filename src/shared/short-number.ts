/** What stands in a cell for a number that is wider than `room`: the number with fewer decimals where it may have fewer, else as many signs as there is room for. */
export function shortened(
  text: string,
  isGeneral: boolean,
  room: number,
  measure: (text: string) => number,
): string {
  const decimals = isGeneral ? (/^-?\d+\.(\d+)$/.exec(text)?.[1]?.length ?? 0) : 0;
  for (let left = Math.min(decimals, 20) - 1; left >= 0; left -= 1) {
    const shorter = Number(text).toFixed(left);
    if (measure(shorter) <= room) return shorter;
  }
  return '#'.repeat(Math.max(1, Math.floor(room / Math.max(1, measure('#')))));
}
