/** Files dropped anywhere on the window go to the publish table. */
export function DropOverlay() {
  return null;
}
