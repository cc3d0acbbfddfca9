import type { KitProposalReply } from '../../shared/vocabulary/kits.ts';
import type { Recall } from '../assets/recall.ts';
import type { Claimed } from '../kernel/claims.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { entryOf, type Register } from '../kernel/register.ts';
import type { Entries } from '../kernel/snapshot-json.ts';
import type { Reviewed } from '../reviews/review.ts';
import type { Origin } from '../versions/version-state.ts';
import type { KitFields, KitItemFields } from './kit-fields.ts';

/** Kits with what they hold, and what people proposed for kits. */

type KitFieldRegisters = {
  -readonly [Field in keyof KitFields]?: Register<Exclude<KitFields[Field], undefined>>;
};
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
export type KitState = Reviewed & {
  readonly id: string;
  /** `proposal`: what it was made of. */
  made?: Claimed<Origin & { readonly proposal?: string }>;
  readonly fields: KitFieldRegisters;
  readonly items: Map<string, KitItemRegisters>;
  readonly ratings: Map<string, Register<KitRating | null>>;
  /** When it came out for the first time. */
  out?: Register<Origin>;
  edited?: Register<number>;
  /** That nobody is to use it from now on; null where that was taken back. Its replacement is a kit or an asset. */
  recall?: Register<Recall | null>;
  /** Who said last that it is right. */
  verified?: Register<Origin & { readonly withdrawn?: true }>;
};

/** What was proposed, word for word: it is adopted into a kit of its own. */
export type ProposalMade = Origin & {
  readonly fields: Partial<KitFields> & Pick<KitFields, 'name'>;
  readonly items: readonly (Pick<KitItemFields, 'asset'> & Partial<KitItemFields>)[];
  readonly note?: string;
};

export type ProposalReply = Origin & {
  readonly answer: KitProposalReply;
  readonly kit?: string;
  readonly reason?: string;
};

export type KitProposalState = {
  readonly id: string;
  made?: Claimed<ProposalMade>;
  reply?: Register<ProposalReply>;
  /** Who took it back, or let it wait again: only the word of whoever proposed it counts. */
  withdrawals?: Map<string, Register<{ readonly withdrawn: boolean; readonly at: number }>>;
};

export type KitsPart = {
  readonly kits: Map<string, KitState>;
  readonly kitProposals: Map<string, KitProposalState>;
};

type KitJson = Omit<KitState, 'items' | 'ratings' | 'answers'> & {
  readonly answers?: Entries<never>;
  readonly items: Entries<never>;
  readonly ratings: Entries<never>;
};
type KitProposalJson = Omit<KitProposalState, 'withdrawals'> & { readonly withdrawals?: Entries<never> };
type KitsJson = { readonly kits: readonly KitJson[]; readonly proposals: readonly KitProposalJson[] };

export const kits = defineCollection({
  name: 'kits',
  topics: ['kits'],
  empty: (): KitsPart => ({ kits: new Map(), kitProposals: new Map() }),
  toJson: (state: KitsPart) => ({
    kits: [...state.kits.values()].map(({ answers, ...kit }) => ({
      ...kit,
      items: [...kit.items],
      ratings: [...kit.ratings],
      ...(answers && { answers: [...answers] }),
    })),
    proposals: [...state.kitProposals.values()].map(({ withdrawals, ...one }) => ({
      ...one,
      ...(withdrawals && { withdrawals: [...withdrawals] }),
    })),
  }),
  fill(state: KitsPart, json) {
    const { kits: all, proposals } = json as KitsJson;
    for (const { answers, ...one } of all)
      state.kits.set(one.id, {
        ...one,
        items: new Map(one.items),
        ratings: new Map(one.ratings),
        ...(answers && { answers: new Map(answers) }),
      });
    for (const { withdrawals, ...one } of proposals)
      state.kitProposals.set(one.id, {
        ...one,
        ...(withdrawals && { withdrawals: new Map(withdrawals) }),
      });
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
