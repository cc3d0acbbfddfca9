import type { SendItem } from '../../../contract/sends.ts';
import { createStore } from '../../base/store.ts';

/** What the drawer is open with; null while it is closed. */
export const toSend = createStore<readonly SendItem[] | null>(null);

/** Opens the drawer in which files are sent, from anywhere; nothing where there are none. */
export function openSend(items: readonly SendItem[]): boolean {
  if (items.length === 0) return false;
  toSend.set(items);
  return true;
}

/** Closes it. */
export function closeSend(): void {
  toSend.set(null);
}

/** Whether what left this device is shown. */
export const ledgerShown = createStore(false);
