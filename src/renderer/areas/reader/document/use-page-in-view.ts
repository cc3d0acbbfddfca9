import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react';
import { clampPage, type DocumentModel } from './document-model.ts';

function pageElement(box: HTMLElement, page: number): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-page="${page}"]`);
}

/** The page that fills most of the upper half of the box. */
function pageAtTop(box: HTMLElement): number {
  const seen = box.getBoundingClientRect();
  const line = seen.top + Math.min(160, seen.height / 3);
  let page = 1;
  for (const element of box.querySelectorAll<HTMLElement>('[data-page]')) {
    if (element.getBoundingClientRect().top > line) break;
    page = Number(element.dataset.page);
  }
  return page;
}

/** Keeps the model's page in step with what is scrolled into view; answers how to go to a page. */
export function usePageInView(
  box: RefObject<HTMLElement | null>,
  model: DocumentModel,
  pageCount: number,
  active: boolean,
): (page: number) => void {
  const goTo = useCallback(
    (wanted: number) => {
      const page = clampPage(wanted, pageCount);
      const element = box.current === null ? null : pageElement(box.current, page);
      if (box.current !== null && element !== null) {
        const distance = element.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
        box.current.scrollTop += distance - 8;
      }
      model.patch({ page });
    },
    [box, model, pageCount],
  );

  useLayoutEffect(() => {
    if (active && model.state.get().page > 1) goTo(model.state.get().page);
  }, [active, goTo, model]);

  useEffect(() => {
    const element = box.current;
    if (element === null || !active || pageCount < 2) return;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const page = clampPage(pageAtTop(element), pageCount);
        if (page !== model.state.get().page) model.patch({ page });
      });
    };
    // A scroll that a person makes comes with one of these; the jumps above know their page themselves.
    const events = ['wheel', 'touchmove', 'keydown', 'pointerup', 'scrollend'] as const;
    for (const event of events) element.addEventListener(event, look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) element.removeEventListener(event, look);
    };
  }, [box, model, pageCount, active]);

  return goTo;
}
