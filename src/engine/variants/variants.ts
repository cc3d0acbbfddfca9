import type { Linked } from '../../contract/variants.ts';
import { summaryOf } from '../assets/assets.ts';
import { checkMayEdit } from '../assets/batch-edit.ts';
import { variantViews } from '../assets/variant-views.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { type LinkInput, type LinkPlan, planFollowing, planLinking, planUnlinking } from './plan-links.ts';

/** Language editions: linked, unlinked, brought in step. Each is one write with one undo. Throws `Refusal`. */

type Manner = { readonly dryRun?: boolean | undefined };

/** Makes assets editions of another one. */
export function linkVariants(replica: WithAssets, input: LinkInput & Manner): Promise<Linked> {
  checkMayEdit(replica);
  return carryOut(replica, input.of, planLinking(replica, input), input);
}

/** Makes assets ones of their own again. */
export function unlinkVariants(
  replica: WithAssets,
  input: Manner & { readonly assets: readonly string[] },
): Promise<Linked> {
  checkMayEdit(replica);
  return carryOut(replica, input.assets[0] ?? '', planUnlinking(replica, input.assets), input);
}

/** Says which version of its original an edition has in its language. */
export function followOriginal(
  replica: WithAssets,
  input: Parameters<typeof planFollowing>[1] & Manner,
): Promise<Linked> {
  checkMayEdit(replica);
  return carryOut(replica, input.asset, planFollowing(replica, input), input);
}

async function carryOut(
  replica: WithAssets,
  asset: string,
  { drafts, changed }: LinkPlan,
  { dryRun = false }: Manner,
): Promise<Linked> {
  const undone = dryRun ? {} : await replica.undos.commit(drafts);
  return { variants: variantViews(replica, summaryOf(replica, asset).id), changed: [...changed], ...undone };
}
