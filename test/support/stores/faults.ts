/** The kinds of faults of a {@link FaultyHub}, each with what a device meets. */
export type FaultKind =
  /** A call fails at once and has had no effect. */
  | 'unreachable'
  | 'busy'
  | 'denied'
  | 'full'
  /** A write has had its effect and yet fails. */
  | 'lostAnswer'
  /** A write leaves the first half of its object, for everybody, and fails. */
  | 'halfPut'
  /** A read gives the first part of an object, or a listing a smaller size. */
  | 'truncatedRead'
  /** What another device wrote arrives only after a while; until then the older state, or nothing, is there. */
  | 'hiddenKey'
  /** A listing comes in another order. */
  | 'disorder'
  /** A listing has second versions of objects under a vendor's name. */
  | 'conflictedCopies'
  /** For a while nothing is there (a mount point without its drive), and no write goes through. */
  | 'emptyRoot'
  /** For a while an older state of everything is there, but for what the device itself writes. */
  | 'rolledBack'
  /** A call waits until time goes on. */
  | 'stall';

/** How often each fault happens at a call that it can happen at: 0 never, 1 always. */
export type FaultRates = Readonly<Record<FaultKind, number>>;

/** No faults. */
export const CALM: FaultRates = {
  unreachable: 0,
  busy: 0,
  denied: 0,
  full: 0,
  lostAnswer: 0,
  halfPut: 0,
  truncatedRead: 0,
  hiddenKey: 0,
  disorder: 0,
  conflictedCopies: 0,
  emptyRoot: 0,
  rolledBack: 0,
  stall: 0,
};

/** Every fault, and still a run gets somewhere. */
export const ROUGH: FaultRates = {
  unreachable: 0.02,
  busy: 0.03,
  denied: 0.01,
  full: 0.01,
  lostAnswer: 0.02,
  halfPut: 0.02,
  truncatedRead: 0.05,
  hiddenKey: 0.3,
  disorder: 0.5,
  conflictedCopies: 0.2,
  emptyRoot: 0.005,
  rolledBack: 0.005,
  stall: 0.02,
};
