import type { WithGate } from '../gate/with-gate.ts';
import type { WithKits } from '../kits/with-kits.ts';
import type { KeptCalls } from './kept-calls.ts';
import type { Reminders } from './reminders.ts';

/** An open replica with the calls of the person here. */
export type WithCalls = WithGate & WithKits & { readonly calls: KeptCalls; readonly reminders: Reminders };
