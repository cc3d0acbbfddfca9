import type { ProposalAnswer } from '../../shared/vocabulary/kits.ts';
import type { Claimed } from '../kernel/claims.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { entryOf, type Register } from '../kernel/register.ts';
import type { Entries } from '../kernel/snapshot-json.ts';
import type { Origin } from '../versions/version-state.ts';
import type { KitFields, KitItemFields } from './kit-fields.ts';

/** Kits with what they hold, and what people proposed for kits. */

type KitFieldRegisters = { -readonly [Field in keyof KitFields]?: Register<KitFields[Field]> };
/** An item: each of its fields a register, so that one is moved while somebody else says why it is there. */
export type KitItemRegisters = {
  -readonly [Field in keyof KitItemFields]?: Register<KitItemFields[Field]>;
};

/** What somebody thinks of a kit; null where they took it back. */
export type KitRating = {
  readonly value: number;
  readonly stage?: string;
  readonly persona?: string;
  readonly comment?: string;
  readonly at: number;
};

/** A kit. Without `made` its making has not arrived yet (or never counted), and it is not shown. */
export type KitState = {
  readonly id: string;
  /** `proposal`: what it was made of. */
  made?: Claimed<Origin & { readonly proposal?: string }>;
  readonly fields: KitFieldRegisters;
  readonly items: Map<string, KitItemRegisters>;
  readonly ratings: Map<string, Register<KitRating | null>>;
  /** When it came out for the first time. */
  out?: Register<Origin>;
  edited?: Register<number>;
};

/** What was proposed, word for word: it is adopted into a kit of its own. */
export type ProposalMade = Origin & {
  readonly fields: Partial<KitFields> & Pick<KitFields, 'name'>;
  readonly items: readonly (Pick<KitItemFields, 'asset'> & Partial<KitItemFields>)[];
  readonly note?: string;
};

export type ProposalReply = Origin & {
  readonly answer: ProposalAnswer;
  readonly kit?: string;
  readonly reason?: string;
};

export type KitProposalState = {
  readonly id: string;
  made?: Claimed<ProposalMade>;
  reply?: Register<ProposalReply>;
};

export type KitsPart = {
  readonly kits: Map<string, KitState>;
  readonly kitProposals: Map<string, KitProposalState>;
};

type KitJson = Omit<KitState, 'items' | 'ratings'> & {
  readonly items: Entries<never>;
  readonly ratings: Entries<never>;
};
type KitsJson = { readonly kits: readonly KitJson[]; readonly proposals: readonly KitProposalState[] };

export const kits = defineCollection({
  name: 'kits',
  topics: ['kits'],
  empty: (): KitsPart => ({ kits: new Map(), kitProposals: new Map() }),
  toJson: (state: KitsPart) => ({
    kits: [...state.kits.values()].map((kit) => ({
      ...kit,
      items: [...kit.items],
      ratings: [...kit.ratings],
    })),
    proposals: [...state.kitProposals.values()],
  }),
  fill(state: KitsPart, json) {
    const { kits: all, proposals } = json as KitsJson;
    for (const one of all)
      state.kits.set(one.id, { ...one, items: new Map(one.items), ratings: new Map(one.ratings) });
    for (const one of proposals) state.kitProposals.set(one.id, { ...one });
  },
  claims: {
    kit: (state, id) => state.kits.get(id)?.made,
    kitProposal: (state, id) => state.kitProposals.get(id)?.made,
  },
});

/** The state of a kit, made if nothing was known of it. */
export function kitOf(state: KitsPart, id: string): KitState {
  return entryOf(state.kits, id, () => ({ id, fields: {}, items: new Map(), ratings: new Map() }));
}

/** The same of a proposal. */
export function proposalOf(state: KitsPart, id: string): KitProposalState {
  return entryOf(state.kitProposals, id, () => ({ id }));
}
