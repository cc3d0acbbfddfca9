import { type EventDraft, type EventKind, streamOf } from '../../domain/events.ts';
import type { Overwritten } from '../../domain/overwritten.ts';
import { isMembershipKind } from '../../domain/permissions.ts';
import { ALWAYS_NAMED, type EventToCommit, type JsonObject, type Over } from '../../sync/journal-event.ts';

/** Drafts as a journal takes them, with what each of them writes over. */
export function toCommit(
  drafts: readonly EventDraft[],
  over: readonly (readonly Overwritten[])[] = [],
): readonly EventToCommit[] {
  return drafts.map(({ kind, body }, index) => ({
    stream: streamOf(kind),
    kind,
    body: plainJson(body),
    over: overOf(kind, over[index] ?? []),
  }));
}

/** What says who is who names what it rests on at any rate. */
function overOf(kind: EventKind, over: readonly Overwritten[]): readonly Over[] {
  return isMembershipKind(kind) ? over.map(({ ref }) => ({ ref, key: ALWAYS_NAMED })) : over;
}

/** A body without what is undefined, as the journal keeps it. */
export function plainJson(body: EventDraft['body']): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as JsonObject;
}
