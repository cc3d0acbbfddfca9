import type { Duties, DutyCounts } from '../../contract/reviews.ts';
import type { PlainDraft, Undoable } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { editing } from '../assets/assets.ts';
import { invalid } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import { mayPublish } from '../people/missing-people.ts';
import type { WithReviews } from './with-reviews.ts';

/** What somebody answers for, and handing it over to somebody else. */

/** Somebody who is named as the owner or the verifier of something. */
type Named = { readonly id: string } | null;
type Answered = { readonly owner: Named; readonly verifier: Named };

/** How many assets and kits of the hub somebody owns and verifies. */
export function dutiesOf(replica: WithReviews, member: string): Duties {
  return {
    assets: countsOf(replica.summaries.visible().values(), member),
    kits: countsOf(hubKits(replica), member),
  };
}

function countsOf(all: Iterable<Answered>, member: string): DutyCounts {
  let [owns, verifies] = [0, 0];
  for (const { owner, verifier } of all) {
    if (owner?.id === member) owns += 1;
    if (verifier?.id === member) verifies += 1;
  }
  return { owns, verifies };
}

/** Makes somebody else the owner and verifier of every asset and kit that a member owns and verifies, in one write. Throws `Refusal` INVALID where they do not publish. */
export async function handOver(
  replica: WithReviews,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ changed: number; undo?: string }> {
  checkMayPublish(replica);
  if (!mayPublish(replica, to) || from === to) throw invalid(says('reviews.nobody-to-take-over'), 'to');
  const changes: (PlainDraft | Undoable)[] = [];
  for (const asset of replica.summaries.visible().values()) {
    const set = takenOver(asset, from, to);
    if (set !== undefined) changes.push(editing(replica, asset.id, set));
  }
  const at = replica.ports.clock.now();
  for (const kit of hubKits(replica)) {
    const set = takenOver(kit, from, to);
    if (set !== undefined) changes.push({ kind: 'kit-edited', body: { kit: kit.id, set, at } });
  }
  const undone = await replica.undos.commit(changes);
  return { changed: changes.length, ...undone };
}

/** What is to be set so that somebody else answers for it; undefined where the one who hands over does not. */
function takenOver(
  { owner, verifier }: Answered,
  from: string,
  to: string,
): { readonly owner?: string; readonly verifier?: string } | undefined {
  if (owner?.id !== from && verifier?.id !== from) return undefined;
  return { ...(owner?.id === from && { owner: to }), ...(verifier?.id === from && { verifier: to }) };
}

/** Kits that everybody has: what somebody keeps for themselves nobody else answers for. */
function* hubKits({ kits }: WithReviews) {
  for (const { summary } of kits.visible().values()) if (!summary.own) yield summary;
}
