import type { LeavesCode } from '../../shared/says/events.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { MintedKind, Sha256 } from '../../shared/vocabulary/ids.ts';
import type { SearchWords } from '../../shared/vocabulary/people.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import { blobReader, type KeptBlob } from './blobs.ts';
import type { HeldBy } from './claims.ts';
import type { AnyCollection, FoldState, StreamState } from './define-collection.ts';
import type { AnyEvent, History } from './define-event.ts';
import type { FoldEvent } from './fold-event.ts';
import type { Countable, Foldable } from './foldable.ts';
import { definitionProblems } from './model-problems.ts';
import { emptyOrder } from './order.ts';
import type { Outside } from './outside.ts';
import { numberOf, schemaText } from './schema-text.ts';
import { jsonOf, textOf } from './snapshot-json.ts';
import { ToldEvent } from './told-event.ts';
import { type Touched, Touching } from './touched.ts';

/** An event's kind with a body that fits it. */
export type AnyDraft = { readonly kind: string; readonly body: object };

/** What the compiler knows of the definitions. */
export type ModelTypes = {
  readonly draft: AnyDraft;
  /** The folded state of each stream. */
  readonly catalog: FoldState;
  readonly activity: StreamState;
  /** Names of collections. */
  readonly collection: string;
  readonly activityCollection: string;
  readonly topic: string;
};

/** What was registered. */
export type Definitions = {
  readonly events: readonly AnyEvent[];
  readonly collections: readonly AnyCollection[];
  /** Raised by hand when the logic of a fold changes: what the schemas do not show. */
  readonly logic: number;
};

/** What an event turned out to be. */
export type ReadEvent<Draft> =
  | { readonly read: 'known'; readonly draft: Draft }
  | { readonly read: 'unknown-kind' }
  | { readonly read: 'invalid-body' };

/**
 * Everything that follows from the definitions of events and collections: schemas, streams, rights, the collections of a snapshot, the
 * catalog's text, topics, blobs, words. It asks the definitions each time and keeps no list of its own, so none can be forgotten.
 */
export class Model<Types extends ModelTypes> {
  readonly definitions: Definitions;
  /** Of the catalog and of the activity, in the order of registration. */
  readonly collections: readonly Types['collection'][];
  readonly activityCollections: readonly Types['activityCollection'][];
  readonly #events: ReadonlyMap<string, AnyEvent>;
  readonly #byName: ReadonlyMap<string, AnyCollection>;
  readonly #blobReaders = new Map<string, (body: unknown) => readonly Sha256[]>();
  readonly #keepingFold: string;
  #format: number | undefined;

  /** Throws where definitions do not fit each other, naming each that does not. */
  constructor(definitions: Definitions) {
    const problems = definitionProblems(definitions);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    this.definitions = definitions;
    const { events, collections } = definitions;
    this.#events = new Map(events.map((event) => [event.kind, event]));
    this.#byName = new Map(collections.map((collection) => [collection.name, collection]));
    this.collections = collections.flatMap(({ stream, name }) => (stream === 'catalog' ? [name] : []));
    this.activityCollections = collections.flatMap(({ stream, name }) =>
      stream === 'activity' ? [name] : [],
    );
    this.#keepingFold = collections.find(({ keepsFold }) => keepsFold === true)?.name ?? '';
    for (const { kind, body } of events) {
      const read = blobReader(body);
      if (read !== undefined) this.#blobReaders.set(kind, read);
    }
  }

  /** Tells snapshots of other definitions or another logic from those of these. A whole number above 0. */
  get format(): number {
    if (this.#format === undefined) {
      const { events, collections, logic } = this.definitions;
      const kinds = events.map(({ kind, body }) => `${kind} ${schemaText(body)}`);
      this.#format = numberOf([logic, ...collections.map(({ name }) => name), ...kinds].join('\n'));
    }
    return this.#format;
  }

