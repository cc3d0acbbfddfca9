import canonicalize from 'canonicalize';

/**
 * A value's one JSON text (RFC 8785): sorted keys, no white space, ECMAScript's numbers.
 * Throws on what JSON can't hold (undefined at the top, NaN, infinities, lone surrogates are kept as they are).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON text.');
  return text;
}
