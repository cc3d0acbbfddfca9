import type { AssetSummary } from '../../contract/assets.ts';
import type { StepTaken } from '../../contract/step-taken.ts';
import type { PlainDraft, Undoable } from '../../domain/undo/reversals.ts';
import type { DimensionValues } from '../../shared/dimension-values.ts';
import type { Says } from '../../shared/says/says.ts';
import type { DimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { summaryOf } from './assets.ts';
import type { WithAssets } from './with-assets.ts';

/** Why a step is not taken with an asset: a code for programs, a sentence for people; `missing`: what the asset would need for it. */
export type NotTaken = {
  readonly code: string;
  readonly says: Says;
  readonly missing?: readonly DimensionField[];
};

/** What a step comes to for an asset: what is written, or why not. */
export type StepPlan = readonly (PlainDraft | Undoable)[] | NotTaken;

/** With which assets; `dryRun`: nothing is written; `given`: what the step asks for, for those that lack it. */
export type StepInput = {
  readonly assets: readonly string[];
  readonly dryRun?: boolean;
  readonly given?: DimensionValues | undefined;
};

/**
 * Takes a step with assets in one write, which can be taken back. Those with which it can't be taken are told and stop no other. Throws `Refusal`
 * NOT_FOUND for an asset that the person here does not see.
 */
export async function takeStep(
  replica: WithAssets,
  { assets, dryRun = false }: StepInput,
  plan: (asset: AssetSummary) => StepPlan,
): Promise<StepTaken> {
  const changes: (PlainDraft | Undoable)[] = [];
  const changed: string[] = [];
  const refused: StepTaken['refused'] = [];
  for (const asset of new Set(assets.map((id) => summaryOf(replica, id).id))) {
    const planned = plan(summaryOf(replica, asset));
    if ('code' in planned) {
      const { missing, ...why } = planned;
      refused.push({ asset, ...why, ...(missing && { missing: [...missing] }) });
    } else {
      changes.push(...planned);
      changed.push(asset);
    }
  }
  const undone = dryRun ? {} : await replica.undos.commit(changes);
  const isUndoable = changes.some((change) => !('draft' in change) || change.reversals.length > 0);
  return { changed, refused, ...(isUndoable && undone) };
}
