import { type RefObject, useEffect } from 'react';

/** Letters that fonts draw as one (ﬀ, ﬁ, ﬃ …), which no other program finds. */
const ligatures = /[\ufb00-\ufb06]+/gu;

/** A text with its letters one by one. */
export function withoutLigatures(text: string): string {
  return text.replace(ligatures, (letters) => letters.normalize('NFKC'));
}

/** What is copied out of a document has the letters that a person reads, not those that its fonts are made of. */
export function usePlainCopy(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stage.current;
    const copy = (event: ClipboardEvent): void => {
      const selected = document.getSelection()?.toString() ?? '';
      const text = withoutLigatures(selected);
      if (text === selected || event.clipboardData === null) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      event.stopPropagation();
    };
    // Before viewers that copy in their own way.
    element?.addEventListener('copy', copy, { capture: true });
    return () => element?.removeEventListener('copy', copy, { capture: true });
  }, [stage]);
}
