import { plural, t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckedSend, SendItem, Sent } from '../../../contract/sends.ts';
import { MOST_SENT_AT_ONCE } from '../../../shared/vocabulary/sends.ts';
import { say } from '../../../words/say.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { ensureHere } from '../../base/ensure-here.ts';
import { queryClient } from '../../base/query-client.ts';
import { showDone, showError } from '../../base/undo-toast.ts';
import { closeSend } from './send-state.ts';

/** How it is sent: as a mail draft with the files, or as files for a mail that is written elsewhere. */
type SendBy = 'mail' | 'files';

/** What is to be sent, with what names its row. */
type Row = SendItem & { readonly key: number };

/** What is sent, to whom, and what keeps some of it back. */
export type Sending = {
  readonly items: readonly Row[];
  /** As the gate sees them, in the same order; undefined until it has looked. */
  readonly checked: readonly CheckedSend[] | undefined;
  readonly error: unknown;
  readonly to: string;
  readonly note: string;
  readonly busy: boolean;
  readonly setTo: (to: string) => void;
  readonly setNote: (note: string) => void;
  readonly setPages: (at: number, pages: string) => void;
  readonly move: (at: number, by: -1 | 1) => void;
  readonly remove: (at: number) => void;
  /** Takes another asset in the place of one that can't be sent. */
  readonly replace: (at: number, asset: SendItem['asset']) => void;
  readonly send: (by: SendBy) => Promise<void>;
};

export function useSend(begun: readonly SendItem[]): Sending {
  const [items, setItems] = useState<readonly Row[]>(() =>
    begun.slice(0, MOST_SENT_AT_ONCE).map((item, key) => ({ ...item, key })),
  );
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const checked = useQuery({
    ...orpc.sends.check.queryOptions({ input: { items: [...items] } }),
    enabled: items.length > 0,
    placeholderData: keepPreviousData,
  });
  const change = (at: number, next: Row): void => setItems(items.with(at, next));
  const known = checked.data?.items;
  return {
    items,
    checked: known?.length === items.length ? known : undefined,
    error: checked.error,
    ...{ to, note, busy, setTo, setNote },
    setPages: (at, pages) => {
      const item = items[at];
      if (item !== undefined) change(at, { ...item, pages });
    },
    move: (at, by) => setItems(moved(items, at, by)),
    remove: (at) => {
      const left = items.toSpliced(at, 1);
      if (left.length === 0) closeSend();
      else setItems(left);
    },
    replace: (at, asset) => {
      const key = items[at]?.key ?? 0;
      if (items.some((item, index) => index !== at && item.asset === asset)) setItems(items.toSpliced(at, 1));
      else change(at, { asset, key });
    },
    send: async (by) => {
      setBusy(true);
      try {
        if (await sendAll({ items, to, note, by, checked: known ?? [] })) closeSend();
      } catch (error) {
        showError(error);
      } finally {
        setBusy(false);
      }
    },
  };
}

function moved(items: readonly Row[], at: number, by: -1 | 1): readonly Row[] {
  const [one, other] = [items[at], items[at + by]];
  return one === undefined || other === undefined ? items : items.with(at, other).with(at + by, one);
}

type ToSendNow = {
  readonly items: readonly SendItem[];
  readonly checked: readonly CheckedSend[];
  readonly to: string;
  readonly note: string;
  readonly by: SendBy;
};

/** Sends what may be sent; false where nothing has left. Throws wire errors. */
async function sendAll({ items, checked, to, note, by }: ToSendNow): Promise<boolean> {
  for (const { version, sha256, held, away } of checked) {
    if (held === undefined && away && !(await ensureHere({ id: version, sha256 }))) return false;
  }
  const { ticket, ready } = await engine.sends.prepare({ items: [...items], to, note });
  const outcome = await window.kitbag.sendFiles({ ticket, by });
  if (outcome.status === 'cancelled') return false;
  if (outcome.status !== 'done') {
    showError(say(outcome.says));
    return false;
  }
  if (outcome.how !== 'saved')
    showDone(doneWords(outcome.how, outcome.how === 'files' ? outcome.where : undefined, by, ready.length));
  await queryClient.invalidateQueries({ queryKey: orpc.sends.ledger.key() });
  return true;
}

function doneWords(
  how: SendBy,
  where: 'clipboard' | 'folder' | undefined,
  by: SendBy,
  count: number,
): string {
  if (how === 'mail') return t`The mail draft is open in your mail app. Send it from there.`;
  const copied =
    where === 'folder'
      ? t`The files are in the folder that opened. Drag them into your mail.`
      : plural(count, {
          one: '# file is on the clipboard. Paste it into your mail.',
          other: '# files are on the clipboard. Paste them into your mail.',
        });
  return by === 'mail' ? t`No mail app opened the draft. ${copied}` : copied;
}

/** What went to somebody before, the newest first. Nothing while nobody is named. */
export function useSentTo(to: string): readonly Sent[] {
  const { data } = useQuery(orpc.sends.ledger.queryOptions({ input: {} }));
  const wanted = to.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  return (data?.sent ?? []).filter((line) => line.to.toLocaleLowerCase() === wanted);
}

/** To whom something was sent, the latest first, each once. */
export function useRecipients(): readonly string[] {
  const { data } = useQuery(orpc.sends.ledger.queryOptions({ input: {} }));
  return [...new Set((data?.sent ?? []).flatMap(({ to }) => (to === '' ? [] : [to])))].slice(0, 200);
}
