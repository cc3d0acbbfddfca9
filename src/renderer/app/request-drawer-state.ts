import { createStore, useStore } from './store.ts';

/** What a new request is filled in with. */
export type RequestDraft = {
  readonly title?: string | undefined;
  readonly need?: string | undefined;
  readonly stage?: string | undefined;
  readonly persona?: string | undefined;
};

const drawer = createStore<RequestDraft | null>(null);

/** Opens the drawer in which one asks marketing for something, from anywhere. */
export function openRequestDrawer(draft: RequestDraft = {}): void {
  drawer.set(draft);
}

/** Closes it. */
export function closeRequestDrawer(): void {
  drawer.set(null);
}

/** What the drawer is open with; null while it is closed. */
export function useRequestDrawer(): RequestDraft | null {
  return useStore(drawer);
}
