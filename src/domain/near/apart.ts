import { z } from 'zod';
import { defineCollection } from '../kernel/define-collection.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, time } from '../kernel/fields.ts';
import { later, type Register } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { type Entries, fillMap } from '../kernel/snapshot-json.ts';

/** Pairs of assets that look like one another and are not the same, by both ids (`pairKey`); false where that was taken back. */
export type ApartPart = { readonly apart: Map<string, Register<boolean>> };

export const apart = defineCollection({
  name: 'apart',
  topics: ['near'],
  empty: (): ApartPart => ({ apart: new Map() }),
  toJson: (state: ApartPart) => [...state.apart],
  fill: (state: ApartPart, json) => fillMap(state.apart, json as Entries<never>),
});

type Pair = { readonly a: string; readonly b: string };

/** A pair in either order. */
export function pairKey({ a, b }: Pair): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Somebody looked: these two are not the same, whatever they have in common. */
export const assetsToldApart = defineEvent({
  kind: 'assets-told-apart',
  body: z.object({ a: assetId, b: assetId, undone: z.literal(true).optional(), at: time }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: apart,
  entry: pairKey,
  over: (state, pair) => [state.apart.get(pairKey(pair))?.stamp],
  fold(state, { undone, ...pair }, { stamp }) {
    const key = pairKey(pair);
    state.apart.set(key, later(state.apart.get(key), stamp, undone !== true));
  },
});
