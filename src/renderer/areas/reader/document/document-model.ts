import type { ReactNode } from 'react';
import { createStore, type Store } from '../../../base/store.ts';
import { noneHidden } from './shown-pages.ts';

/** What the reader's panes know of the open document, whatever its kind. Viewers write it, the panes read it. */
type DocumentState = {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why it failed: what, what is safe, what to do. */
  readonly problem: string | null;
  readonly pageCount: number;
  /** 1 for the first. */
  readonly page: number;
  /** What the document calls its pages; null where they are simply counted. */
  readonly labels: readonly string[] | null;
  /** Pages that the author hid: left out when the document is presented. */
  readonly hiddenPages: ReadonlySet<number>;
  /** Width through height of a page, for the page list. */
  readonly pageRatio: number;
  readonly zoom: { readonly percent: number; readonly fit: 'width' | 'page' | null } | null;
  readonly canFind: boolean;
  /** Null when nothing is looked for. */
  readonly matches: { readonly current: number; readonly total: number; readonly searching: boolean } | null;
  /** How many matches a page has; pages without one are absent. */
  readonly matchesByPage: ReadonlyMap<number, number>;
};

/** How large the document is to be shown. */
export type ZoomTo = 'in' | 'out' | 'width' | 'page' | 'actual';

/** What the panes can ask of the viewer. */
interface DocumentControls {
  goToPage(page: number): void;
  zoom?(to: ZoomTo): void;
  /** To the next (1) or previous (-1) match. */
  step?(direction: 1 | -1): void;
  /** Whether a page can be fitted to the width and the height of the pane. */
  readonly fits?: boolean;
  /** The small picture of a page for the page list. */
  thumbnail?(page: number, width: number): ReactNode;
}

/** An open document: its state and what can be asked of it. */
export type DocumentModel = {
  readonly state: Store<DocumentState>;
  readonly controls: Store<DocumentControls | null>;
  readonly patch: (change: Partial<DocumentState>) => void;
};

/** No matches on any page. */
export const noMatches: ReadonlyMap<number, number> = new Map();

/** Makes the model of a document that is about to be opened at a page. */
export function createDocumentModel(page: number, pageCount: number): DocumentModel {
  const state = createStore<DocumentState>({
    phase: 'loading',
    problem: null,
    pageCount,
    page,
    labels: null,
    hiddenPages: noneHidden,
    pageRatio: 0.77,
    zoom: null,
    canFind: false,
    matches: null,
    matchesByPage: noMatches,
  });
  return {
    state,
    controls: createStore<DocumentControls | null>(null),
    patch: (change) => state.set({ ...state.get(), ...change }),
  };
}

/** The page within the document that is nearest to the one asked for. */
export function clampPage(page: number, pageCount: number): number {
  return Math.min(Math.max(1, Math.trunc(page)), Math.max(1, pageCount));
}

/** Labels that say more than the number of the page; null where they only count. */
export function tellingLabels(labels: readonly string[]): readonly string[] | null {
  const counting = labels.every(
    (label, index) => /^(?:\p{L}+\s)?\d+$/u.test(label) && label.endsWith(String(index + 1)),
  );
  return counting ? null : labels;
}
