import type { Role } from './vocabulary/roles.ts';

/** That a lead has let somebody in, as it is told to them. */
export type LetIn = {
  readonly role: Role;
  /** Whose word it was; absent where nobody can say. */
  readonly by?: string | undefined;
  /** They had been removed before. */
  readonly again: boolean;
};

/** Said to somebody whom a lead has to let in: what that protects, and what not. */
export const WAITING_MESSAGE =
  'A content lead has to let you in. You can find and read what is in the hub already; your ratings and requests reach your colleagues as soon as you are in.';
