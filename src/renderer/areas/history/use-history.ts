import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HistoryChange, HistoryEntry } from '../../../contract/history.ts';
import type { ToldField } from '../../../shared/says/told-field.ts';
import type { AssetAttribute } from '../../../shared/vocabulary/asset-attributes.ts';
import { fieldLabel, fieldValue } from '../../../words/fields.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showDone, showError } from '../../base/undo-toast.ts';

/** The history of an asset, read once it is looked at. */
export function useAssetHistory(asset: string, open: boolean) {
  return useQuery({ ...orpc.history.asset.queryOptions({ input: { asset } }), enabled: open });
}

/** The history of a request, read once it is looked at. */
export function useRequestHistory(request: string, open: boolean) {
  return useQuery({ ...orpc.history.request.queryOptions({ input: { request } }), enabled: open });
}

/** The history of a kit, read once it is looked at. */
export function useKitHistory(kit: string, open: boolean) {
  return useQuery({ ...orpc.history.kit.queryOptions({ input: { kit } }), enabled: open });
}

/** A changed field as sentences tell it. */
export function toldChange({ field, dimension }: HistoryChange): ToldField {
  return dimension === undefined ? (field as AssetAttribute) : { dimension };
}

/** What can be brought back. */
export type RestoreActions = {
  /** Gives the field the value of this entry, or the one before it. */
  readonly field: (entry: HistoryEntry, change: HistoryChange, value: 'after' | 'before') => void;
  readonly version: (entry: HistoryEntry) => void;
};

/** Restoring values and versions of an asset, each by a new event. */
export function useRestore(asset: string): RestoreActions {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: orpc.assets.get.key() });
  const restoreField = async (entry: HistoryEntry, change: HistoryChange, value: 'after' | 'before') => {
    const place = { asset, device: entry.device, seq: entry.seq, field: change.field };
    const answer = await engine.history.restoreField({ ...place, value });
    await refresh();
    return answer;
  };
  return {
    field: (entry, change, value) =>
      void restoreField(entry, change, value).then(({ restored, undo }) => {
        const field = toldChange(change);
        const label = fieldLabel(field);
        const message = t`${label} is ‘${{ restored: fieldValue(field, restored) }}’ again.`;
        // The way back from the newest value is its own entry; an older one is found in the list.
        if (value === 'after') showDone(message);
        else showChanged({ message, undo });
      }, showError),
    version: ({ version }) =>
      void (version === undefined
        ? undefined
        : engine.history.restoreVersion({ asset, version: version.id }).then(async ({ number }) => {
            await refresh();
            showDone(t`Version ${{ restored: version.number }} is current again, as version ${number}.`);
          }, showError)),
  };
}
