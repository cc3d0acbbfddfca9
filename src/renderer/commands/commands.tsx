/** Shortcuts and the palette. */
export function Commands() {
  return null;
}
