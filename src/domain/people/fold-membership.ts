import { type FoldEvent, refusal } from '../kernel/fold-event.ts';
import type { Outside } from '../kernel/outside.ts';
import { type Stamp, stampOf } from '../kernel/register.ts';
import { type Facts, type Finding, NO_FACTS, noted } from './facts.ts';
import { EMPTY_TIMELINE, type MembershipDraft, type MembershipEvent, type Timeline } from './membership.ts';
import { provenOf } from './membership-events.ts';
import { inOrder } from './membership-order.ts';
import { MembershipPass } from './membership-pass.ts';
import { sampleHeir } from './sample-heir.ts';

/**
 * Folds membership events in the order of all writes. The founder is the author of the earliest `hub-created` (of `founder`, where
 * that device is known): the root of trust, whose device speaks for its member from the first event on.
 *
 * Where an event that counts takes the worth from one that was stamped earlier, all is folded again with that known from the start.
 * Each pass adds the finding of the most senior author, so that a removed lead who back-dates a removal of their remover changes
 * nothing; what became of codes at once for all authors of that rank, because anybody may say that, as often as they like. A finding that would
 * take away what its own author stands on is none: a lead who removes the founder from before the day that
 * the founder made them one would leave a hub without anybody. Only the set of events decides, never the order of their arrival.
 */
export function foldMembership(events: Iterable<MembershipEvent>, outside: Outside): Timeline {
  const sorted = inOrder(events);
  const founding = sorted.find(
    ({ draft, source }) =>
      draft.kind === 'hub-created' && (outside.founder === undefined || source.device === outside.founder),
  );
  if (founding === undefined || founding.draft.kind !== 'hub-created') {
    return { ...EMPTY_TIMELINE, refused: sorted.map(({ source }) => refusal(source, 'unknown-device')) };
  }
  const { body } = founding.draft;
  const heir = body.sample === true ? sampleHeir(sorted, founding, outside) : undefined;
  const ownWords = new Map(
    sorted.flatMap(({ draft, proven }) =>
      draft.kind === 'member-joined' && proven === true ? [[draft.body.device, draft.body.member]] : [],
    ),
  );
  const passWith = (facts: Facts): MembershipPass => {
    const pass = new MembershipPass(
      { founding: { event: founding, hub: body }, facts, heir, ownWords },
      outside,
    );
    for (const event of sorted) if (event !== founding) pass.fold(event);
    return pass;
  };
  for (let facts = NO_FACTS, pass = passWith(facts); ; ) {
    const [first] = pass.findings;
    if (first === undefined) return pass.timeline();
    const stands = (found: readonly Finding[]): boolean => {
      const known = found.reduce((sofar, { learn }) => learn(sofar), facts);
      const tried = passWith(known);
      if (!found.every(({ event }) => tried.counts(event))) return false;
      facts = known;
      pass = tried;
      return true;
    };
    if (stands(pass.findings) || (pass.findings.length > 1 && stands([first]))) continue;
    facts = noted(facts, first.event);
    pass = passWith(facts);
  }
}

/** A checked membership event out of a journal event. */
export function membershipEvent(
  source: FoldEvent,
  draft: MembershipDraft,
  named: readonly Stamp[],
  outside: Outside,
): MembershipEvent {
  const event = { stamp: stampOf(source), source, draft, ...(named.length > 0 && { named }) };
  const proven = provenOf(source, draft, outside);
  return proven === undefined ? event : { ...event, proven };
}
