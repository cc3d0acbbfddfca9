/** Being built. */
export function RequestDrawer() {
  return null;
}
