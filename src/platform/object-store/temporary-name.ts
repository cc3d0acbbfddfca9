import { randomBytes } from 'node:crypto';

const PATTERN = /^~kitbag-[0-9a-f]{16}\.tmp$/;

/** A day in milliseconds: no write takes longer. */
export const STALE_MS = 24 * 60 * 60 * 1000;

/**
 * A name for a file that is being written. It can't be a key (`~`), so that no driver takes it for an object, and the programs that keep
 * folders in step leave such names alone: Dropbox passes over `~….tmp`, OneDrive over `….tmp`.
 */
export function temporaryName(): string {
  return `~kitbag-${randomBytes(8).toString('hex')}.tmp`;
}

/** Whether a name is one of ours for a file that is being written. */
export function isTemporaryName(name: string): boolean {
  return PATTERN.test(name);
}
