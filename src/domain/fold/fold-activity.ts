import type { EventPlace, FoldEvent } from '../kernel/fold-event.ts';
import { isImpossibleTime, timeOfStamp } from '../kernel/order.ts';
import { stampOf } from '../kernel/register.ts';
import type { Timeline } from '../people/membership.ts';
import { see, worthOf } from '../people/standing.ts';
import { type ActivityState, type DomainModel, MODEL } from '../registry.ts';

/** Folds events of the `activity` stream; answers the assets whose use changed. */
export function foldActivity(
  state: ActivityState,
  events: Iterable<FoldEvent>,
  timeline: Timeline,
  model: DomainModel = MODEL,
): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const event of events) {
    const result = model.read(event);
    if (result.read !== 'known') continue;
    const definition = model.countableOf(event.kind);
    if (definition === undefined || isImpossibleTime(timeOfStamp(event.hlc))) continue;
    const { device, seq, member } = event;
    const place: EventPlace = { device, seq, stream: 'activity', stamp: stampOf(event) };
    see(state.seen, place);
    const standing = worthOf(timeline, event, definition.roles, place);
    if (!standing.counts) continue;
    const asset = definition.fold(state, result.draft.body, { member, role: standing.role });
    if (asset !== undefined) touched.add(asset);
  }
  return touched;
}
