import type { StepTaken } from '../../contract/step-taken.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { says } from '../../shared/says/says.ts';
import { summaryOf } from '../assets/assets.ts';
import { type StepInput, takeStep } from '../assets/take-step.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';

/** Recalling: 'do not use from now on', with a reason and what takes its place; and taking that back. */

type Recalling = StepInput & { readonly reason: string; readonly replacement?: string | undefined };

/** Recalls assets. Throws `Refusal` INVALID where what is to replace them may not be used itself. */
export async function recallAssets(
  replica: WithAssets,
  { reason, replacement, ...step }: Recalling,
): Promise<StepTaken> {
  checkMayPublish(replica);
  if (replacement !== undefined) checkReplacement(replica, replacement, step.assets);
  const at = replica.ports.clock.now();
  return takeStep(replica, step, ({ id: asset }) => [
    { kind: 'asset-recalled', body: { asset, reason, replacement, at } },
  ]);
}

/** Takes recalls back. */
export async function liftRecalls(replica: WithAssets, step: StepInput): Promise<StepTaken> {
  checkMayPublish(replica);
  const at = replica.ports.clock.now();
  return takeStep(replica, step, ({ id: asset, title, recall }) =>
    recall === null
      ? { code: 'not-recalled', says: says('reviews.not-recalled', { title }) }
      : [{ kind: 'asset-recall-lifted', body: { asset, at } }],
  );
}

function checkReplacement(replica: WithAssets, replacement: string, recalled: readonly string[]): void {
  const { state, title } = summaryOf(replica, replacement);
  if (recalled.includes(replacement)) throw invalid(says('reviews.replaced-by-itself'), 'replacement');
  if (!isUsable(state)) throw invalid(says('reviews.replacement-not-usable', { title }), 'replacement');
}
