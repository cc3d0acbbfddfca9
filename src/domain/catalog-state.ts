import type { Claimed } from './claims.ts';
import type {
  AssetFields,
  EventBody,
  RequestSize,
  VersionBody,
  VersionMove,
  VersionReading,
} from './events.ts';
import type { DeferredEvent, RefusedEvent } from './fold-event.ts';
import { EMPTY_TIMELINE, type MembershipEvent, type Timeline } from './membership.ts';
import { emptyOrder, type OrderKey, type OrderState } from './order.ts';
import type { Register } from './register.ts';
import type { SeenDevices } from './standing.ts';

/**
 * The catalog: what all events of the `catalog` stream say together. Maps throughout, because ids come from other people's devices.
 * Nothing here depends on the order in which events arrived.
 */
export type CatalogState = {
  readonly membership: { readonly events: Map<string, MembershipEvent>; timeline: Timeline };
  readonly hubName: { renamed?: Register<string> };
  readonly taxonomy: TaxonomyState;
  /** Searches with the assets that they ought to find. */
  readonly golden: Map<string, Register<EventBody<'golden-query-defined'>>>;
  readonly assets: Map<string, AssetState>;
  /** Asset of each version id: of the claim that holds. */
  readonly versions: Map<string, string>;
  readonly ratings: Map<string, Map<string, Register<RatingState | null>>>;
  readonly requests: Map<string, RequestState>;
  /** Refused events but those of membership, which the timeline lists. Keyed by device and sequence. */
  readonly refused: Map<string, RefusedEvent>;
  readonly deferred: Map<string, DeferredEvent>;
  /** What was folded but events of membership. */
  readonly seen: SeenDevices;
  /** Of events that came after others whatever their clocks say; but those of membership. */
  order: OrderState;
};

/** A term of the taxonomy: written as a whole. */
export type TaxonomyState = {
  readonly stages: Map<string, Register<EventBody<'stage-defined'>>>;
  readonly personas: Map<string, Register<EventBody<'persona-defined'>>>;
  readonly types: Map<string, Register<EventBody<'type-defined'>>>;
  readonly products: Map<string, Register<EventBody<'product-defined'>>>;
  readonly synonyms: Map<string, Register<EventBody<'synonyms-defined'>>>;
};

/** Who stated something that is stated once, and when (milliseconds since 1970, by the author's word). */
export type Origin = { readonly member: string; readonly at: number };

/** A file of an asset with its origin, as the last reading of it found it. */
export type VersionState = Origin & {
  readonly body: VersionBody;
  /** What its publisher found, where it was read again since. */
  readonly asAdded?: VersionBody;
  /** It was not published with its adding: what became of it says `moves`. */
  readonly draft?: true;
};

/** What became of a drafted version, by whom and when. */
export type MovedVersion = Origin & { readonly to: VersionMove };

/** The registers of an asset's fields. */
export type FieldRegisters = { -readonly [Field in keyof AssetFields]?: Register<AssetFields[Field]> };

/** An asset. Without `added` its adding has not arrived yet (or never counted), and it is not shown. */
export type AssetState = {
  readonly id: string;
  added?: Claimed<Origin>;
  readonly fields: FieldRegisters;
  readonly versions: Map<string, Claimed<VersionState>>;
  /** What was found when versions were read again, by version. They may arrive before their versions. */
  readings?: Map<string, Register<VersionReading>>;
  /** By the id of a version that was drafted. */
  moves?: Map<string, Register<MovedVersion>>;
  /** By version; under '' those of old journals, which name none. */
  verified?: Map<string, Register<Origin>>;
  /** When it was published for the first time: with its adding, or later out of a draft. */
  out?: Register<Origin>;
  /** When fields were last edited (milliseconds since 1970, by the author's word). */
  edited?: Register<number>;
};

/** One member's rating of one asset. */
export type RatingState = {
  readonly version: string;
  readonly value: number;
  readonly stage?: string;
  readonly persona?: string;
  readonly comment?: string;
  readonly at: number;
};

/** What was asked for, as the one who asked put it. */
export type RequestMade = Omit<EventBody<'request-made'>, 'nonce'> & { readonly member: string };

/** An answer to a request. Those of reps count only where they withdraw or take up again their own. */
export type AnswerState = EventBody<'request-answered'> & {
  readonly member: string;
  readonly byMarketing: boolean;
};

/** A vote ('me too'); `null` when it was withdrawn. */
export type VoteState = { readonly at: number; readonly dealValue?: number };

/** A request. Without `made` its making has not arrived yet. */
export type RequestState = {
  readonly id: string;
  made?: Claimed<RequestMade>;
  readonly votes: Map<string, Register<VoteState | null>>;
  readonly comments: Map<string, Claimed<Origin & { readonly text: string }>>;
  /** By their places in the order. */
  readonly answers: Map<OrderKey, AnswerState>;
  size?: Register<RequestSize>;
};

/** An empty catalog. */
export function emptyCatalog(): CatalogState {
  return {
    membership: { events: new Map(), timeline: EMPTY_TIMELINE },
    hubName: {},
    taxonomy: {
      stages: new Map(),
      personas: new Map(),
      types: new Map(),
      products: new Map(),
      synonyms: new Map(),
    },
    golden: new Map(),
    assets: new Map(),
    versions: new Map(),
    ratings: new Map(),
    requests: new Map(),
    refused: new Map(),
    deferred: new Map(),
    seen: new Map(),
    order: emptyOrder(),
  };
}
