import type { z } from 'zod';
import { type RefusalCode, type RefusedEvent, refusal } from '../kernel/fold-event.ts';
import { entryOf } from '../kernel/register.ts';
import type {
  DeviceState,
  InviteState,
  MembershipBodies,
  MembershipEvent,
  PendingDevice,
} from './membership.ts';

type Body<Kind extends keyof MembershipBodies> = z.infer<MembershipBodies[Kind]>;

/** A device that shows an invitation's signature, with the event in which it does. */
type Vouched = { readonly event: MembershipEvent; readonly body: Body<'device-vouched'> };

/** What the device that had made an invitation said became of it: which device it accepted, or that it is closed. */
export type Acceptance = { readonly event: MembershipEvent; readonly device: string | undefined };

/** What came of an acceptance. */
type Accepted = {
  /** A device that is the member's by it. */
  readonly binds?: DeviceState;
  /** Another device had come in by this invitation, under the rule of old journals: everything has to be folded again without it. */
  readonly unbinds?: boolean;
};

/**
 * Invitations for further devices in one pass over the membership events: who made one, which devices show its signature, and which of
 * them its maker accepted. An invitation and its acceptance are of one device, and the vouching names that device's member: what others
 * write about the same key changes nothing. The three may come in any order, because each has its author's own clock.
 */
export class FurtherDevices {
  readonly invites = new Map<string, InviteState>();
  readonly #acceptances: Map<string, Acceptance>;
  readonly #acceptedBy = new Map<string, MembershipEvent>();
  readonly #vouched: Vouched[] = [];
  /** Keys of invitations, and vouchings, by the public key and the member that they name. */
  readonly #keysOf = new Map<string, string[]>();
  readonly #vouchedOf = new Map<string, Vouched[]>();

  /** `settled`: acceptances that hold from the start. */
  constructor(settled: ReadonlyMap<string, Acceptance>) {
    this.#acceptances = new Map(settled);
  }

  invited(
    event: MembershipEvent,
    { invite, member, until, accepts }: Body<'device-invited'>,
  ): DeviceState | undefined {
    const { device } = event.source;
    const key = inviteKey(invite, device);
    const acceptance = this.#acceptances.get(key);
    if (this.invites.has(key)) return undefined;
    this.invites.set(key, {
      publicKey: invite,
      member,
      device,
      until,
      ...(accepts === true && { accepts }),
      ...(acceptance !== undefined && { settled: acceptance.device ?? 'closed' }),
    });
    entryOf(this.#keysOf, `${invite} ${member}`, () => []).push(key);
    return this.#bound(key);
  }

  /** The first word of the device that invited counts. */
  accepted(event: MembershipEvent, { invite, device }: Body<'device-accepted'>): Accepted {
    const key = inviteKey(invite, event.source.device);
    if (this.#acceptances.has(key)) return {};
    this.#acceptances.set(key, { event, device });
    const before = this.invites.get(key);
    if (before === undefined) return {};
    this.invites.set(key, { ...before, settled: device ?? 'closed' });
    if (before.usedBy !== undefined && before.usedBy !== device) return { unbinds: true };
    const binds = this.#bound(key);
    return binds === undefined ? {} : { binds };
  }

  /** A device that shows an invitation's signature: bound, refused, or waiting for the device that invited it. */
  vouched(
    event: MembershipEvent,
    body: Body<'device-vouched'>,
    time: number,
  ): DeviceState | RefusalCode | 'waits' {
    const { device, member, by } = body;
    if (!('invite' in by)) return 'bad-proof';
    this.#vouched.push({ event, body });
    entryOf(this.#vouchedOf, `${by.invite} ${member}`, () => []).push({ event, body });
    for (const [key, invite] of this.#fitting(by.invite, member)) {
      if (invite.settled === device) return this.#use(key, body);
      // As it was before invitations were accepted: the first to show the code in time has it.
      const isOpen = invite.accepts !== true && invite.settled === undefined && invite.usedBy === undefined;
      if (isOpen && time <= invite.until) return this.#use(key, body);
    }
    return 'waits';
  }

  /** The event in which a device was accepted. */
  acceptanceOf(device: string): MembershipEvent | undefined {
    return this.#acceptedBy.get(device);
  }

  /** Devices that wait for the one that invited them. */
  pending(isBound: (device: string) => boolean): readonly PendingDevice[] {
    return this.#vouched.flatMap(({ body }) => {
      const { device, name, member, by } = body;
      if (isBound(device) || !('invite' in by) || !this.#isAwaited(by.invite, member)) return [];
      return [{ device, name, member, invite: by.invite }];
    });
  }

  /** What of the vouching came to nothing, or waits. */
  refused(isBound: (device: string) => boolean): readonly RefusedEvent[] {
    return this.#vouched.flatMap(({ event, body }) => {
      if (isBound(body.device) || !('invite' in body.by)) return [];
      const waits = this.#isAwaited(body.by.invite, body.member);
      return [refusal(event.source, waits ? 'not-accepted' : 'bad-proof')];
    });
  }

  #isAwaited(invite: string, member: string): boolean {
    return this.#fitting(invite, member).some(([, { accepts, settled }]) => accepts && settled === undefined);
  }

  /** The device that an invitation, its acceptance and a vouching bind together, once all three are there. */
  #bound(key: string): DeviceState | undefined {
    const invite = this.invites.get(key);
    if (invite === undefined) return undefined;
    const showing = this.#vouchedOf.get(`${invite.publicKey} ${invite.member}`) ?? [];
    const found = showing.find(({ body }) => body.device === invite.settled);
    return found && this.#use(key, found.body);
  }

  /** Notes who has an invitation. */
  #use(key: string, { device, member, name, publicKey }: Body<'device-vouched'>): DeviceState {
    const invite = this.invites.get(key);
    if (invite !== undefined) this.invites.set(key, { ...invite, usedBy: device });
    const acceptance = this.#acceptances.get(key);
    if (acceptance !== undefined) this.#acceptedBy.set(device, acceptance.event);
    return { id: device, member, name, publicKey };
  }

  #fitting(publicKey: string, member: string): readonly [string, InviteState][] {
    const keys = this.#keysOf.get(`${publicKey} ${member}`) ?? [];
    return keys.flatMap((key): [string, InviteState][] => {
      const invite = this.invites.get(key);
      return invite === undefined ? [] : [[key, invite]];
    });
  }
}

/** What tells an invitation from whatever others claim of the same key. */
export function inviteKey(publicKey: string, device: string): string {
  return `${publicKey} ${device}`;
}