  /** The kinds that there are. */
  get kinds(): readonly Types['draft']['kind'][] {
    return [...this.#events.keys()];
  }

  /** Says whether this version of Kitbag knows a kind; an unknown one is kept and deferred, not refused. */
  knows(kind: string): kind is Types['draft']['kind'] {
    return this.#events.has(kind);
  }

  /** The definition of a kind. Throws for one that is not known. */
  definitionOf(kind: string): AnyEvent {
    const found = this.#events.get(kind);
    if (found === undefined) throw new Error(`No event of the kind ${kind} is registered.`);
    return found;
  }

  /** The stream that a kind belongs to. */
  streamOf(kind: Types['draft']['kind']): Stream {
    return this.definitionOf(kind).stream;
  }

  /** The roles whose events of a kind count; `undefined` for those that say who is who, which have rules of their own. */
  rolesOf(kind: Types['draft']['kind']): readonly Role[] | undefined {
    const found = this.definitionOf(kind);
    return found.saysWhoIsWho === true ? undefined : found.roles;
  }

  /** The definition of a kind that is folded into the catalog; `undefined` for another one. */
  foldableOf(kind: string): Foldable | undefined {
    const found = this.#events.get(kind);
    return found?.stream === 'catalog' && found.saysWhoIsWho !== true ? (found as Foldable) : undefined;
  }

  /** The definition of a kind that is counted in the activity; `undefined` for another one. */
  countableOf(kind: string): Countable | undefined {
    const found = this.#events.get(kind);
    return found?.stream === 'activity' && found.saysWhoIsWho !== true ? (found as Countable) : undefined;
  }

  /** Says whether a kind says who is who. */
  saysWhoIsWho(kind: string): boolean {
    return this.#events.get(kind)?.saysWhoIsWho === true;
  }

  /** Checks an event's body against its kind. */
  read(event: Pick<FoldEvent, 'kind' | 'body'>): ReadEvent<Types['draft']> {
    const found = this.#events.get(event.kind);
    if (found === undefined) return { read: 'unknown-kind' };
    const parsed = found.body.safeParse(event.body);
    if (!parsed.success) return { read: 'invalid-body' };
    // The body was checked against exactly this kind's schema; the compiler can't follow the lookup.
    return { read: 'known', draft: { kind: event.kind, body: parsed.data } as Types['draft'] };
  }

  /** Whether there is such a kind. Kinds come from other people's devices. */
  isKind(kind: string): kind is Types['draft']['kind'] {
    return this.#events.has(kind);
  }

  /**
   * What leaves the device of somebody in a role, by the stream that takes it: each told once, in the order of registration.
   * `words`: what the hub's policy shares of a search.
   */
  leaving(role: Role, words: SearchWords): Readonly<Record<Stream, readonly LeavesCode[]>> {
    const told = { catalog: new Set<LeavesCode>(), activity: new Set<LeavesCode>() };
    for (const event of this.#events.values()) {
      const authors = event.saysWhoIsWho === true ? event.sentBy : event.roles;
      if (!authors.includes(role)) continue;
      told[event.stream].add(typeof event.leaves === 'string' ? event.leaves : event.leaves[words]);
    }
    return { catalog: [...told.catalog], activity: [...told.activity] };
  }

  /** How an event is told in the history of what it is about; `undefined` where it is not. */
  historyOf({ kind, body }: Types['draft']): ToldEvent | undefined {
    const found = this.#events.get(kind);
    if (found?.stream !== 'catalog' || found.saysWhoIsWho === true || found.history === undefined)
      return undefined;
    return new ToldEvent(found.history as History<object>, body);
  }

  /** Says whether events of a kind name blobs: the others, which are most, need not be read for them. */
  namesBlobs(kind: string): boolean {
    return this.#blobReaders.has(kind);
  }

  /** The blobs that an event refers to, those that serve everybody first. */
  blobsOf({ kind, body }: Types['draft']): readonly Sha256[] {
    return this.#blobReaders.get(kind)?.(body) ?? [];
  }

  /** The blobs that a catalog names; without those of a collection that somebody looks at for themselves. */
  *keptBlobs(state: Types['catalog'], except?: Types['collection']): Iterable<KeptBlob> {
    for (const { name, stream, blobs } of this.definitions.collections) {
      if (stream === 'catalog' && blobs !== undefined && name !== except)
        yield* (blobs as (state: object) => Iterable<KeptBlob>)(state);
    }
  }

  /** Nothing folded yet. */
  emptyCatalog(): Types['catalog'] {
    const fold: FoldState = { refused: new Map(), deferred: new Map(), seen: new Map(), order: emptyOrder() };
    return Object.assign({}, ...this.#partsOf('catalog'), fold) as Types['catalog'];
  }

  /** No activity yet. */
  emptyActivity(): Types['activity'] {
    return Object.assign({}, ...this.#partsOf('activity'), { seen: new Map() }) as Types['activity'];
  }

  #partsOf(of: Stream): readonly object[] {
    return this.definitions.collections.flatMap(({ stream, empty }) => (stream === of ? [empty()] : []));
  }

  /** A collection as plain JSON. */
  toJson(state: Types['catalog'], name: Types['collection']): unknown {
    return jsonOf(this.#collection(name), state);
  }

  /** The same of the activity. */
  activityToJson(state: Types['activity'], name: Types['activityCollection']): unknown {
    return jsonOf(this.#collection(name), state);
  }

  /**
   * A catalog out of what {@link toJson} gave, but for `seen`, which the caller keeps beside. The data comes from this device's own snapshot, whose
   * digest its store has checked; anything of another shape throws a TypeError, and the caller folds again.
   */
  fromJson(json: Readonly<Record<Types['collection'], unknown>>, outside: Outside): Types['catalog'] {
    const state = this.emptyCatalog();
    for (const name of this.collections) this.#fill(state, name, json, outside);
    return state;
  }

  /** The activity out of what {@link activityToJson} gave; throws a TypeError on another shape. */
  activityFromJson(
    json: Readonly<Record<Types['activityCollection'], unknown>>,
    outside: Outside,
  ): Types['activity'] {
    const state = this.emptyActivity();
    for (const name of this.activityCollections) this.#fill(state, name, json, outside);
    return state;
  }

  #fill(state: object, name: string, json: Readonly<Record<string, unknown>>, outside: Outside): void {
    const fill = this.#collection(name).fill as (state: object, json: unknown, outside: Outside) => void;
    fill(state, json[name], outside);
  }

  /**
   * The catalog as one text that two replicas with the same catalog events share. Of the `catalog` stream alone, because not every device
   * has the activity of others.
   */
  textOf(state: Types['catalog']): string {
    return textOf(
      this.collections.map((name) => this.#collection(name)),
      state,
    );
  }

  /** Nothing touched yet. */
  nothingTouched(): Touching<Types['collection']> {
    return new Touching(this.collections);
  }

  /** The collection that the fold's own lists are kept with. */
  get keepingFold(): Types['collection'] {
    return this.#keepingFold;
  }

  /** The collections that are to be saved after a fold. */
  dirtied(touched: Touched<Types['collection']>): ReadonlySet<Types['collection']> {
    return touched.refused ? new Set([...touched.written, this.#keepingFold]) : touched.written;
  }

  /** What windows are told of a fold. */
  topicsOf(touched: Touched<Types['collection']>): ReadonlySet<Types['topic']> {
    const topics = new Set<string>();
    for (const name of this.collections) {
      const entries: ReadonlySet<string> = touched.entries[name as Types['collection']];
      if (!touched.written.has(name) && entries.size === 0) continue;
      for (const topic of this.#collection(name).topics) topics.add(topic);
    }
    return topics;
  }

  /** What windows are told of new activity. */
  get activityTopics(): readonly Types['topic'][] {
    return this.activityCollections.flatMap((name) => this.#collection(name).topics);
  }

  /** Everything that windows can be told of a fold. */
  get topics(): ReadonlySet<Types['topic']> {
    return new Set(this.definitions.collections.flatMap(({ topics }) => topics));
  }

  /** Finds the claims on ids that hold in a catalog. */
  holdersIn(state: Types['catalog']): HeldBy {
    return ({ kind, id, within }) => this.#claimsOf(kind)(state, id, within);
  }

  #claimsOf(kind: MintedKind) {
    for (const { claims } of this.definitions.collections) {
      const find = claims?.[kind];
      if (find !== undefined)
        return find as (state: object, id: string, within: string | undefined) => ReturnType<HeldBy>;
    }
    throw new Error(`No collection says whose the id of a ${kind} is.`);
  }

  #collection(name: string): AnyCollection {
    const found = this.#byName.get(name);
    if (found === undefined) throw new Error(`No collection ${name} is registered.`);
    return found;
  }
}
