import type { LastSeen } from '../../domain/kernel/fold-event.ts';
import {
  type ActivityCollection,
  type ActivityState,
  type CatalogCollection,
  type CatalogState,
  type DomainModel,
  type FoldContext,
  MODEL,
  type Touched,
} from '../../domain/registry.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Position } from '../../sync/journal/journal-event.ts';
import type { Later } from '../base/base-ports.ts';
import type { SnapshotStore } from '../ports/snapshots.ts';

/** The catalog and the activity with the position that they contain. */
type Folded = {
  readonly state: CatalogState;
  readonly activity: ActivityState;
  readonly position: Position;
};

type Collection = CatalogCollection | ActivityCollection;
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
  readonly #model: DomainModel;
  readonly #dirty = new Set<Collection>();
  readonly #positions = new Map<string, Position>();
  #forget: (() => void) | undefined;
  #saving: Promise<void> = Promise.resolve();
  #pause = DEBOUNCE_MS;
  #closed = false;
  /** What is folded contains what is about to be taken back. */
  #discarded = false;

  constructor(
    store: SnapshotStore,
    logger: Logger,
    later: Later,
    now: () => number,
    model: DomainModel = MODEL,
  ) {
    this.#store = store;
    this.#logger = logger;
    this.#later = later;
    this.#now = now;
    this.#model = model;
  }

  /** The saved state, if it is whole and does not go beyond what the journals hold. */
  async load(reach: Position, context: FoldContext): Promise<Folded | undefined> {
    const index = await this.#store.load(INDEX);
    if (index === undefined || index.format !== this.#model.format) return undefined;
    const named = namedBy(index.data);
    if (named === undefined) return undefined;
    for (const [key, seq] of Object.entries(index.position)) if (seq > (reach[key] ?? 0)) return undefined;
    const data: Partial<Record<Collection, unknown>> = {};
    for (const collection of this.#collections()) {
      const saved = await this.#store.load(collection);
      const expected = named.positions[collection];
      if (saved?.format !== this.#model.format || expected === undefined) return undefined;
      if (!samePosition(saved.position, expected)) return undefined;
      data[collection] = saved.data;
      this.#positions.set(collection, saved.position);
    }
    const whole = data as Readonly<Record<Collection, unknown>>;
    try {
      const state = this.#model.fromJson(whole, context);
      for (const [device, last] of named.seen) state.seen.set(device, last);
      return { state, activity: this.#model.activityFromJson(whole, context), position: index.position };
    } catch (error) {
      this.#logger.warn('snapshot-not-usable', { error: nameOfError(error) });
      return undefined;
    }
  }

  /** Notes which collections a fold changed. What the activity has seen changes with every event of it. */
  mark(touched: Touched, activity: boolean): void {
    for (const collection of this.#model.dirtied(touched)) this.#dirty.add(collection);
    if (!activity) return;
    for (const collection of this.#model.activityCollections) this.#dirty.add(collection);
  }

  #jsonOf(collection: Collection, { state, activity }: Folded): unknown {
    const ofActivity = this.#model.activityCollections.find((name) => name === collection);
    return ofActivity === undefined
      ? this.#model.toJson(state, collection as CatalogCollection)
      : this.#model.activityToJson(activity, ofActivity);
  }

  #collections(): readonly Collection[] {
    return [...this.#model.collections, ...this.#model.activityCollections];
  }

  /** Notes that everything was folded again. */
  markAll(): void {
    this.#discarded = false;
    for (const collection of this.#collections()) this.#dirty.add(collection);
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
      this.#logger.warn('snapshot-not-discarded', { error: nameOfError(error) });
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
      const { position, state } = folded;
      const seen = [...state.seen].map(([device, last]) => [device, { ...last }]);
      const taken = collections.map((collection) => ({
        collection,
        data: this.#jsonOf(collection, folded),
      }));
      for (const { collection, data } of taken) {
        await this.#store.save(collection, { position, format: this.#model.format, data });
        this.#positions.set(collection, position);
      }
      const positions = Object.fromEntries(this.#positions);
      await this.#store.save(INDEX, { position, format: this.#model.format, data: { positions, seen } });
    } catch (error) {
      for (const collection of collections) this.#dirty.add(collection);
      this.#logger.warn('snapshot-not-saved', { error: nameOfError(error) });
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
    seen: seen as readonly (readonly [DeviceId, LastSeen])[],
  };
}

function samePosition(a: Position, b: unknown): boolean {
  if (typeof b !== 'object' || b === null) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === (b as Position)[key]);
}
