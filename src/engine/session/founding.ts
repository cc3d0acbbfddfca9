import { DEFAULT_PERSONAS, DEFAULT_STAGES, DEFAULT_TYPES } from '../../domain/default-taxonomy.ts';
import { type EventDraft, type EventKind, type Role, streamOf } from '../../domain/events.ts';
import type { Overwritten } from '../../domain/overwritten.ts';
import { isMembershipKind } from '../../domain/permissions.ts';
import { DEFAULT_SYNONYMS } from '../../domain/synonyms.ts';
import { ALWAYS_NAMED, type EventToCommit, type JsonObject, type Over } from '../../sync/journal-event.ts';

/** Who founds a hub. */
export type Founder = {
  readonly member: string;
  readonly name: string;
  readonly device: string;
  readonly deviceName: string;
  readonly publicKey: string;
};

/**
 * The first events of a hub, in their order: it is made, its founder comes in as a lead (who may define the words), the words are
 * defined, and then the founder takes the role that they asked for.
 */
export function foundingEvents(
  hub: { readonly id: string; readonly name: string; readonly sample: boolean },
  founder: Founder,
  role: Role,
): readonly EventDraft[] {
  const { member, name, device, deviceName, publicKey } = founder;
  const drafts: readonly EventDraft[] = [
    { kind: 'hub-created', body: { hub: hub.id, name: hub.name, ...(hub.sample && { sample: true }) } },
    { kind: 'member-added', body: { member, name, role: 'lead' } },
    { kind: 'device-added', body: { device, member, name: deviceName, publicKey } },
    ...DEFAULT_STAGES.map((body): EventDraft => ({ kind: 'stage-defined', body })),
    ...DEFAULT_PERSONAS.map((body): EventDraft => ({ kind: 'persona-defined', body })),
    ...DEFAULT_TYPES.map((body): EventDraft => ({ kind: 'type-defined', body })),
    ...DEFAULT_SYNONYMS.map(
      ({ id, words, means }): EventDraft => ({
        kind: 'synonyms-defined',
        body: { id, words: [...words], means },
      }),
    ),
  ];
  if (role === 'lead') return drafts;
  const last = { [device]: { catalog: drafts.length, activity: 0 } };
  return [...drafts, { kind: 'role-granted', body: { member, role, last } }];
}

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
