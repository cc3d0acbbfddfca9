import { createHash } from 'node:crypto';

/** Any JSON value, as the attacker writes it. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Fields = { readonly [key: string]: Value };

/** A value's canonical text (RFC 8785), written by hand: members in the order of their UTF-16 code units, no white space. */
export function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = value as Fields;
  const members = Object.keys(fields)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(fields[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 in lower-case hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** The first 80 bits of hexadecimal digits, as 16 characters of Crockford's base 32. */
export function base32(hex: string): string {
  const bits = BigInt(`0x${hex.slice(0, 20)}`)
    .toString(2)
    .padStart(80, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('');
}
