import type { BlockReason } from '../../sync/exchange/exchange-report.ts';

/** What blocks an exchange for reasons that people know by the kind of place. */
export type PlaceBlock = Extract<
  BlockReason,
  'no-hub' | 'unreadable-hub' | 'other-hub' | 'busy' | 'denied' | 'full' | 'broken'
>;

/**
 * What is said of a place, by whoever knows what kind of place it is: whole sentences (what happened, what is safe, what to do), unless it says
 * otherwise. The engine knows no folder and no bucket.
 */
export type PlaceWords = {
  /** How somebody joins there, for an invitation: lines, numbered. `place`: as people know it; `withKeys`: a password goes with it. */
  readonly howToJoin: (place: string, withKeys: boolean) => readonly string[];
  readonly blocked: Readonly<Record<PlaceBlock, string>>;
  /** The hub can be read, and nothing of this device can be written to it. */
  readonly readOnly: (device: string) => string;
  /** The way to it is there and it is not. */
  readonly gone: string;
  /** It was to be looked at, and can't be reached. */
  readonly unreachable: string;
  /** There is no hub to join. */
  readonly noHub: string;
  /** The hub's description there was not signed by its founder. */
  readonly forged: string;
  /** Somebody wants to share, and parts of a hub are there. */
  readonly partOfHub: string;
  /** Somebody wants to share, and another hub is there. */
  readonly otherHub: (name: string) => string;
  /** A hub was to be found there again, and is not there. */
  readonly notThisHub: (name: string) => string;
  readonly joining: {
    readonly offline: string;
    /** The same as `readOnly`, for somebody who joins: nobody can hear of them. */
    readonly readOnly: (device: string) => string;
    readonly noDescription: string;
    /** Begins a sentence that goes on with what is missing. */
    readonly incomplete: string;
    /** Where something is not as it was written: 'in the folder'. */
    readonly there: string;
    /** What to do about that. */
    readonly restore: string;
    /** The code of a further device is not known there. */
    readonly noCode: string;
  };
};
