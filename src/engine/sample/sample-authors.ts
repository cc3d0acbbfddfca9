import { DAY_MS } from '../../domain/kernel/calendar.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { MODEL } from '../../domain/registry.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { STREAMS } from '../../shared/vocabulary/device.ts';
import { ID_PREFIX, type MemberId, newId } from '../../shared/vocabulary/ids.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { toCommit } from '../live/to-commit.ts';
import type { FoundedHub, FoundingAuthor, FoundingReplica } from '../ports/replica-home.ts';
import { foundingEvents, type NewHub } from '../session/founding.ts';
import type { SampleManifest } from './manifest.ts';
import type { PlannedEvent } from './sample-plan.ts';

type Colleague = {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly member: MemberId;
  readonly clock: PastClock;
  readonly author: FoundingAuthor;
};

/** How long before the first thing that happened the hub was founded. */
const FOUNDED_BEFORE_MS = DAY_MS;

/** Writes the sample's past: each of its people into a journal of their own, with a key that is forgotten afterwards. */
export class SampleAuthors {
  readonly #ports: BasePorts;
  readonly #founding: FoundingReplica;
  readonly #manifest: SampleManifest;

  constructor(ports: BasePorts, founding: FoundingReplica, manifest: SampleManifest) {
    this.#ports = ports;
    this.#founding = founding;
    this.#manifest = manifest;
  }

  /** Founds the hub, writes what is planned for its people (by their key in the manifest), and lets the person in. */
  async found(
    person: { readonly name: string; readonly role: Role },
    plan: (members: ReadonlyMap<string, string>) => readonly PlannedEvent[],
  ): Promise<FoundedHub> {
    const colleagues: Colleague[] = [];
    for (const colleague of this.#manifest.colleagues) colleagues.push(await this.#colleague(colleague));
    const planned = plan(new Map(colleagues.map(({ key, member }) => [key, member])));
    const now = this.#ports.clock.now();
    const foundedAt = planned.reduce((first, event) => Math.min(first, event.at), now) - FOUNDED_BEFORE_MS;
    const lead = colleagues.find(({ role }) => role === 'lead');
    if (lead === undefined) throw new Error('The sample hub has no lead.');
    const hub = {
      id: newId(ID_PREFIX.hub, (count) => this.#ports.random.bytes(count)),
      name: this.#manifest.hub.name,
      sample: true,
      timeZone: this.#ports.timeZone,
    };
    const events: PlannedEvent[] = [
      ...this.#beginning(hub, lead, colleagues).map((draft) => ({ by: lead.key, at: foundedAt, draft })),
      ...planned,
      ...this.#welcome(person).map((draft) => ({ by: lead.key, at: now, draft })),
    ];
    for (const colleague of colleagues) await write(colleague, events);
    return { hub: hub.id, name: hub.name, founder: lead.author.device };
  }

  async #colleague(colleague: SampleManifest['colleagues'][number]): Promise<Colleague> {
    const clock = new PastClock();
    const member = newId(ID_PREFIX.member, (count) => this.#ports.random.bytes(count));
    const author = await this.#founding.colleague(`${colleague.name}’s computer`, clock);
    return { ...colleague, member, clock, author };
  }

  #beginning(hub: NewHub, lead: Colleague, colleagues: readonly Colleague[]): readonly EventDraft[] {
    const founder = {
      member: lead.member,
      name: lead.name,
      device: lead.author.device,
      deviceName: `${lead.name}’s computer`,
      publicKey: lead.author.publicKey,
    };
    return [
      ...foundingEvents(hub, founder, 'lead'),
      ...this.#manifest.products.map(({ id, name }, index): EventDraft => {
        return { kind: 'product-defined', body: { id, name, order: index + 1 } };
      }),
      ...colleagues
        .filter((colleague) => colleague !== lead)
        .flatMap(({ member, name, role, author }) =>
          joining(member, name, role, author, `${name}’s computer`),
        ),
    ];
  }

  #welcome(person: { readonly name: string; readonly role: Role }): readonly EventDraft[] {
    const member = newId(ID_PREFIX.member, (count) => this.#ports.random.bytes(count));
    const name = this.#ports.deviceName.trim().slice(0, 300) || 'This computer';
    return joining(member, person.name, person.role, this.#founding.own, name);
  }
}

function joining(
  member: MemberId,
  name: string,
  role: Role,
  author: FoundingAuthor,
  deviceName: string,
): readonly EventDraft[] {
  const { device, publicKey } = author;
  return [
    { kind: 'member-added', body: { member, name, role } },
    { kind: 'device-added', body: { device, member, name: deviceName, publicKey } },
  ];
}

/** Writes a colleague's events in the order of their times, a write a stream. */
async function write(colleague: Colleague, events: readonly PlannedEvent[]): Promise<void> {
  const own = events.filter(({ by }) => by === colleague.key).sort((a, b) => a.at - b.at);
  for (const stream of STREAMS) {
    const ofStream = own.filter(({ draft }) => MODEL.streamOf(draft.kind) === stream);
    if (ofStream.length === 0) continue;
    colleague.clock.tell(ofStream.map(({ at }) => at));
    await colleague.author.commit(colleague.member, toCommit(ofStream.map(({ draft }) => draft)));
  }
}

/** A clock that tells the times of a list, one a reading: a journal's author reads it once an event. Never goes back. */
class PastClock implements Clock {
  #times: number[] = [];
  #last = 0;

  tell(times: readonly number[]): void {
    this.#times = [...times];
  }

  now(): number {
    const next = this.#times.shift() ?? this.#last;
    this.#last = Math.max(this.#last, next);
    return this.#last;
  }
}
