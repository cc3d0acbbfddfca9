import type { z } from 'zod';
import type { LeavesCode } from '../../shared/says/events.ts';
import type { HistoryCode } from '../../shared/says/history.ts';
import type { Says } from '../../shared/says/says.ts';
import type { MintedKind } from '../../shared/vocabulary/ids.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { ClaimedId, ClaimPlace } from './claims.ts';
import type { AnyCollection, Collection } from './define-collection.ts';
import type { OrderKey } from './order.ts';

/** Who wrote an event that counts, and where it stands. `stamp`: its place in the order of all writes. */
export type Author = ClaimPlace & {
  readonly member: string;
  /** In which they wrote it. */
  readonly role: Role;
  /** Milliseconds since 1970, by the event's stamp. */
  readonly time: number;
  /** Of the ids that it states, the kinds that are somebody else's. Where the first one is, it is not folded at all. */
  readonly lost: ReadonlySet<MintedKind>;
};

/** Places in the order of all writes. */
export type Places = readonly (OrderKey | undefined)[];

/** Things that have a history of their own. */
export type Subject = 'asset' | 'request' | 'kit';

/** How an event is told in the history of what it is about. */
export type History<Body> = {
  readonly of: Subject;
  readonly id: (body: Body) => string;
  /** What its author did. Absent where the engine tells it (`toldByEngine`). */
  readonly what?: (body: Body) => Says<HistoryCode>;
  /** The version that it shows. */
  readonly version?: (body: Body) => string;
  /** Whether it would tell of a draft to those who see none. `sees`: whether they see a version. */
  readonly tellsOfDraft?: (body: Body, sees: (version: string) => boolean) => boolean;
  /** The fields that it sets. */
  readonly sets?: (body: Body) => Readonly<Record<string, unknown>>;
};

/** What leaves a device with an event; where the hub's policy of shared search words decides, by that. */
type Leaves = LeavesCode | { readonly counts: LeavesCode; readonly words: LeavesCode };

/** What every kind of event says of itself. */
type Described<Kind extends string, Body extends z.ZodType> = {
  readonly kind: Kind;
  /** Its body. A new field is always optional with a default, so that old journals open. The blobs in it are marked (`blobs.ts`). */
  readonly body: Body;
  /** What it takes out of its author's device. Kinds that say the same are told once. */
  readonly leaves: Leaves;
};

/** An entry of another collection that shows what an event says, and is worked out again. */
type Showing<Body> = { readonly in: AnyCollection; readonly entry: (body: Body) => string };

/** A kind of event that counts by the role of its author, and is folded into a collection. */
type CatalogEvent<
  Kind extends string,
  Body extends z.ZodType,
  Part extends object,
  ByEngine extends Subject = never,
> = Described<Kind, Body> & {
  readonly stream: 'catalog';
  /** The roles whose events of the kind count. */
  readonly roles: readonly Role[];
  /** The collection that it changes, the only one that it can. */
  readonly into: Collection<string, Part, 'catalog'>;
  /** The entry of it that it changes. */
  readonly entry: (body: z.infer<Body>) => string;
  readonly shownIn?: Showing<z.infer<Body>>;
  /** The ids that it says are its author's, the one that the others hang on first. The nonce that they follow from is its `nonce`. */
  readonly claims?: (body: z.infer<Body>) => readonly ClaimedId[];
  /** Its last definition counts, not its first: its claims can't be lost. */
  readonly uncontested?: true;
  /** What a draft of it writes over: by the catalog that its author has before them, these writes are to lose against it, whatever the clocks say. */
  readonly over: (state: Part, body: z.infer<Body>, member: string) => Places;
  /** Must commute with every other fold: registers, claims and grow-only sets. */
  readonly fold: (state: Part, body: z.infer<Body>, author: Author) => void;
  readonly history?: History<z.infer<Body>>;
  /** Whose history tells it by what only the engine knows: it must, or it does not compile. */
  readonly toldByEngine?: ByEngine;
};

/** A kind of event that says who is who: folded before all others, because it decides whether they count. Its rules are in `people/`. */
export type MembershipEventKind<Kind extends string, Body extends z.ZodType> = Described<Kind, Body> & {
  readonly stream: 'catalog';
  readonly saysWhoIsWho: true;
  /** Who writes such ones, for whoever asks what leaves their device. Whether one counts is for the rules in `people/` to say. */
  readonly sentBy: readonly Role[];
};

/** A kind of event of the `activity` stream. */
type ActivityEvent<Kind extends string, Body extends z.ZodType, Part extends object> = Described<
  Kind,
  Body
> & {
  readonly stream: 'activity';
  readonly roles: readonly Role[];
  readonly into: Collection<string, Part, 'activity'>;
  /** Sums and latest values only. Answers the asset whose use it changed, where it did. */
  readonly fold: (
    state: Part,
    body: z.infer<Body>,
    author: { readonly member: string; readonly role: Role },
  ) => string | undefined;
};

/** Any event of the catalog but those that say who is who, its types forgotten. */
export type AnyCatalogEvent = {
  readonly kind: string;
  readonly body: z.ZodType;
  readonly leaves: Leaves;
  readonly stream: 'catalog';
  readonly saysWhoIsWho?: undefined;
  readonly roles: readonly Role[];
  readonly into: AnyCollection;
  readonly entry: (body: never) => string;
  readonly shownIn?: Showing<never>;
  readonly claims?: (body: never) => readonly ClaimedId[];
  readonly uncontested?: true;
  readonly over: (state: never, body: never, member: string) => Places;
  readonly fold: (state: never, body: never, author: Author) => void;
  readonly history?: History<never>;
  readonly toldByEngine?: Subject;
};

/** Any event of the activity, its types forgotten. */
export type AnyActivityEvent = {
  readonly kind: string;
  readonly body: z.ZodType;
  readonly leaves: Leaves;
  readonly stream: 'activity';
  readonly saysWhoIsWho?: undefined;
  readonly roles: readonly Role[];
  readonly into: AnyCollection;
  readonly fold: (
    state: never,
    body: never,
    author: { readonly member: string; readonly role: Role },
  ) => string | undefined;
};

/** Any kind of event. */
export type AnyEvent = AnyCatalogEvent | AnyActivityEvent | MembershipEventKind<string, z.ZodType>;

/** A definition's draft: the body of an event with its kind. */
export type DraftOf<Event> = Event extends { readonly kind: infer Kind; readonly body: infer Body }
  ? Body extends z.ZodType
    ? { readonly kind: Kind; readonly body: z.infer<Body> }
    : never
  : never;

/** Defines a kind of event of the catalog. It counts once it is registered (`registry.ts`). */
export function defineEvent<
  const Kind extends string,
  Body extends z.ZodType,
  Part extends object,
  const ByEngine extends Subject = never,
>(
  definition: Omit<CatalogEvent<Kind, Body, Part, ByEngine>, 'stream'>,
): CatalogEvent<Kind, Body, Part, ByEngine> {
  return { stream: 'catalog', ...definition };
}

/** Defines a kind of event of the activity. */
export function defineActivityEvent<const Kind extends string, Body extends z.ZodType, Part extends object>(
  definition: Omit<ActivityEvent<Kind, Body, Part>, 'stream'>,
): ActivityEvent<Kind, Body, Part> {
  return { stream: 'activity', ...definition };
}
