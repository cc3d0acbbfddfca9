import type { Overwritten } from '../../domain/fold/overwritten.ts';
import { type DomainModel, type EventDraft, MODEL } from '../../domain/registry.ts';
import {
  ALWAYS_NAMED,
  type EventToCommit,
  type JsonObject,
  type Over,
} from '../../sync/journal/journal-event.ts';

/** Drafts as a journal takes them, with what each of them writes over. */
export function toCommit(
  drafts: readonly EventDraft[],
  over: readonly (readonly Overwritten[])[] = [],
  model: DomainModel = MODEL,
): readonly EventToCommit[] {
  return drafts.map(({ kind, body }, index) => ({
    stream: model.streamOf(kind),
    kind,
    body: plainJson(body),
    over: model.saysWhoIsWho(kind) ? alwaysNamed(over[index] ?? []) : (over[index] ?? []),
  }));
}

/** What says who is who names what it rests on at any rate. */
function alwaysNamed(over: readonly Overwritten[]): readonly Over[] {
  return over.map(({ ref }) => ({ ref, key: ALWAYS_NAMED }));
}

/** A body without what is undefined, as the journal keeps it. */
function plainJson(body: EventDraft['body']): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as JsonObject;
}
