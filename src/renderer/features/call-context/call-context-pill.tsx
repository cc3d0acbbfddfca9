/** The call that one prepares for. */
export function CallContextPill() {
  return null;
}
