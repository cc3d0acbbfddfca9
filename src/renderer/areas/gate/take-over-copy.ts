/** What the system is about to copy of a document's words goes this way instead: it passes the gate first, or stays. */
export function takeOverCopy(
  event: { readonly preventDefault: () => void },
  copyWords: (text: string) => Promise<void>,
): void {
  const text = document.getSelection()?.toString() ?? '';
  event.preventDefault();
  if (text !== '') void copyWords(text);
}
