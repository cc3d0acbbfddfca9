import type { ExchangeSummary, JoinProgress } from '../../contract/hub.ts';
import type { SessionState } from '../../contract/session.ts';
import type { HubLocation } from '../../shared/hub-location.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Admission } from '../../shared/vocabulary/people.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import type { PathGrants } from '../publish/path-grants.ts';
import type { Newcomer } from './hub-settings.ts';
import type { PlaceGrants } from './place-grants.ts';
import type { WithHub } from './with-hub.ts';

/** Where a hub is or is to be, also as a person or a program writes it. */
export type Where = HubLocation | string;

/** What of the engine is there before its replica is, for the one who shares or joins a hub. */
export type HubCore = {
  readonly ports: BasePorts;
  readonly grants: PathGrants;
  readonly lookedAt: PlaceGrants;
  /** The open replica. Throws `Refusal` NOT_READY or REPLICA. */
  replica(): WithHub;
  sessionState(): SessionState;
  /** This device, also on its way into a hub; `undefined` before the first start. */
  ownDevice(): Promise<DeviceId | undefined>;
  /** The place at a location. Throws `Refusal` INVALID where none can be. */
  placeAt(where: Where): Promise<HubPlace>;
  shareHub(where: Where, name: string, asLead?: boolean, admission?: Admission): Promise<void>;
  joinHub(where: Where, who: Newcomer): AsyncGenerator<JoinProgress, void>;
  /** Goes on with joining after a restart, and waits where the hub is not there whole; `anyway`: begins with what is here. */
  resumeJoining(anyway: boolean, signal?: Cancellation): AsyncGenerator<JoinProgress, void>;
  giveUpJoining(): Promise<boolean>;
  exchange(signal?: Cancellation): Promise<ExchangeSummary | undefined>;
};
