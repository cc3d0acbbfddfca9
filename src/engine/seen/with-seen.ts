import type { SeenState } from './seen-state.ts';

/** An open replica that knows what the person at this device has seen. */
export type WithSeen = { readonly seen: SeenState };
