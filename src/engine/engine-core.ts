import type { ViewPause } from './activity/activity.ts';
import type { HubCore } from './hub/hub-core.ts';
import type { OpenReplica } from './open-replica.ts';
import type { SessionCore } from './session/session-core.ts';

/** What the router works with: what is there before the replica is, and the replica when there is one. */
export type EngineCore = Omit<SessionCore & HubCore, 'replica'> & {
  readonly views: ViewPause;
  /** The open replica. Throws `Refusal` NOT_READY or REPLICA. */
  replica(): OpenReplica;
  /** A window or a command has asked for something. */
  looked(): void;
};
