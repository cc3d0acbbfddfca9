import { type ActivityState, activityFromJson, activityToJson } from '../../domain/activity.ts';
import {
  CATALOG_COLLECTIONS,
  type CatalogCollection,
  catalogFromJson,
  collectionToJson,
} from '../../domain/catalog-json.ts';
import type { CatalogState } from '../../domain/catalog-state.ts';
import { isEventKind } from '../../domain/events.ts';
import { FOLD_FORMAT, type FoldContext, type Touched } from '../../domain/fold-catalog.ts';
import type { LastSeen } from '../../domain/standing.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Position } from '../../sync/journal-event.ts';
import type { Later } from '../engine-ports.ts';
import type { SnapshotStore } from '../ports/snapshots.ts';

/** The catalog and the activity with the position that they contain. */
export type Folded = {
  readonly state: CatalogState;
  readonly activity: ActivityState;
  readonly position: Position;
};

type Collection = CatalogCollection | 'activity';
const COLLECTIONS: readonly Collection[] = [...CATALOG_COLLECTIONS, 'activity'];
/** Names the position that the collections contain together; written after them. */
const INDEX = 'index';
/** The format of an index that stands for nothing. */
const NO_FORMAT = 0;
/** Milliseconds between a change and its saving. */
const DEBOUNCE_MS = 2000;
/** Saving takes at most this part of the time: a large catalog that changes all the time is saved less often. */
const BUSY_PART = 0.1;

/**
 * The folded state on disk, so that a start need not fold everything. A collection that did not change is not written again: an index
 * names the position of each, and where any does not agree, everything is folded from the journal. Derived; deleting it loses nothing.
 */
export class FoldedSnapshots {
  readonly #store: SnapshotStore;
  readonly #logger: Logger;
  readonly #later: Later;
  readonly #now: () => number;
  readonly #dirty = new Set<Collection>();
  readonly #positions = new Map<string, Position>();
  #forget: (() => void) | undefined;
  #saving: Promise<void> = Promise.resolve();
  #pause = DEBOUNCE_MS;
  #closed = false;
  /** What is folded contains what is about to be taken back. */
  #discarded = false;

  constructor(store: SnapshotStore, logger: Logger, later: Later, now: () => number) {
    this.#store = store;
    this.#logger = logger;
    this.#later = later;
    this.#now = now;
  }

  /** The saved state, if it is whole and does not go beyond what the journals hold. */
  async load(reach: Position, context: FoldContext): Promise<Folded | undefined> {
    const index = await this.#store.load(INDEX);
    if (index === undefined || index.format !== FOLD_FORMAT) return undefined;
    const named = namedBy(index.data);
    if (named === undefined) return undefined;
    for (const [key, seq] of Object.entries(index.position)) if (seq > (reach[key] ?? 0)) return undefined;
    const data: Record<string, unknown> = {};
    for (const collection of COLLECTIONS) {
      const saved = await this.#store.load(collection);
      const expected = named.positions[collection];
      if (saved?.format !== FOLD_FORMAT || expected === undefined) return undefined;
      if (!samePosition(saved.position, expected)) return undefined;
      data[collection] = saved.data;
      this.#positions.set(collection, saved.position);
    }
    try {
      const state = catalogFromJson(data as Record<CatalogCollection, unknown>, context);
      // Saved by a version that did not know them yet: now they count.
      if ([...state.deferred.values()].some(({ kind }) => isEventKind(kind))) return undefined;
      for (const [device, last] of named.seen) state.seen.set(device, last);
      return { state, activity: activityFromJson(data.activity), position: index.position };
    } catch (error) {
      this.#logger.warn('snapshot-not-usable', { error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  }

  /** Notes which collections a fold changed. */
  mark(touched: Touched, activity: boolean): void {
    if (touched.members) this.#dirty.add('members');
    if (touched.taxonomy) this.#dirty.add('taxonomy');
    if (touched.golden) this.#dirty.add('golden');
    if (touched.assets.size > 0) this.#dirty.add('assets');
    if (touched.ratings) this.#dirty.add('ratings');
    if (touched.requests.size > 0) this.#dirty.add('requests');
    if (activity) this.#dirty.add('activity');
    if (touched.refused) this.#dirty.add('members');
  }

  /** Notes that everything was folded again. */
  markAll(): void {
    this.#discarded = false;
    for (const collection of COLLECTIONS) this.#dirty.add(collection);
  }

  /** Makes what is saved unusable. Nothing is saved until everything was folded again ({@link markAll}). */
  async discard(): Promise<void> {
    this.#discarded = true;
    await this.#saving;
    await this.#store.save(INDEX, { position: {}, format: NO_FORMAT, data: {} });
  }

  /** The same at a start, which a full disk must not keep from opening: what is saved is looked at anew at every start. */
  async discardIfPossible(): Promise<void> {
    try {
      await this.discard();
    } catch (error) {
      this.#logger.warn('snapshot-not-discarded', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /** Saves a little later, once for all changes until then. */
  schedule(folded: () => Folded): void {
    if (this.#forget !== undefined || this.#closed || this.#dirty.size === 0) return;
    this.#forget = this.#later(() => {
      this.#forget = undefined;
      this.#saving = this.#saving.then(() => this.#save(folded()));
    }, this.#pause);
  }

  /** Saves what is left and stops. */
  async close(folded: Folded): Promise<void> {
    this.#closed = true;
    this.#forget?.();
    await this.#saving;
    await this.#save(folded);
  }

  /** A snapshot that can't be written is no loss: the journal has everything. It is logged, and tried again with the next change. */
  async #save(folded: Folded): Promise<void> {
    if (this.#dirty.size === 0 || this.#discarded) return;
    const collections = [...this.#dirty];
    this.#dirty.clear();
    const started = this.#now();
    try {
      // All of it is taken at once, before the first wait: counts must not contain more than the position says.
      const { position, state, activity } = folded;
      const seen = [...state.seen].map(([device, last]) => [device, { ...last }]);
      const taken = collections.map((collection) => ({
        collection,
        data: collection === 'activity' ? activityToJson(activity) : collectionToJson(state, collection),
      }));
      for (const { collection, data } of taken) {
        await this.#store.save(collection, { position, format: FOLD_FORMAT, data });
        this.#positions.set(collection, position);
      }
      const positions = Object.fromEntries(this.#positions);
      await this.#store.save(INDEX, { position, format: FOLD_FORMAT, data: { positions, seen } });
    } catch (error) {
      for (const collection of collections) this.#dirty.add(collection);
      this.#logger.warn('snapshot-not-saved', { error: error instanceof Error ? error.name : 'unknown' });
    }
    this.#pause = Math.max(DEBOUNCE_MS, (this.#now() - started) / BUSY_PART);
  }
}

/** What the index says, if it is one: anything may lie on a disk. */
function namedBy(data: unknown) {
  if (typeof data !== 'object' || data === null || !('positions' in data) || !('seen' in data))
    return undefined;
  const { positions, seen } = data;
  if (typeof positions !== 'object' || positions === null || !Array.isArray(seen)) return undefined;
  return {
    positions: positions as Readonly<Record<string, Position>>,
    seen: seen as readonly (readonly [string, LastSeen])[],
  };
}

function samePosition(a: Position, b: unknown): boolean {
  if (typeof b !== 'object' || b === null) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === (b as Position)[key]);
}
