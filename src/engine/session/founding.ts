import type { EventDraft } from '../../domain/registry.ts';
import { DEFAULT_PERSONAS, DEFAULT_STAGES, DEFAULT_TYPES } from '../../domain/taxonomy/default-taxonomy.ts';
import { DEFAULT_SYNONYMS } from '../../domain/taxonomy/synonyms.ts';
import type { DeviceId, HubId, MemberId } from '../../shared/vocabulary/ids.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';

/** Who founds a hub. */
type Founder = {
  readonly member: MemberId;
  readonly name: string;
  readonly device: DeviceId;
  readonly deviceName: string;
  readonly publicKey: string;
};

/** A hub to be. */
export type NewHub = {
  readonly id: HubId;
  readonly name: string;
  readonly sample: boolean;
  /** In which its days begin and end until a lead decides otherwise. */
  readonly timeZone: string;
};

/**
 * The first events of a hub, in their order: it is made, its founder comes in as a lead (who may define the words), the words are
 * defined, and then the founder takes the role that they asked for.
 */
export function foundingEvents(hub: NewHub, founder: Founder, role: Role): readonly EventDraft[] {
  const { member, name, device, deviceName, publicKey } = founder;
  const drafts: readonly EventDraft[] = [
    {
      kind: 'hub-created',
      body: { hub: hub.id, name: hub.name, ...(hub.sample && { sample: true }), timeZone: hub.timeZone },
    },
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
