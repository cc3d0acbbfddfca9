import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, MemberId } from '../../shared/vocabulary/ids.ts';
import type { EventToCommit, Position, StreamEvent } from './journal-event.ts';
import type { Journals } from './journals.ts';

/** Something wrong with a journal that a person should know of. Nothing is ever dropped in silence. */
export type JournalProblem = {
  readonly code:
    | 'torn-tail' // the last write was cut off; it had not been acknowledged
    | 'broken-chain' // an event does not follow from the one before: it and what comes after are quarantined
    | 'bad-seal' // the signature over the journal does not fit
    | 'unsealed' // a colleague's events came without the signature over them: a receiving that was cut off, or somebody else's work
    | 'shortened' // events that the device had signed are gone: an old copy of the folder was put back
    | 'bad-card' // the device's own card is missing or forged: its journal can't be trusted
    | 'unreadable-line'
    | 'long-line' // a line that is longer than any may be: it and what comes after are quarantined, unread
    | 'quarantined'; // lines that did not follow lie beside the journal since an earlier start
  readonly device: DeviceId;
  readonly stream: Stream;
  /** First event concerned. */
  readonly seq: number;
  /** How many lines or events. */
  readonly count: number;
};

/** All that a replica holds of the truth: journals of this device and of others. */
export interface Replica {
  readonly device: DeviceId;
  /** The journals as an exchange with a hub sees them. */
  readonly journals: Journals;
  /** Every sound event after a position, oldest first within each device and stream; all of them without one. */
  read(after?: Position): AsyncIterable<StreamEvent>;
  /** How far the journals reach. */
  position(): Position;
  /**
   * Appends events to this device's journal and resolves once they are on disk (fsync). All or none: on an error nothing counts.
   * Throws `StorageError` when the disk refuses.
   */
  commit(member: MemberId, events: readonly EventToCommit[]): Promise<readonly StreamEvent[]>;
  /** What was found wrong when the journals were opened. */
  problems(): readonly JournalProblem[];
  /** Reads everything from disk again: chain, seals, order. */
  verify(): Promise<{ readonly events: number; readonly problems: readonly JournalProblem[] }>;
  /** Seals and closes. */
  close(): Promise<void>;
}
