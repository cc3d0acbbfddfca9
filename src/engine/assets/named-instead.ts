import type { AssetSummary } from '../../contract/assets.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { replacementOf } from '../../domain/assets/recall.ts';

/** What was named when an asset was recalled, or when that one was; of what the person here sees (`visible`) and may use. */
export function namedInstead(
  asset: AssetSummary,
  visible: (id: string) => AssetSummary | undefined,
): AssetSummary | undefined {
  return replacementOf(
    asset,
    ({ recall }) => (recall?.replacement === undefined ? undefined : visible(recall.replacement)),
    ({ state }) => isUsable(state),
  );
}
