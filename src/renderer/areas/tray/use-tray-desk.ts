import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Picked } from '../../../contract/assembly.ts';
import type { CheckedSend } from '../../../contract/sends.ts';
import { orpc } from '../../base/engine-client.ts';
import { showError, showUndo } from '../../base/undo-toast.ts';
import { useOrderedList } from '../../ui/use-ordered-list.ts';
import { keepTray, pickedKey, useTray } from './tray-state.ts';

/** A row of the tray: what was picked, and what the gate says to it. */
export type TrayRow = { readonly key: string; readonly picked: Picked; readonly checked: CheckedSend };

/** The tray as it is worked on: what may be in the PDF, its order, what is taken out. */
export function useTrayDesk() {
  const items = useTray();
  const answer = useQuery({
    ...orpc.assembly.check.queryOptions({ input: { items: items.map(itemOf) } }),
    enabled: items.length > 0,
    placeholderData: keepPreviousData,
  });
  const checked = answer.data?.items;
  const rows =
    checked?.length === items.length
      ? items.flatMap((picked, at): TrayRow[] => {
          const one = checked[at];
          return one?.version === picked.version ? [{ key: pickedKey(picked), picked, checked: one }] : [];
        })
      : undefined;
  const titleOf = (key: string) => rows?.find((row) => row.key === key)?.checked.title ?? '';
  const list = useOrderedList({
    ids: items.map(pickedKey),
    editable: true,
    move: async (key, to) => {
      const moved = items.find((item) => pickedKey(item) === key);
      if (moved === undefined) return false;
      return change(items.filter((item) => item !== moved).toSpliced(to, 0, moved));
    },
    remove: (key) =>
      change(
        items.filter((item) => pickedKey(item) !== key),
        t`Removed “${{ title: titleOf(key) }}”.`,
      ),
  });
  return {
    items,
    rows,
    error: answer.error,
    list,
    clear: () => change([], t`The tray is empty now.`),
    /** Takes the current alternative of what may not go out; the whole of another document, the same page of a later version. */
    replace: (key: string, by: Picked) => change(items.map((item) => (pickedKey(item) === key ? by : item))),
  };
}

/** Keeps another order or choice, with undo where something went; says whether it was done. */
async function change(items: readonly Picked[], message?: string): Promise<boolean> {
  try {
    const before = await keepTray(items);
    if (message !== undefined) showUndo({ id: 'tray', message, undo: () => keepTray(before) });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** A picked page as the engine checks and assembles it. */
export function itemOf({ asset, version, page }: Picked) {
  return { asset, version, ...(page !== undefined && { pages: String(page) }) };
}
