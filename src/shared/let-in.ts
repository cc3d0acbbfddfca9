import type { Role } from './vocabulary/roles.ts';

/** That a lead has let somebody in, as it is told to them. */
export type LetIn = {
  readonly role: Role;
  /** Whose word it was; absent where nobody can say. */
  readonly by?: string | undefined;
  /** They had been removed before. */
  readonly again: boolean;
};

const AS = { rep: 'a rep', marketer: 'a marketer', lead: 'a content lead' } as const;

/** Says to somebody who waited, or had been removed, that they are in. `hub`: its name. */
export function letInSentence({ role, by, again }: LetIn, hub: string): string {
  const into = again ? `back into ${hub}` : `into ${hub}`;
  const who = by === undefined ? `You are ${again ? 'back ' : ''}in ${hub} now` : `${by} let you ${into}`;
  return `${who}, as ${AS[role]}. Your ratings and requests reach your colleagues now.`;
}

/** Said to somebody whom a lead has to let in: what that protects, and what not. */
export const WAITING_MESSAGE =
  'A content lead has to let you in. You can find and read what is in the hub already; your ratings and requests reach your colleagues as soon as you are in.';
