import type { StepTaken } from '../../contract/step-taken.ts';
import { says } from '../../shared/says/says.ts';
import { editing, verifying } from '../assets/assets.ts';
import { type StepInput, takeStep } from '../assets/take-step.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { checkMayPublish } from '../people/may-publish.ts';

/** Steps of an asset's life that need no second person: verified, archived. */

/** Says that current versions are still right. */
export async function verifyAssets(replica: WithAssets, step: StepInput): Promise<StepTaken> {
  checkMayPublish(replica);
  return takeStep(replica, step, (asset) => [verifying(replica, asset)]);
}

/** Puts assets away. */
export async function archiveAssets(replica: WithAssets, step: StepInput): Promise<StepTaken> {
  checkMayPublish(replica);
  return takeStep(replica, step, ({ id, title, state }) =>
    state === 'archived'
      ? { code: 'archived', says: says('reviews.archived-already', { title }) }
      : [editing(replica, id, { status: 'archived' })],
  );
}
