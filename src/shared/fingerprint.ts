import { base32 } from './vocabulary/ids.ts';

/**
 * What tells a hub from an impostor's, short enough to be read aloud: 80 bits in four groups of four. `K7Q2-…`. Two people who see the same one
 * see the same hub of the same founder.
 */

const FOUR_GROUPS = /\b[0-9A-Z]{4}(?:[-‑–][0-9A-Z]{4}){3}\b/gi;
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The fingerprint that a SHA-256 (hexadecimal) gives. */
export function fingerprintOf(sha256: string): string {
  return grouped(base32(BigInt(`0x${sha256.slice(0, 20)}`)).toUpperCase());
}

/** A fingerprint as it is shown, out of what somebody typed or pasted: alone in any grouping, or anywhere in an invitation. */
export function readFingerprint(typed: string): string | undefined {
  const alone = normal(typed.replaceAll(/[\s\p{Pd}]/gu, ''));
  if (/^[0-9A-Z]{16}$/.test(alone)) return grouped(alone);
  const found = new Set(
    (typed.match(FOUR_GROUPS) ?? []).map((text) => grouped(normal(text.replaceAll(/\p{Pd}/gu, '')))),
  );
  const [only, ...more] = found;
  return more.length === 0 ? only : undefined;
}

function normal(text: string): string {
  return [...text.toUpperCase()].map((character) => READ_AS[character] ?? character).join('');
}

function grouped(characters: string): string {
  return (characters.match(/.{4}/g) ?? []).join('-');
}
