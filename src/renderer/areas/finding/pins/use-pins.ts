import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { AssetSummary } from '../../../../contract/assets.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showError, showUndo } from '../../../base/undo-toast.ts';

/** What a person keeps at hand on this device. */
export function usePins() {
  return useQuery(orpc.pins.list.queryOptions());
}

/** Whether an asset is pinned. */
export function useIsPinned(asset: string): boolean {
  return usePins().data?.some(({ id }) => id === asset) ?? false;
}

/** Pins an asset or lets go of it; either can be taken back. */
export async function setPinned(
  { id, title }: Pick<AssetSummary, 'id' | 'title'>,
  pinned: boolean,
): Promise<void> {
  try {
    const { changed } = await engine.pins.set({ asset: id, pinned });
    if (!changed) return;
    showUndo({
      id: `pin-${id}`,
      message: pinned ? t`“${title}” pinned to Home and kept on this device.` : t`“${title}” unpinned.`,
      undo: () => engine.pins.set({ asset: id, pinned: !pinned }),
    });
  } catch (error) {
    showError(error);
  }
}
