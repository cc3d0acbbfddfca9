import { t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import type { Picked } from '../../../contract/assembly.ts';
import { say } from '../../../words/say.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { ensureHere } from '../../base/ensure-here.ts';
import { queryClient } from '../../base/query-client.ts';
import { tellSaved } from '../../base/saved-toast.tsx';
import { showDone, showError } from '../../base/undo-toast.ts';
import { formatDate } from '../../ui/format.ts';
import { itemOf, type TrayRow } from './use-tray-desk.ts';

/** What the PDF is to be, beside its pages. */
export type AssembleChoices = {
  readonly title: string;
  readonly to: string;
  /** One's own name, on the cover. */
  readonly by: string;
  readonly cover: boolean;
  readonly stamp: boolean;
};

type By = 'save' | 'mail' | 'files';
type Far = { readonly done: number; readonly total: number };

/** Makes the PDF, with progress, and lets it out; null while nothing is made. */
export function useAssembling() {
  const [far, setFar] = useState<Far | null>(null);
  const stop = useRef<AbortController | null>(null);
  const run = async (rows: readonly TrayRow[], choices: AssembleChoices, by: By): Promise<boolean> => {
    const cancel = new AbortController();
    stop.current = cancel;
    setFar({ done: 0, total: 0 });
    try {
      for (const { checked } of rows)
        if (checked.held === undefined && checked.away) {
          if (!(await ensureHere({ id: checked.version, sha256: checked.sha256 }))) return false;
        }
      const ticket = await make(
        rows.map(({ picked }) => picked),
        choices,
        setFar,
        cancel.signal,
      );
      return ticket !== undefined && !cancel.signal.aborted && (await letOut(ticket, by));
    } catch (error) {
      if (!cancel.signal.aborted) showError(error);
      return false;
    } finally {
      setFar(null);
    }
  };
  return { far, run, cancel: () => stop.current?.abort() };
}

async function make(
  items: readonly Picked[],
  { title, to, by, cover, stamp }: AssembleChoices,
  onFar: (far: Far) => void,
  signal: AbortSignal,
): Promise<string | undefined> {
  const name = to.trim();
  const date = formatDate(Date.now());
  const lines = [
    ...(name === '' ? [] : [t`For ${{ recipient: name }}`]),
    t`Prepared by ${{ name: by }}`,
    date,
  ];
  const steps = await engine.assembly.make(
    {
      items: items.map(itemOf),
      title,
      ...(name !== '' && { to: name }),
      ...(cover && { cover: { title, lines } }),
      ...(stamp && { stamp: name === '' ? date : `${name} · ${date}` }),
    },
    { signal },
  );
  let ticket: string | undefined;
  for await (const step of steps) {
    if (step.step === 'made') ticket = step.ticket;
    else onFar(step);
  }
  return ticket;
}

/** Says what came of it; true where it has left. */
async function letOut(ticket: string, by: By): Promise<boolean> {
  const outcome = await window.kitbag.sendFiles({ ticket, by });
  if (outcome.status === 'cancelled') return false;
  if (outcome.status !== 'done') {
    showError(say(outcome.says));
    return false;
  }
  if (outcome.how === 'saved') tellSaved({ ...outcome, status: 'saved' });
  else if (outcome.how === 'mail') showDone(t`The mail draft is open in your mail app. Send it from there.`);
  else if (outcome.where === 'folder')
    showDone(t`The PDF is in the folder that opened. Drag it into your mail.`);
  else showDone(t`The PDF is on the clipboard. Paste it into your mail.`);
  await queryClient.invalidateQueries({ queryKey: orpc.sends.ledger.key() });
  return true;
}
