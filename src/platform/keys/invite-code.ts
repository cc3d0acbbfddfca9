import { createHash } from 'node:crypto';
import type { InviteCodes } from '../../engine/ports/invite-codes.ts';
import type { Random } from '../../shared/ports/random.ts';
import { signerOf } from './node-crypto.ts';

/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed again. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 characters carry 100 bits: nobody finds one by trying. */
const LENGTH = 20;
const GROUP = 5;
/** What people write for what the alphabet has not. */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Makes a code for a further device: four groups of five characters, `4K7QX-…`. */
export function newInviteCode(random: Random): string {
  const characters = [...random.bytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return grouped(characters);
}

/** A code as it is shown, out of what somebody typed (any case, spaces or dashes anywhere); undefined when it is none. */
export function readInviteCode(typed: string): string | undefined {
  const characters = [...typed.toUpperCase().replaceAll(/[\s-]/g, '')]
    .map((character) => READ_AS[character] ?? character)
    .join('');
  const valid =
    characters.length === LENGTH && [...characters].every((character) => ALPHABET.includes(character));
  return valid ? grouped(characters) : undefined;
}

/** The secret of a code's one-time key, as `signerOf` takes it: SHA-256 of `kitbag invite 1\n` and the code as it is shown. */
export function secretOfInvite(code: string): string {
  return createHash('sha256').update(`kitbag invite 1\n${code}`, 'utf8').digest('base64url');
}

/** Codes of this runtime. */
export function inviteCodes(random: Random): InviteCodes {
  return {
    make: () => newInviteCode(random),
    signerOf: (typed) => {
      const code = readInviteCode(typed);
      return code === undefined ? undefined : signerOf(secretOfInvite(code));
    },
  };
}

function grouped(characters: string): string {
  return (characters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
