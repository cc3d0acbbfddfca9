import type { Stream } from '../../shared/vocabulary/device.ts';
import type { MintedKind } from '../../shared/vocabulary/ids.ts';
import type { KeptBlob } from './blobs.ts';
import type { Claimed } from './claims.ts';
import type { DeferredEvent, RefusedEvent, SeenDevices } from './fold-event.ts';
import type { OrderState } from './order.ts';
import type { Outside } from './outside.ts';

/** What the fold itself keeps beside the collections of a stream. */
export type StreamState = {
  /** What was folded: where a change of who is who may matter to it, everything is folded again. */
  readonly seen: SeenDevices;
};

/** What the fold itself keeps beside the collections of the catalog. */
export type FoldState = StreamState & {
  /** Refused events but those of membership, which the timeline lists. Keyed by device and sequence. */
  readonly refused: Map<string, RefusedEvent>;
  readonly deferred: Map<string, DeferredEvent>;
  /** Of events that came after others whatever their clocks say; but those of membership. */
  order: OrderState;
};

/** Finds the claim on an id that holds so far; `within` is what the id is looked up in. */
type ClaimFinder<Part> = (
  state: Part,
  id: string,
  within: string | undefined,
) => Claimed<{ readonly member: string }> | undefined;

/** A collection: a part of the folded state that is kept in one snapshot of its own. */
export type Collection<
  Name extends string,
  Part extends object,
  Of extends Stream = Stream,
  Topic extends string = string,
> = {
  /** Names its snapshot. */
  readonly name: Name;
  readonly stream: Of;
  /** What windows are told when it has changed. */
  readonly topics: readonly Topic[];
  /** It keeps the fold's own lists (`FoldState`) with it. Exactly one of the catalog does. */
  readonly keepsFold?: true;
  /** It stands in the catalog's text also where it is empty, as it did from the first format on. New collections don't: they leave the digest of an older catalog as it was. */
  readonly inEveryText?: true;
  /** Nothing in it. */
  readonly empty: () => Part;
  /** Its part of the state as plain JSON. Lists of entries may come in any order. */
  readonly toJson: (state: Part & (Of extends 'catalog' ? FoldState : StreamState)) => unknown;
  /** Puts what `toJson` gave into an empty state. Throws a TypeError on another shape. */
  readonly fill: (
    state: Part & (Of extends 'catalog' ? FoldState : StreamState),
    json: unknown,
    outside: Outside,
  ) => void;
  /** The blobs that it names: whatever is not named here is deleted after a day. Needed where any of its events names blobs. */
  readonly blobs?: (state: Part) => Iterable<KeptBlob>;
  /** Whose an id is, of kinds of ids that its events state. */
  readonly claims?: Partial<Readonly<Record<MintedKind, ClaimFinder<Part>>>>;
};

/** Any collection, its types forgotten: only the model looks at its parts so. */
export type AnyCollection = {
  readonly name: string;
  readonly stream: Stream;
  readonly topics: readonly string[];
  readonly keepsFold?: true;
  readonly inEveryText?: true;
  readonly empty: () => object;
  readonly toJson: (state: never) => unknown;
  readonly fill: (state: never, json: unknown, outside: Outside) => void;
  readonly blobs?: (state: never) => Iterable<KeptBlob>;
  readonly claims?: Partial<Readonly<Record<MintedKind, ClaimFinder<never>>>>;
};

/** Defines a collection of the catalog. It counts once it is registered (`registry.ts`). */
export function defineCollection<const Name extends string, Part extends object, const Topic extends string>(
  definition: Omit<Collection<Name, Part, 'catalog', Topic>, 'stream'>,
): Collection<Name, Part, 'catalog', Topic> {
  return { stream: 'catalog', ...definition };
}

/** Defines a collection of what was done with the catalog. */
export function defineActivityCollection<
  const Name extends string,
  Part extends object,
  const Topic extends string,
>(
  definition: Omit<Collection<Name, Part, 'activity', Topic>, 'stream'>,
): Collection<Name, Part, 'activity', Topic> {
  return { stream: 'activity', ...definition };
}
