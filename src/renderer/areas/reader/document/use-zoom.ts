import { useCallback, useEffect, useState } from 'react';
import type { DocumentModel, ZoomTo } from './document-model.ts';

/** Fitted to the width, to the page, or a factor. */
export type Zoom = 'width' | 'page' | number;

/** The next size after a wish; `now` is the factor on the screen. */
export function nextZoom(now: number, to: ZoomTo): Zoom {
  switch (to) {
    case 'width':
    case 'page':
      return to;
    case 'actual':
      return 1;
    case 'in':
      return Math.min(5, Math.round(now * 120) / 100);
    case 'out':
      return Math.max(0.2, Math.round((now / 1.2) * 100) / 100);
  }
}

/** How large a document that is drawn as elements is shown. */
export function useZoom(
  model: DocumentModel,
  first: Zoom = 'width',
): { readonly zoom: Zoom; readonly setZoom: (to: ZoomTo) => void } {
  const [zoom, set] = useState<Zoom>(first);
  useEffect(() => {
    const fit = typeof zoom === 'number' ? null : zoom;
    model.patch({ zoom: { percent: Math.round((typeof zoom === 'number' ? zoom : 1) * 100), fit } });
  }, [zoom, model]);
  const setZoom = useCallback(
    (to: ZoomTo) => set((now) => nextZoom(typeof now === 'number' ? now : 1, to)),
    [],
  );
  return { zoom, setZoom };
}
