import type { z } from 'zod';

/** A schema as text: the same for the same bounds and fields, another one where anything of them changes. Functions leave no trace. */
export function schemaText(schema: z.ZodType): string {
  return JSON.stringify(schema, (_key, value: unknown) => {
    if (typeof value === 'function') return undefined;
    if (value instanceof RegExp) return value.source;
    if (typeof value === 'object' && value !== null && '_zod' in value)
      return (value as { readonly _zod: { readonly def: unknown } })._zod.def;
    return value;
  });
}

/**
 * A whole number above 0 that tells texts apart: FNV-1a (Fowler, Noll, Vo) of 2 × 32 bits, of which 53 are kept. For what is no secret and no
 * proof: whether a snapshot was folded by the same definitions.
 */
export function numberOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code ^ (low >>> 16), 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) + 1;
}
