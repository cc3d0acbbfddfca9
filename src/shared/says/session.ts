import type { NoValues } from './says.ts';

/** Who is here, and whether there is a replica to work with. */
export type SessionSays = {
  readonly 'session.nobody': NoValues;
  readonly 'session.nobody-yet': NoValues;
  readonly 'session.still-joining': NoValues;
  readonly 'session.started-already': NoValues;
  readonly 'session.starting': NoValues;
  readonly 'session.role-by-lead': NoValues;
  /** Entries that others wrote without the right to. */
  readonly 'session.refused-events': { readonly count: number };
  readonly 'session.no-keyring': NoValues;
  readonly 'session.keyring-refused': NoValues;
  readonly 'session.keyring-silent': NoValues;
};
