import { type MintedKind, mintedId } from '../shared/ids.ts';
import type { CatalogState } from './catalog-state.ts';
import type { EventDraft } from './events.ts';
import type { Timeline } from './membership.ts';
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
export function isBetterClaim(one: ClaimPlace, other: ClaimPlace): boolean {
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

/** The ids that an event says are its author's, the one that the others hang on first. */
export function claimedIds(draft: EventDraft): readonly ClaimedId[] {
  switch (draft.kind) {
    case 'asset-added': {
      const { asset, version } = draft.body;
      return [
        { kind: 'asset', id: asset },
        { kind: 'version', id: version.id },
      ];
    }
    case 'asset-version-added':
    case 'asset-version-drafted':
      return [{ kind: 'version', id: draft.body.version.id }];
    case 'request-made':
      return [{ kind: 'request', id: draft.body.request }];
    case 'request-commented':
      return [{ kind: 'comment', id: draft.body.comment, within: draft.body.request }];
    case 'golden-query-defined':
      return [{ kind: 'golden', id: draft.body.id }];
    default:
      return NO_IDS;
  }
}

const NO_IDS: readonly ClaimedId[] = [];
const NOTHING_LOST: ReadonlySet<MintedKind> = new Set();

/** What weighing a claim needs. */
type Claimant = { readonly device: string; readonly member: string; readonly seq: number };

/** How much the claims of an event weigh; undefined where it gives a nonce from which its ids do not follow. */
export function weightOf(
  draft: EventDraft,
  author: Claimant,
  timeline: Timeline,
  sha256: (text: string) => string,
): Weight | undefined {
  const ids = claimedIds(draft);
  if (ids.length === 0) return 0;
  const nonce = 'nonce' in draft.body ? draft.body.nonce : undefined;
  if (nonce === undefined) return anchoredRound(timeline, author) ?? BARE;
  const fits = ids.every(({ kind, id }) => mintedId(kind, author.member, nonce, sha256) === id);
  return fits ? 0 : undefined;
}

/** The first round of anchoring, from 1, that names an event; undefined where none does. */
function anchoredRound({ anchored }: Timeline, { device, seq }: Claimant): number | undefined {
  return anchored.get(device)?.find((anchor) => seq <= anchor.seq)?.round;
}

/** An event that counts, as a claimant. */
export type Contender = {
  readonly contested: readonly ClaimedId[];
  readonly author: { readonly member: string } & ClaimPlace;
};

type Held = ClaimPlace & { readonly member: string };

/** Which of a batch's claims win against each other and against what is known already. */
export class Contest {
  /** Whether a claim that was folded before loses: what its event did can only be left out by folding everything again. */
  displaces = false;
  readonly #state: CatalogState;
  readonly #best = new Map<string, Held>();

  constructor(state: CatalogState, contenders: readonly Contender[]) {
    this.#state = state;
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
    const held = known ?? heldBy(this.#state, id);
    if (held !== undefined && !isBetterClaim(author, held)) {
      if (known === undefined) this.#best.set(key, held);
      return;
    }
    if (known === undefined && held !== undefined) this.displaces = true;
    this.#best.set(key, author);
  }

  #holds(id: ClaimedId, author: Held): boolean {
    return this.#best.get(keyOf(id)) === author;
  }
}

function keyOf({ id, within }: ClaimedId): string {
  return within === undefined ? id : `${within}/${id}`;
}

/** The claims of an event that can be lost. A golden query is written as a whole by any lead: its last definition counts, not its first. */
export function contestedIds(draft: EventDraft): readonly ClaimedId[] {
  return draft.kind === 'golden-query-defined' ? NO_IDS : claimedIds(draft);
}

/** The claim on an id that holds so far. */
function heldBy(state: CatalogState, { kind, id, within }: ClaimedId): Held | undefined {
  if (kind === 'asset') return placeOf(state.assets.get(id)?.added);
  if (kind === 'request') return placeOf(state.requests.get(id)?.made);
  if (kind === 'comment') return placeOf(state.requests.get(within ?? '')?.comments.get(id));
  return placeOf(state.assets.get(state.versions.get(id) ?? '')?.versions.get(id));
}

function placeOf(claim: Claimed<{ readonly member: string }> | undefined): Held | undefined {
  if (claim === undefined) return undefined;
  const { stamp, seq, weight, value } = claim;
  return { stamp, seq, weight, member: value.member };
}
