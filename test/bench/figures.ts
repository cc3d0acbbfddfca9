/** Medians and the like. */

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** With one digit behind the point. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Resident memory of this process in megabytes. */
export function residentMb(): number {
  return Math.round(process.memoryUsage().rss / 1_000_000);
}
