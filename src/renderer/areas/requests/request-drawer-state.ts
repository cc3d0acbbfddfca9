import type { DimensionValues } from '../../../shared/dimension-values.ts';
import { createStore, useStore } from '../../base/store.ts';

/** What a new request is filled in with. */
export type RequestDraft = {
  readonly title?: string | undefined;
  readonly need?: string | undefined;
  readonly stage?: string | undefined;
  readonly persona?: string | undefined;
  readonly type?: string | undefined;
} & DimensionValues;

const drawer = createStore<RequestDraft | null>(null);

/** Opens the drawer in which one asks marketing for something, from anywhere. */
export function openRequestDrawer(draft: RequestDraft = {}): void {
  drawer.set(draft);
}

/** What asking is about on the screen that is shown; null where that is nothing in particular. */
export const requestOnScreen = createStore<(() => RequestDraft) | null>(null);

/** The key of asking, which buttons for it show. */
export const ASK_KEY = 'Mod+Shift+R';

/** Asks marketing for what the screen is about: by key, from the palette, by a button. */
export function askMarketing(): void {
  openRequestDrawer(requestOnScreen.get()?.() ?? {});
}

/** Closes it. */
export function closeRequestDrawer(): void {
  drawer.set(null);
}

/** What the drawer is open with; null while it is closed. */
export function useRequestDrawer(): RequestDraft | null {
  return useStore(drawer);
}
