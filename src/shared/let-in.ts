import type { Role } from './vocabulary/roles.ts';

/** That a lead has let somebody in, as it is told to them. */
export type LetIn = {
  readonly role: Role;
  /** Whose word it was; absent where nobody can say. */
  readonly by?: string | undefined;
  /** They had been removed before. */
  readonly again: boolean;
};
