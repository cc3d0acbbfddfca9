import type { Duties } from '../../contract/reviews.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { roleOf } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { Undoable } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { editing } from '../assets/assets.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';

/** What somebody answers for, and handing it over to somebody else. */

/** How many assets somebody owns and verifies. */
export function dutiesOf({ summaries }: WithAssets, member: string): Duties {
  let [owns, verifies] = [0, 0];
  for (const { owner, verifier } of summaries.visible().values()) {
    if (owner?.id === member) owns += 1;
    if (verifier?.id === member) verifies += 1;
  }
  return { owns, verifies };
}

/** Makes somebody else the owner and verifier of everything that a member owns and verifies, in one write. Throws `Refusal` INVALID where they do not publish. */
export async function handOver(
  replica: WithAssets,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ changed: number; undo?: string }> {
  checkMayPublish(replica);
  const role = roleOf(replica.catalog, to);
  if (role === undefined || !may(role, 'publish') || from === to)
    throw invalid(says('reviews.nobody-to-take-over'), 'to');
  const changes: Undoable[] = [];
  for (const { id, owner, verifier } of replica.summaries.visible().values()) {
    const set: Partial<AssetFields> = {
      ...(owner?.id === from && { owner: to }),
      ...(verifier?.id === from && { verifier: to }),
    };
    if (Object.keys(set).length > 0) changes.push(editing(replica, id, set));
  }
  const undone = await replica.undos.commit(changes);
  return { changed: changes.length, ...undone };
}
