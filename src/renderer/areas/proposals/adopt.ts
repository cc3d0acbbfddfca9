import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import type { Proposal } from '../../../contract/proposals.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { createStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';
import { FetchingMessage } from '../../ui/fetching-message.tsx';
import { formatBytes } from '../../ui/format.ts';

/** Answering what others propose. */

/** The proposal that is to be declined; null while the dialog is closed. */
export const toDecline = createStore<Proposal | null>(null);

/** Puts a proposal on the publish table, where it is looked at, filled in and published. Nothing of it is opened. */
export async function adopt(proposal: Proposal, shown: () => void): Promise<void> {
  const id = `get-${proposal.id}`;
  const stop = new AbortController();
  const { signal } = stop;
  const message = (far: string) => ({
    id,
    loading: true,
    autoClose: false as const,
    message: createElement(FetchingMessage, { far, onStop: () => stop.abort() }),
  });
  try {
    notifications.show(message(t`Downloading the file from the hub`));
    for await (const step of await engine.proposals.stage({ proposal: proposal.id }, { signal })) {
      if ('row' in step) shown();
      else
        notifications.update(
          message(
            t`Downloading the file from the hub: ${{ done: formatBytes(step.bytes) }} of ${{ total: formatBytes(step.total) }}`,
          ),
        );
    }
  } catch (error) {
    if (!signal.aborted) showError(error);
  } finally {
    notifications.hide(id);
  }
}

/** Declines a proposal with a reason, which can be taken back. Says whether it was done. */
export async function decline({ id, fileName, by, inLibrary }: Proposal, reason: string): Promise<boolean> {
  try {
    const { undo } = await engine.proposals.answer({
      ...{ proposal: id, answer: 'declined', reason },
      ...(inLibrary && { asset: inLibrary.asset }),
    });
    showChanged({ message: t`Declined “${fileName}”. ${{ name: by.name }} is told why.`, undo });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}
