import type { AssetSummary } from '../../contract/assets.ts';
import type { StepTaken } from '../../contract/step-taken.ts';
import type { PlainDraft, Undoable } from '../../domain/undo/reversals.ts';
import type { DimensionValues } from '../../shared/dimension-values.ts';
import type { Says } from '../../shared/says/says.ts';
import type { DimensionField } from '../../shared/vocabulary/asset-fields.ts';
import type { Undos } from '../live/undos.ts';
import { summaryOf } from './assets.ts';
import type { WithAssets } from './with-assets.ts';

/** Why a step is not taken with something: a code for programs, a sentence for people; `missing`: what an asset would need for it. */
export type NotTaken = {
  readonly code: string;
  readonly says: Says;
  readonly missing?: readonly DimensionField[];
};

/** What a step comes to for an asset or a kit: what is written, or why not. */
export type StepPlan = readonly (PlainDraft | Undoable)[] | NotTaken;

/** With which assets; `dryRun`: nothing is written; `given`: what the step asks for, for those that lack it. */
export type StepInput = {
  readonly assets: readonly string[];
  readonly dryRun?: boolean;
  readonly given?: DimensionValues | undefined;
};

/** What came of a step: with which it was taken, and why not with the others. */
type Taken = {
  readonly changed: string[];
  readonly refused: ({ readonly id: string } & NotTaken)[];
  readonly undo?: string;
};

/** Takes a step with things that are known, each once, in one write, which can be taken back. Those with which it can't be taken are told and stop no other. */
export async function takeStepWith<Of extends { readonly id: string }>(
  { undos }: { readonly undos: Pick<Undos, 'commit'> },
  { of, dryRun = false }: { readonly of: readonly Of[]; readonly dryRun?: boolean },
  plan: (one: Of) => StepPlan,
): Promise<Taken> {
  const changes: (PlainDraft | Undoable)[] = [];
  const changed: string[] = [];
  const refused: ({ id: string } & NotTaken)[] = [];
  for (const one of new Map(of.map((one) => [one.id, one])).values()) {
    const planned = plan(one);
    if ('code' in planned) refused.push({ id: one.id, ...planned });
    else {
      changes.push(...planned);
      changed.push(one.id);
    }
  }
  const undone = dryRun ? {} : await undos.commit(changes);
  const isUndoable = changes.some((change) => !('draft' in change) || change.reversals.length > 0);
  return { changed, refused, ...(isUndoable && undone) };
}

/** The same with assets. Throws `Refusal` NOT_FOUND for one that the person here does not see. */
export async function takeStep(
  replica: WithAssets,
  { assets, dryRun = false }: StepInput,
  plan: (asset: AssetSummary) => StepPlan,
): Promise<StepTaken> {
  const of = assets.map((id) => summaryOf(replica, id));
  const { refused, ...taken } = await takeStepWith(replica, { of, dryRun }, plan);
  return {
    ...taken,
    refused: refused.map(({ id: asset, missing, ...why }) => ({
      asset,
      ...why,
      ...(missing && { missing: [...missing] }),
    })),
  };
}
