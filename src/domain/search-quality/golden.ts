import { z } from 'zod';
import { MOST_CHOSEN } from '../../shared/limits.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, goldenQueryId, line, nonce, termId } from '../kernel/fields.ts';
import { later, type Register } from '../kernel/register.ts';
import { LEADS } from '../kernel/roles.ts';
import { type Entries, fillMap } from '../kernel/snapshot-json.ts';

/** A search with the assets that it ought to find: how good search is, is measured with them. Written as a whole. */
export const goldenBody = z.object({
  id: goldenQueryId,
  nonce,
  query: line,
  stage: termId.optional(),
  persona: termId.optional(),
  assets: z.array(assetId).max(MOST_CHOSEN),
  retired: z.boolean().optional(),
});

/** Searches with the assets that they ought to find. */
export type GoldenPart = { readonly golden: Map<string, Register<z.infer<typeof goldenBody>>> };

export const golden = defineCollection({
  name: 'golden',
  topics: ['golden'],
  inEveryText: true,
  empty: (): GoldenPart => ({ golden: new Map() }),
  toJson: (state: GoldenPart) => [...state.golden],
  fill: (state: GoldenPart, json) => fillMap(state.golden, json as Entries<never>),
});

export const goldenQueryDefined = defineEvent({
  kind: 'golden-query-defined',
  body: goldenBody,
  leaves: 'leaves.golden-queries',
  roles: LEADS,
  into: golden,
  entry: ({ id }) => id,
  claims: ({ id }) => [{ kind: 'golden', id }],
  // Any lead may write it anew: its last definition counts, not its first.
  uncontested: true,
  over: (state, { id }) => [state.golden.get(id)?.stamp],
  fold(state, body, { stamp }) {
    state.golden.set(body.id, later(state.golden.get(body.id), stamp, body));
  },
});
