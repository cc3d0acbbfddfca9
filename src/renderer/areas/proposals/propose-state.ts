import { t } from '@lingui/core/macro';
import type { FileGrant } from '../../../contract/shell.ts';
import { createStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';

/** Proposing files, from wherever one chooses or drops them: a dialog asks why. */

/** What is to be proposed. */
export type ToPropose = {
  readonly grant: string;
  readonly count: number;
  /** What it is called, where it is one and the window knows. */
  readonly name?: string | undefined;
  /** The request that it would answer. */
  readonly request?: { readonly id: string; readonly title: string } | undefined;
};

/** What the dialog asks about now; null while it is closed. */
export const toPropose = createStore<ToPropose | null>(null);

/** Asks why files are proposed that were dropped or chosen. */
export function proposeGrant(grant: FileGrant | null, more: Pick<ToPropose, 'name' | 'request'> = {}): void {
  if (grant === null)
    showError(t`None of this is on this computer’s disks. Save it to a folder first, then drop it again.`);
  else toPropose.set({ ...grant, ...more });
}

/** Lets one choose files to propose; nothing happens where one chooses nothing. */
export async function chooseAndPropose(request?: ToPropose['request']): Promise<void> {
  try {
    const grant = await window.kitbag.chooseFiles();
    if (grant !== null) proposeGrant(grant, { request });
  } catch (error) {
    showError(error);
  }
}
