import { type RefObject, useEffect } from 'react';
import type { DocumentModel } from './document-model.ts';

/** How far the wheel turns for a step: a notch of a mouse is 100 or 120 pixels, two fingers come in many small moves. */
const STEP_PIXELS = 60;
/** A line and a page of the wheel in pixels, where the system counts in these. */
const UNIT_PIXELS = [1, 20, 400] as const;

/** Zooms the document by Ctrl and the wheel, or by two fingers, which the system says in the same way. */
export function useWheelZoom(stage: RefObject<HTMLElement | null>, model: DocumentModel): void {
  useEffect(() => {
    const box = stage.current;
    if (box === null) return;
    let turned = 0;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      // Else the document scrolls under the zoom.
      event.preventDefault();
      if (Math.sign(turned) !== Math.sign(event.deltaY)) turned = 0;
      turned += event.deltaY * (UNIT_PIXELS[event.deltaMode] ?? 1);
      if (Math.abs(turned) < STEP_PIXELS) return;
      model.controls.get()?.zoom?.(turned < 0 ? 'in' : 'out');
      turned = 0;
    };
    box.addEventListener('wheel', turn, { passive: false });
    return () => box.removeEventListener('wheel', turn);
  }, [stage, model]);
}
