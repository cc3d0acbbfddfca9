import { type MintedKind, mintedId } from '../../shared/vocabulary/ids.ts';
import type { Register } from './register.ts';

/**
 * Whose an id is. What is stated once (that an asset, a version, a request, a comment is there, and whose) is a claim on its id. Ids follow
 * from the member who states them and a nonce, so nobody can claim somebody else's, whatever the stamp. Old journals hold claims without a
 * nonce: of those, what a lead's device had seen when it anchored the history counts before what came later, and then the earliest.
 */

/** How little a claim weighs: 0 where its id follows from its author, then by the round of anchoring that covers it. */
export type Weight = number;
/** A claim without a nonce that no lead's device has seen in time. */
export const BARE: Weight = 1e9;

/** The winning claim of what is stated once. `weight` is absent where it is 0. */
export type Claimed<Value> = Register<Value> & { readonly seq: number; readonly weight?: Weight };

/** Where a claim stands among the claims on the same id. */
export type ClaimPlace = {
  readonly stamp: string;
  readonly seq: number;
  readonly weight?: Weight | undefined;
};

/** Says whether a claim is the better one of two. A total order, so that all replicas agree. */
function isBetterClaim(one: ClaimPlace, other: ClaimPlace): boolean {
  const lighter = (one.weight ?? 0) - (other.weight ?? 0);
  if (lighter !== 0) return lighter < 0;
  return one.stamp < other.stamp || (one.stamp === other.stamp && one.seq < other.seq);
}

/** A value as its winning claim states it. */
export function claimed<Value>({ stamp, seq, weight }: ClaimPlace, value: Value): Claimed<Value> {
  return { stamp, seq, ...(weight !== undefined && weight > 0 && { weight }), value };
}

/** An id that an event claims; `within` is what the id is looked up in. */
export type ClaimedId = { readonly kind: MintedKind; readonly id: string; readonly within?: string };

/** No id is somebody else's. */
export const NOTHING_LOST: ReadonlySet<MintedKind> = new Set();

/** How far a device's catalog was seen when its history was anchored, and in which round, from 1. */
export type Anchor = { readonly round: number; readonly seq: number };

/** What weighing a claim needs. */
type Claimant = { readonly device: string; readonly member: string; readonly seq: number };

/**
 * How much the claims of an event weigh; undefined where it gives a nonce from which its ids do not follow. `anchored`: how far leads' devices
 * had seen the history of each device, by rounds in their order.
 */
export function weightOf(
  ids: readonly ClaimedId[],
  nonce: string | undefined,
  author: Claimant,
  anchored: ReadonlyMap<string, readonly Anchor[]>,
  sha256: (text: string) => string,
): Weight | undefined {
  if (ids.length === 0) return 0;
  if (nonce === undefined) {
    return anchored.get(author.device)?.find(({ seq }) => author.seq <= seq)?.round ?? BARE;
  }
  const fits = ids.every(({ kind, id }) => mintedId(kind, author.member, nonce, sha256) === id);
  return fits ? 0 : undefined;
}

/** An event that counts, as a claimant. */
type Contender = {
  readonly contested: readonly ClaimedId[];
  readonly author: { readonly member: string } & ClaimPlace;
};

/** The claim on an id that holds so far. */
export type HeldBy = (id: ClaimedId) => Claimed<{ readonly member: string }> | undefined;

/** `folded`: it was folded before this batch. */
type Held = ClaimPlace & { readonly member: string; readonly folded?: true };

/** Which of a batch's claims win against each other and against what is known already. */
export class Contest {
  /** Whether a claim that was folded before loses: what its event did can only be left out by folding everything again. */
  displaces = false;
  readonly #heldBy: HeldBy;
  readonly #best = new Map<string, Held>();

  constructor(heldBy: HeldBy, contenders: readonly Contender[]) {
    this.#heldBy = heldBy;
    const claiming = contenders.filter(({ contested }) => contested.length > 0);
    // What hangs on another claim of the same event counts only where that one won.
    for (const { contested, author } of claiming) {
      const [first] = contested;
      if (first !== undefined) this.#enter(first, author);
    }
    for (const { contested, author } of claiming) {
      const [first, ...rest] = contested;
      if (first !== undefined && this.#holds(first, author)) for (const id of rest) this.#enter(id, author);
    }
  }

  /** The kinds of ids of an event that are somebody else's. */
  lost({ contested, author }: Contender): ReadonlySet<MintedKind> {
    if (contested.length === 0) return NOTHING_LOST;
    return new Set(contested.filter((id) => !this.#holds(id, author)).map(({ kind }) => kind));
  }

  /** Says whether what an event claims is the same member's already: a renewed device writes again what it had said. */
  isOwn({ contested, author }: Contender): boolean {
    const [first] = contested;
    // Where the first is lost, the rest was not contested.
    const entered = first !== undefined && !this.#holds(first, author) ? [first] : contested;
    return entered.every((id) => this.#best.get(keyOf(id))?.member === author.member);
  }

  #enter(id: ClaimedId, author: Held): void {
    const key = keyOf(id);
    const known = this.#best.get(key);
    const held = known ?? placeOf(this.#heldBy(id));
    if (held !== undefined && !isBetterClaim(author, held)) {
      if (known === undefined) this.#best.set(key, held);
      return;
    }
    // Also where another claim of this batch has lost to it already.
    if (held?.folded === true) this.displaces = true;
    this.#best.set(key, author);
  }

  #holds(id: ClaimedId, author: Held): boolean {
    return this.#best.get(keyOf(id)) === author;
  }
}

function keyOf({ id, within }: ClaimedId): string {
  return within === undefined ? id : `${within}/${id}`;
}

function placeOf(claim: Claimed<{ readonly member: string }> | undefined): Held | undefined {
  if (claim === undefined) return undefined;
  const { stamp, seq, weight, value } = claim;
  return { stamp, seq, weight, member: value.member, folded: true };
}
