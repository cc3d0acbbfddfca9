import type { Progress, SessionState } from '../../contract/session.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { Changes } from '../live/changes.ts';
import type { WithSession } from './with-session.ts';

/** What of the engine is there before its replica is, for the one who begins. */
export type SessionCore = {
  readonly ports: BasePorts;
  readonly changes: Changes;
  /** The open replica. Throws `Refusal` NOT_READY or REPLICA. */
  replica(): WithSession;
  sessionState(): SessionState;
  start(person: StartInput): AsyncGenerator<Progress, void>;
};

/** Who starts, and with what. */
export type StartInput = {
  readonly name: string;
  readonly role: Role;
  readonly sample: boolean;
};
