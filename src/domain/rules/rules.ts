import { z } from 'zod';
import { withDimensions } from '../../shared/dimension-values.ts';
import { pickAttributes } from '../../shared/vocabulary/asset-attributes.ts';
import { RULED_ATTRIBUTES } from '../../shared/vocabulary/rules.ts';
import { assetAttributesSchema } from '../assets/fields.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { line, nonce, ruleId } from '../kernel/fields.ts';
import { later, type Register } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { type Entries, fillMap } from '../kernel/snapshot-json.ts';

/** What is said of files whose path fits a pattern when they are imported. Written as a whole. */
const ruleBody = z.object({
  id: ruleId,
  nonce,
  /** Of the path below what was dropped; `*` stands for anything. */
  pattern: line,
  set: withDimensions(z.object(pickAttributes(assetAttributesSchema.shape, RULED_ATTRIBUTES))).partial(),
  retired: z.boolean().optional(),
});

/** The rules for imports. */
export type RulesPart = { readonly rules: Map<string, Register<z.infer<typeof ruleBody>>> };

export const rules = defineCollection({
  name: 'rules',
  topics: ['rules'],
  empty: (): RulesPart => ({ rules: new Map() }),
  toJson: (state: RulesPart) => [...state.rules],
  fill: (state: RulesPart, json) => fillMap(state.rules, json as Entries<never>),
});

export const ruleDefined = defineEvent({
  kind: 'rule-defined',
  body: ruleBody,
  leaves: 'leaves.rules',
  roles: MARKETERS,
  into: rules,
  entry: ({ id }) => id,
  claims: ({ id }) => [{ kind: 'rule', id }],
  // Any marketer may write it anew: its last definition counts, not its first.
  uncontested: true,
  over: (state, { id }) => [state.rules.get(id)?.stamp],
  fold(state, body, { stamp }) {
    state.rules.set(body.id, later(state.rules.get(body.id), stamp, body));
  },
});

export type RuleBody = z.infer<typeof ruleBody>;
