import { GATE_REASONS } from './ways-out.ts';

/** Milliseconds before a call at which the system tells of it. */
export const CALL_REMINDER_MS = 15 * 60_000;

/** What stays with a call while it lasts: it is the next one until an hour after it began. */
export const CALL_LASTS_MS = 60 * 60_000;

/**
 * Why something in a pack is not ready for the call. Other programs read these codes. The worst comes first: of several problems that is the
 * one to be mended.
 */
export const FLIGHT_PROBLEMS = [
  'gone', // not in the library any more, or not for whoever asks
  ...GATE_REASONS,
  'expires-before', // it may be shown today, not at the call's time
  'missing', // the file is not on this device
  'altered', // the file on this device is not the one that was published
  'unreadable', // the file is whole, but can't be opened
] as const;

/** The one action that mends an item: its file is downloaded, the current version is used, another asset takes its place, or it goes. */
export const FLIGHT_FIXES = ['fetch', 'use-current', 'replace', 'remove'] as const;
