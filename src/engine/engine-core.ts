import type { Progress, SessionState } from '../contract/session.ts';
import type { ViewPause } from './activity.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { Changes } from './live/changes.ts';
import type { OpenHub } from './open-hub.ts';
import type { PathGrants } from './publish/path-grants.ts';

/** What the router works with: the hub when there is one. */
export interface EngineCore {
  readonly ports: EnginePorts;
  readonly changes: Changes;
  readonly grants: PathGrants;
  readonly views: ViewPause;
  /** The open hub. Throws `Refusal` NOT_READY or REPLICA. */
  hub(): OpenHub;
  sessionState(): SessionState;
  start(person: StartInput): AsyncGenerator<Progress, void>;
}

/** Who starts, and with what. */
export type StartInput = {
  readonly name: string;
  readonly role: 'rep' | 'marketer' | 'lead';
  readonly sample: boolean;
};
