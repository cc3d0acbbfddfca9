import { plural } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { Picked } from '../../../contract/assembly.ts';
import { MOST_TRAY_ITEMS } from '../../../shared/vocabulary/assembly.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { queryClient } from '../../base/query-client.ts';
import { createStore } from '../../base/store.ts';
import { showError, showNotice, showUndo } from '../../base/undo-toast.ts';

/** Whether the tray is shown. */
export const trayShown = createStore(false);

const none: readonly Picked[] = [];

/** What lies in the tray. */
export function useTray(): readonly Picked[] {
  return useQuery(orpc.assembly.tray.queryOptions()).data?.items ?? none;
}

/** What names a page, or a whole document, in the tray. */
export function pickedKey({ version, page }: Pick<Picked, 'version' | 'page'>): string {
  return page === undefined ? version : `${version}/${page}`;
}

/** Keeps what lies in the tray; every window shows it at once. Answers what lay in it before. */
export async function keepTray(items: readonly Picked[]): Promise<readonly Picked[]> {
  await queryClient.cancelQueries({ queryKey: orpc.assembly.tray.key() });
  queryClient.setQueryData(orpc.assembly.tray.queryKey(), { items: [...items] });
  return (await engine.assembly.keep({ items: [...items] })).items;
}

async function itemsNow(): Promise<readonly Picked[]> {
  const known = queryClient.getQueryData(orpc.assembly.tray.queryKey());
  return (known ?? (await engine.assembly.tray())).items;
}

/** One change after the other: of two quick presses neither is lost. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn(change: () => Promise<void>): void {
  turn = turn.then(change).catch(showError);
}

/** Puts a page into the tray, or takes it out where it lies there. */
export function togglePicked(item: Picked): void {
  inTurn(async () => {
    const items = await itemsNow();
    const others = items.filter((one) => pickedKey(one) !== pickedKey(item));
    if (others.length === items.length && items.length >= MOST_TRAY_ITEMS) {
      showNotice(fullWords());
      return;
    }
    await keepTray(others.length < items.length ? others : [...items, item]);
  });
}

/** Puts pages or documents at the tray's end; those that lie there stay where they are. Says so, as nothing else shows it. */
export function addToTray(added: readonly Picked[]): void {
  inTurn(async () => {
    const items = await itemsNow();
    const known = new Set(items.map(pickedKey));
    const fresh = added.filter((item) => !known.has(pickedKey(item)));
    if (items.length + fresh.length > MOST_TRAY_ITEMS) {
      showNotice(fullWords());
      return;
    }
    const before = await keepTray([...items, ...fresh]);
    showUndo({
      id: 'tray',
      message: plural(fresh.length, {
        one: 'Added # item to the tray.',
        other: 'Added # items to the tray.',
      }),
      undo: () => keepTray(before),
    });
  });
}

function fullWords(): string {
  return plural(MOST_TRAY_ITEMS, {
    one: 'The tray holds # item. Take something out first.',
    other: 'The tray holds # items at most. Take something out first.',
  });
}
