import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AssetChanges, AssetDetail } from '../../../../contract/assets.ts';
import { showChanged } from '../../../base/changed-toast.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showDone, showError } from '../../../base/undo-toast.ts';

/** What a marketer can do with an asset. */
type EditActions = {
  /** Changes fields and offers to take it back; `done` says what was done. */
  readonly change: (set: AssetChanges, done: string) => void;
  readonly verify: () => void;
};

/** Changing what is said of an asset. Everything can be undone from a toast. */
export function useEdit(asset: AssetDetail): EditActions {
  const client = useQueryClient();
  const { id } = asset;
  const change = useCallback(
    async (set: AssetChanges, done: string) => {
      try {
        const { undo } = await engine.assets.edit({ asset: id, set });
        await client.invalidateQueries({ queryKey: orpc.assets.get.key() });
        showChanged({ message: done, undo });
      } catch (error) {
        showError(error);
      }
    },
    [id, client],
  );
  const verify = useCallback(async () => {
    try {
      const next = await engine.assets.verify({ asset: id });
      client.setQueryData(orpc.assets.get.queryKey({ input: { asset: id } }), next);
      showDone(t`Verified: it counts as fresh from today.`);
    } catch (error) {
      showError(error);
    }
  }, [id, client]);
  return { change: (set, done) => void change(set, done), verify: () => void verify() };
}
