import type { RefusalReason } from './extractor.ts';

/** Somebody who is invited, as the invitation has them; what it has not is ''. */
export type Invited = { readonly name: string; readonly address: string };

/** A meeting that an invitation tells of. */
export type Invitation = {
  readonly title: string;
  /** Milliseconds since 1970, of one that repeats the next time; absent where it says none. */
  readonly at?: number;
  /** Who invites first. */
  readonly people: readonly Invited[];
  /** What it is about, as it was written. */
  readonly text: string;
  readonly repeats: boolean;
};

/** Where an invitation is read: a calendar file, or text that somebody pasted. */
export type InvitationSource = { readonly path: string } | { readonly text: string };

/** By which clock: times without a zone are those of `zone` (`Europe/Berlin`), and 'tomorrow' is the day after `now`. */
export type InvitationClock = { readonly now: number; readonly zone: string };

/** The meetings of an invitation, the next first; `cut` where there were more. Or why there are none. */
export type InvitationRead =
  | { readonly read: 'invitations'; readonly invitations: readonly Invitation[]; readonly cut: boolean }
  | { readonly read: 'refused'; readonly reason: RefusalReason | 'too-long' | 'timed-out' | 'no-calendar' };
