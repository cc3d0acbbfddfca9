import { type RefObject, useEffect } from 'react';

/**
 * The document has the keys from the start, also where one came from the search field: Page Down reads on, a number rates. What a
 * person focuses in the meantime keeps the focus.
 */
export function useFocusOnDocument(stage: RefObject<HTMLElement | null>, ready: boolean): void {
  useEffect(() => stage.current?.focus({ preventScroll: true }), [stage]);
  useEffect(() => {
    if (!ready) return;
    const { activeElement } = document;
    const waiting =
      activeElement === null || activeElement === document.body || activeElement === stage.current;
    const box = stage.current?.querySelector<HTMLElement>('[data-reader-scroll]');
    if (!waiting || !box) return;
    // A ring around the whole document tells nothing that nobody asked for; whoever comes back to it with Tab sees it.
    box.dataset.quietFocus = 'true';
    box.addEventListener('blur', () => delete box.dataset.quietFocus, { once: true });
    box.focus({ preventScroll: true });
  }, [stage, ready]);
}
