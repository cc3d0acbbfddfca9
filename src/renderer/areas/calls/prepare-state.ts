import type { CallDetail } from '../../../contract/calls.ts';
import { createStore } from '../../base/store.ts';

/** What is prepared: a new call, or one that is there, to be changed. */
export type Preparing = { readonly call?: CallDetail };

/** The call that is being prepared; null while the dialog is closed. */
export const preparing = createStore<Preparing | null>(null);
