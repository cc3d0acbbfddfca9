import { type ReactNode, useMemo, useState } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { BulkEditDrawer } from '../assets/bulk-edit/bulk-edit-drawer.tsx';
import type { Picked } from './use-picked.ts';

/** Editing what is picked of the results: opens the panel, where something is picked. */
export function useBulkEdit(
  hits: readonly Hit[],
  picked: Picked,
): { readonly edit: (() => void) | null; readonly panel: ReactNode } {
  const [editing, setEditing] = useState(false);
  const assets = useMemo(
    () => hits.flatMap(({ asset }) => (picked.ids.has(asset.id) ? [asset] : [])),
    [hits, picked.ids],
  );
  const close = (): void => setEditing(false);
  const done = (): void => {
    close();
    picked.clear();
  };
  return {
    edit: assets.length > 0 ? () => setEditing(true) : null,
    panel: (
      <BulkEditDrawer opened={editing && assets.length > 0} assets={assets} onClose={close} onDone={done} />
    ),
  };
}
