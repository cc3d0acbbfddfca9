import type { NewKitItem } from '../../../contract/kits.ts';
import type { Filters, Sort } from '../../../contract/search.ts';
import { createStore } from '../../base/store.ts';

/** Dialogs about kits, opened from wherever one sees assets. */

/** What a new kit begins with: nothing, assets, or what a search finds. */
export type KitBeginning = {
  readonly items?: readonly NewKitItem[];
  readonly search?: { readonly query: string; readonly filters: Partial<Filters>; readonly sort: Sort };
};

/** What a new kit is to begin with; null while nobody makes one. */
export const newKit = createStore<KitBeginning | null>(null);

/** What is to be added to a kit; `title`: of one asset, `page`: the one that is read. */
export type ToAdd = {
  readonly assets: readonly string[];
  readonly title?: string;
  readonly page?: number;
  readonly done?: () => void;
};

/** What is being added; null while the dialog is closed. */
export const toAdd = createStore<ToAdd | null>(null);
