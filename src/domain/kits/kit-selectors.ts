import { MOST_KIT_ITEMS } from '../../shared/limits.ts';
import { GUIDANCE } from '../../shared/vocabulary/kits.ts';
import type { ProposalAnswer } from '../../shared/vocabulary/proposals.ts';
import type { Recall } from '../assets/recall.ts';
import type { Holds } from '../kernel/holds.ts';
import type { OrderKey } from '../kernel/order.ts';
import { reviewStanding, type WaitingReview, waitingReview } from '../reviews/review.ts';
import type { Origin } from '../versions/version-state.ts';
import { ITEM_DEFAULTS, type KitFields, type KitItemFields, kitDefault } from './kit-fields.ts';
import type {
  KitItemRegisters,
  KitProposalState,
  KitState,
  KitsPart,
  ProposalMade,
  ProposalReply,
} from './kits.ts';

/** What one asks of the kits as events made them. How lists show them: the engine's `Kits`. */

type Catalog = Holds<KitsPart>;
type Made<State extends { made?: unknown }> = State & Required<Pick<State, 'made'>>;
export type MadeKit = Made<KitState>;
export type MadeProposal = Made<KitProposalState>;

/** An item of a kit with what is said of it. */
export type KitItem = Omit<KitItemFields, 'removed'> & { readonly item: string };

/** A kit whose making has arrived and was not taken back. */
export function knownKit({ state }: Catalog, id: string): MadeKit | undefined {
  const kit = state.kits.get(id);
  return isThere(kit) ? kit : undefined;
}

/** All such kits. */
export function allKits({ state }: Catalog): MadeKit[] {
  return [...state.kits.values()].filter(isThere);
}

function isThere(kit: KitState | undefined): kit is MadeKit {
  return kit?.made !== undefined && kit.fields.gone?.value !== true;
}

/** What a kit is called, also one whose making was taken back. */
export function nameOfKit({ state }: Catalog, id: string): string | undefined {
  return state.kits.get(id)?.fields.name?.value;
}

/** A field of a kit as it is, whether somebody said so or not. */
export function kitField<Field extends keyof KitFields>(
  { fields }: Pick<KitState, 'fields'>,
  field: Field,
): KitFields[Field] {
  return (fields[field]?.value as KitFields[Field] | undefined) ?? kitDefault(field);
}

/** The items of a kit in their order: two at one place, which is where two people put theirs, by their ids. */
export function kitItems({ items }: Pick<KitState, 'items'>): readonly KitItem[] {
  const all: KitItem[] = [];
  for (const [item, registers] of items) {
    const fields = itemFields(registers);
    if (fields === undefined || fields.removed) continue;
    const { removed: _, ...shown } = fields;
    all.push({ item, ...shown });
  }
  return all.sort(inOrder).slice(0, MOST_KIT_ITEMS);
}

/** What is said of an item, also of one that was removed; undefined where it is not known what it is. */
export function itemFields(registers: KitItemRegisters | undefined): KitItemFields | undefined {
  const [asset, place] = [registers?.asset?.value, registers?.place?.value];
  if (registers === undefined || asset === undefined || place === undefined) return undefined;
  return {
    asset,
    place,
    pages: registers.pages?.value ?? ITEM_DEFAULTS.pages,
    version: registers.version?.value ?? ITEM_DEFAULTS.version,
    why: registers.why?.value ?? ITEM_DEFAULTS.why,
    removed: registers.removed?.value ?? ITEM_DEFAULTS.removed,
  };
}

function inOrder(a: KitItem, b: KitItem): number {
  if (a.place !== b.place) return a.place < b.place ? -1 : 1;
  return a.item < b.item ? -1 : 1;
}

/** Where the last write of an item stands. */
export function lastWriteOfItem(registers: KitItemRegisters | undefined): OrderKey | undefined {
  const stamps = Object.values(registers ?? {}).map(({ stamp }) => stamp);
  return stamps.sort().at(-1);
}

/** The fields that tell what a kit says and holds: who has verified it has looked at these. */
const CONTENT = ['name', 'summary', ...GUIDANCE, 'smart'] as const satisfies readonly (keyof KitFields)[];

/** Where the last write of what it says and holds stands. */
export function lastContentWrite({
  fields,
  items,
}: Pick<KitState, 'fields' | 'items'>): OrderKey | undefined {
  let last: OrderKey | undefined;
  const see = (stamp: OrderKey | undefined): void => {
    if (stamp !== undefined && (last === undefined || stamp > last)) last = stamp;
  };
  for (const field of CONTENT) see(fields[field]?.stamp);
  for (const item of items.values()) for (const { stamp } of Object.values(item)) see(stamp);
  return last;
}

/** Who verified a kit as it is now, and when: whatever is written in it afterwards nobody has verified. */
export function verificationOf(kit: Pick<KitState, 'fields' | 'items' | 'verified'>): Origin | undefined {
  const { stamp, value } = kit.verified ?? {};
  if (stamp === undefined || value === undefined || value.withdrawn) return undefined;
  return (lastContentWrite(kit) ?? '') > stamp ? undefined : value;
}

/** That nobody is to use a kit from now on, where somebody said so. */
export function recallOf({ recall }: Pick<KitState, 'recall'>): Recall | undefined {
  return recall?.value ?? undefined;
}

/** Whether it was out at any time: somebody published it, or its reviewers approved it. */
export function cameOut(kit: KitState): boolean {
  return kit.out !== undefined || reviewStanding(kit)?.outcome === 'approved';
}

/** The review of a kit that waits to come out. */
export function reviewOfKit(kit: KitState): WaitingReview | undefined {
  return waitingReview(kit, kit.fields.status?.stamp);
}

/** A proposal that has arrived. */
export function knownProposal({ state }: Catalog, id: string): MadeProposal | undefined {
  const proposal = state.kitProposals.get(id);
  return proposal?.made === undefined ? undefined : (proposal as MadeProposal);
}

/** All of them. */
export function allProposals(catalog: Catalog): MadeProposal[] {
  return [...catalog.state.kitProposals.keys()].flatMap((id) => knownProposal(catalog, id) ?? []);
}

/** Who proposed what a kit was made of, where somebody did: their word, not that of who adopted it. */
export function contributorOf(catalog: Catalog, kit: MadeKit): ProposalMade['member'] | undefined {
  const { proposal } = kit.made.value;
  return proposal === undefined ? undefined : knownProposal(catalog, proposal)?.made.value.member;
}

/** What became of a proposal: what marketing said, or else that whoever proposed it took it back; undefined while it waits for an answer. */
export function standingReply({
  made,
  reply,
  withdrawals,
}: MadeProposal): (Omit<ProposalReply, 'answer'> & { readonly answer: ProposalAnswer }) | undefined {
  if (reply !== undefined && reply.value.answer !== 'open')
    return { ...reply.value, answer: reply.value.answer };
  const { member } = made.value;
  const own = withdrawals?.get(member)?.value;
  return own?.withdrawn === true ? { member, at: own.at, answer: 'withdrawn' } : undefined;
}
