import { type ReactNode, useMemo, useState } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { BulkEditDrawer } from '../assets/bulk-edit/bulk-edit-drawer.tsx';
import type { Picked } from './use-picked.ts';

/** Ctrl+A picks the results, never the text of the page; E edits what is picked. */
function usePickKeys(pickAll: (() => void) | null, edit: (() => void) | null): void {
  usePageKeys((event) => {
    performKey(event, 'results', { ...noResultKeys, pickAll, edit });
  });
}

const noResultKeys = {
  next: null,
  previous: null,
  pageDown: null,
  pageUp: null,
  first: null,
  last: null,
  quickLook: null,
  closeQuickLook: null,
  pick: null,
  pickRange: null,
  send: null,
  present: null,
  tray: null,
} as const;

/** Editing what is picked of the results, for whoever may: opens the panel, where something is picked. */
export function useBulkEdit(
  hits: readonly Hit[],
  picked: Picked,
  may: boolean,
): { readonly edit: (() => void) | null; readonly panel: ReactNode } {
  const [editing, setEditing] = useState(false);
  const assets = useMemo(
    () => hits.flatMap(({ asset }) => (picked.ids.has(asset.id) ? [asset] : [])),
    [hits, picked.ids],
  );
  const edit = may && assets.length > 0 ? () => setEditing(true) : null;
  usePickKeys(picked.pickAll, edit);
  const close = (): void => setEditing(false);
  const done = (): void => {
    close();
    picked.clear();
  };
  return {
    edit,
    panel: (
      <BulkEditDrawer opened={editing && assets.length > 0} assets={assets} onClose={close} onDone={done} />
    ),
  };
}
