import type { JoinProgress } from '../contract/hub.ts';
import type { Progress, SessionState } from '../contract/session.ts';
import type { Admission } from '../domain/people/hub-events.ts';
import type { HubLocation } from '../shared/hub-location.ts';
import type { Cancellation } from '../shared/ports/cancellation.ts';
import type { DeviceId } from '../shared/vocabulary/ids.ts';
import type { ViewPause } from './activity.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { ExchangeSummary } from './hub/exchange-summary.ts';
import type { Newcomer } from './hub/hub-settings.ts';
import type { PlaceGrants } from './hub/place-grants.ts';
import type { Changes } from './live/changes.ts';
import type { OpenHub } from './open-hub.ts';
import type { HubPlace } from './ports/hub-places.ts';
import type { PathGrants } from './publish/path-grants.ts';

/** What the router works with: the hub when there is one. */
export interface EngineCore {
  readonly ports: EnginePorts;
  readonly changes: Changes;
  readonly grants: PathGrants;
  readonly lookedAt: PlaceGrants;
  readonly views: ViewPause;
  /** The open hub. Throws `Refusal` NOT_READY or REPLICA. */
  hub(): OpenHub;
  sessionState(): SessionState;
  /** This device, also on its way into a hub; `undefined` before the first start. */
  ownDevice(): Promise<DeviceId | undefined>;
  /** A window or a command has asked for something. */
  looked(): void;
  start(person: StartInput): AsyncGenerator<Progress, void>;
  /** The place at a location. Throws `Refusal` INVALID where none can be. */
  placeAt(where: Where): Promise<HubPlace>;
  shareHub(where: Where, name: string, asLead?: boolean, admission?: Admission): Promise<void>;
  joinHub(where: Where, who: Newcomer): AsyncGenerator<JoinProgress, void>;
  /** Goes on with joining after a restart, and waits where the hub is not there whole; `anyway`: begins with what is here. */
  resumeJoining(anyway: boolean, signal?: Cancellation): AsyncGenerator<JoinProgress, void>;
  giveUpJoining(): Promise<boolean>;
  exchange(signal?: Cancellation): Promise<ExchangeSummary | undefined>;
}

/** Where a hub is or is to be, also as a person or a program writes it. */
export type Where = HubLocation | string;

/** Who starts, and with what. */
export type StartInput = {
  readonly name: string;
  readonly role: 'rep' | 'marketer' | 'lead';
  readonly sample: boolean;
};
