/** Writes a line for support to standard error: ids and counts, never content. */
export function log(line: string): void {
  console.error(`[kitbag] ${line}`);
}
