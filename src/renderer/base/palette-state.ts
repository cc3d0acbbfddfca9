import { createStore, type Store } from './store.ts';

/** What the command palette is asked for; null while it is closed. */
export const paletteQuery: Store<string | null> = createStore<string | null>(null);

/** Opens the command palette, with words to begin with. */
export function openPalette(query = ''): void {
  paletteQuery.set(query);
}
