import { getRouteApi } from '@tanstack/react-router';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { showError } from '../../base/undo-toast.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { askGate } from '../gate/ask-gate.ts';
import { present } from '../presenting/present.ts';
import type { DocumentModel } from './document/document-model.ts';
import { pageToPresent } from './document/shown-pages.ts';

const route = getRouteApi('/asset/$assetId');

/** Whether the document fills the screen. */
export type Presenting = { readonly on: boolean; readonly start: () => void; readonly stop: () => void };

/** Kinds whose pages are drawn as they look: they are presented in windows of their own. */
const DRAWN: ReadonlySet<AssetVersion['kind']> = new Set(['pdf', 'pptx', 'docx', 'image']);

/**
 * Presents the document, if the gate lets it be shown. What is drawn page by page has windows of its own for that; of everything else (recordings,
 * tables, running text) this one shows the document alone. The element fills the window in any case; the window fills the screen where the system lets it.
 * Escape leaves, arrows and the like turn the pages.
 */
export function usePresenting(
  stage: RefObject<HTMLElement | null>,
  model: DocumentModel,
  { assetId, version }: { readonly assetId: string; readonly version: AssetVersion },
): Presenting {
  const [on, setOn] = useState(false);
  const { kit } = route.useSearch();
  const start = useCallback(() => {
    if (DRAWN.has(version.kind)) return presentPages(assetId, version.id, model, kit);
    const begin = (mayBeShown: boolean): void => {
      if (!mayBeShown) return;
      const { page, pageCount, hiddenPages } = model.state.get();
      model.controls.get()?.goToPage(pageToPresent(page, pageCount, hiddenPages));
      // Nor do others see what somebody has just selected.
      document.getSelection()?.removeAllRanges();
      setOn(true);
      stage.current
        ?.requestFullscreen()
        .catch((reason: unknown) => console.warn('The window stays as large as it is.', reason));
    };
    askGate(version.id, 'present', kit).then(begin, showError);
  }, [stage, model, version, assetId, kit]);
  const stop = useCallback(() => {
    setOn(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  }, []);

  useEffect(() => {
    const left = (): void => {
      if (document.fullscreenElement === null) setOn(false);
    };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, []);

  // With the very frame that shows the document alone: a key that is pressed then turns its pages already.
  useLayoutEffect(() => {
    if (!on) return;
    const turn = (event: KeyboardEvent): void => {
      const { page, pageCount, hiddenPages } = model.state.get();
      const to = (target: number, direction: 1 | -1) => () =>
        model.controls.get()?.goToPage(pageToPresent(target, pageCount, hiddenPages, direction));
      const handled = performKey(event, 'presenting', {
        next: to(page + 1, 1),
        previous: to(page - 1, -1),
        first: to(1, 1),
        last: to(pageCount, -1),
        ...{ go: to(page + 1, 1), black: null, laser: null, swap: null },
        end: stop,
      });
      if (handled) event.stopPropagation();
    };
    // Before the viewers, which would scroll.
    window.addEventListener('keydown', turn, { capture: true });
    return () => window.removeEventListener('keydown', turn, { capture: true });
  }, [on, model, stop]);

  return { on, start, stop };
}

/** Presents its pages in windows of their own, from the one that is read. */
function presentPages(asset: string, version: string, model: DocumentModel, kit: string | undefined): void {
  const { page } = model.state.get();
  present({ asset, version, page, ...(kit !== undefined && { kit }) }, version);
}
