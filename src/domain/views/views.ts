import { z } from 'zod';
import { defineCollection } from '../kernel/define-collection.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { chosenFilters, line, nonce, optionalLine, settingWord, termId, viewId } from '../kernel/fields.ts';
import { later, type Register } from '../kernel/register.ts';
import { LEADS } from '../kernel/roles.ts';
import { type Entries, fillMap } from '../kernel/snapshot-json.ts';

/** What the library shows, kept under a name for everybody: words, filters, call and order. Written as a whole. */
export const viewBody = z.object({
  id: viewId,
  nonce,
  name: line,
  query: optionalLine,
  /** Values by the filter that they are of. */
  filters: chosenFilters,
  fresh: z.boolean().optional(),
  status: settingWord.optional(),
  sort: settingWord,
  stage: termId.optional(),
  persona: termId.optional(),
  retired: z.boolean().optional(),
});

/** Views that leads share. */
export type ViewsPart = { readonly views: Map<string, Register<z.infer<typeof viewBody>>> };

export const views = defineCollection({
  name: 'views',
  topics: ['views'],
  empty: (): ViewsPart => ({ views: new Map() }),
  toJson: (state: ViewsPart) => [...state.views],
  fill: (state: ViewsPart, json) => fillMap(state.views, json as Entries<never>),
});

export const viewDefined = defineEvent({
  kind: 'view-defined',
  body: viewBody,
  leaves: 'leaves.views',
  roles: LEADS,
  into: views,
  entry: ({ id }) => id,
  claims: ({ id }) => [{ kind: 'view', id }],
  // Any lead may write it anew: its last definition counts, not its first.
  uncontested: true,
  over: (state, { id }) => [state.views.get(id)?.stamp],
  fold(state, body, { stamp }) {
    state.views.set(body.id, later(state.views.get(body.id), stamp, body));
  },
});
