import type { WithSearch } from '../search/with-search.ts';
import type { Gate } from './gate.ts';

/** An open replica with the gate that everything passes which leaves it. */
export type WithGate = WithSearch & { readonly gate: Gate };
