import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, MemberId } from '../../shared/vocabulary/ids.ts';
import type { Stamp } from './register.ts';

/** What the fold needs to know of a journal event; the journal's own type fits. */
export type FoldEvent = {
  readonly device: DeviceId;
  readonly seq: number;
  readonly hlc: string;
  readonly member: MemberId;
  readonly kind: string;
  readonly body: unknown;
  /** Stamps of writes that it came after, see `order.ts`; checked there. */
  readonly after?: unknown;
};

/** Where an event stands: what decides whether it counts. */
export type EventPlace = {
  readonly device: DeviceId;
  readonly seq: number;
  readonly stream: Stream;
  readonly stamp: Stamp;
};

/** The last event of a device that was folded in a stream. */
export type LastSeen = { seq: number; stamp: Stamp };

/** What was folded in a stream, by device. */
export type SeenDevices = Map<DeviceId, LastSeen>;

/** Why an event changes nothing. */
export type RefusalCode =
  | 'invalid-body' // its content does not fit its kind
  | 'impossible-time' // its clock says a time that nobody can have meant
  | 'unknown-device' // nobody with the right to has said whose device it is
  | 'wrong-member' // the device belongs to somebody else than the event says
  | 'not-a-member' // its author was not a member at its time
  | 'not-admitted' // its author waits for a lead: it counts as soon as they are let in
  | 'not-accepted' // the device that showed the code has not accepted this one yet
  | 'after-removal' // its author was removed, and it comes after what counted then
  | 'bad-proof' // it does not prove whose device it is: key, signature, invitation or place do not fit
  | 'wrong-id' // an id that it states does not follow from its author
  | 'id-taken' // it states an id that is somebody else's
  | 'not-allowed'; // its author's role did not allow it at its time

/** An event that changes nothing, listed so that a lead can see it. */
export type RefusedEvent = {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly seq: number;
  readonly hlc: string;
  readonly kind: string;
  readonly why: RefusalCode;
};

/** An event of a kind that this version does not know; kept in the journal and folded after an upgrade. */
export type DeferredEvent = Omit<RefusedEvent, 'why'>;

/** The list of what was refused. */
export function refusal(event: FoldEvent, why: RefusalCode): RefusedEvent {
  return { ...deferral(event), why };
}

/** The list of what waits for an upgrade. */
export function deferral({ device, member, seq, hlc, kind }: FoldEvent): DeferredEvent {
  return { device, member, seq, hlc, kind };
}
