/** A part of a whole; `value` is null while there is nothing to count. */
export type Ratio = { readonly value: number | null; readonly part: number; readonly whole: number };

/** part / whole. Used for content adoption (used / published), coverage (covered / cells), no-result rate and SLA hit rate. */
export function ratio(part: number, whole: number): Ratio {
  return { value: whole === 0 ? null : part / whole, part, whole };
}
