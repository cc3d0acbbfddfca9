import { type Cancellation, throwIfAborted } from '../../../src/shared/ports/cancellation.ts';
import { checkKey, checkLimit, checkPrefix, guarded, partOfLevel } from '../../../src/sync/hub/content.ts';
import type {
  CallOptions,
  Content,
  Listing,
  ListOptions,
  Metered,
  ObjectStore,
  PutOptions,
  ReadOptions,
} from '../../../src/sync/hub/object-store.ts';
import { isKey, StoreError, type StoreFailure, USUAL_LIMIT } from '../../../src/sync/hub/object-store.ts';
import { conflictedNames } from './conflicted-names.ts';
import { firstHalf, putHalfIfAbsent, SimulatedCrash } from './crashing-store.ts';
import type { FaultKind } from './faults.ts';
import type { FaultyWorld } from './faulty-store.ts';
import { inPieces } from './memory-store.ts';
import type { Sight, Version } from './object-history.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';

/** A while in which a device sees the store as it was before version `cut`, but for what it writes itself from version `start` on. */
type Episode = { readonly until: number; readonly cut: number; readonly start: number };

/** What a device remembers over a restart. */
type Memory = {
  readonly random: SeededRandom;
  /** When a version that is on its way arrives here; 0 for one that has. */
  readonly arrivals: Map<Version, number>;
  readonly seenFolders: Set<string>;
  episode: Episode | undefined;
};

/** The store as one device of a faulty hub sees it. */
export class FaultyDevice implements ObjectStore {
  readonly metered?: Metered;
  readonly #world: FaultyWorld;
  readonly #name: string;
  readonly #memory: Memory;
  #ended = false;

  private constructor(world: FaultyWorld, name: string, memory: Memory) {
    if (world.store.metered !== undefined) this.metered = world.store.metered;
    this.#world = world;
    this.#name = name;
    this.#memory = memory;
  }

  /** A device's session, after the one before if there was one. */
  static begin(world: FaultyWorld, name: string, before: FaultyDevice | undefined): FaultyDevice {
    if (before) before.#ended = true;
    return new FaultyDevice(world, name, before ? before.#memory : newMemory(world.seed, name));
  }

  /** Ends what goes on: everything has arrived. */
  forgetFaults(): void {
    this.#memory.arrivals.clear();
    this.#memory.episode = undefined;
  }

  async get(key: string, options: ReadOptions = {}): Promise<Uint8Array | undefined> {
    const bytes = await this.#read(key, options);
    if (bytes !== undefined) checkLimit(key, bytes.length, options.limit ?? USUAL_LIMIT);
    return bytes;
  }

  async open(key: string, options: ReadOptions = {}): Promise<AsyncIterable<Uint8Array> | undefined> {
    const bytes = await this.#read(key, options);
    return bytes && guarded(key, inPieces(bytes), options);
  }

  async stat(key: string, options: CallOptions = {}): Promise<{ readonly size: number } | undefined> {
    checkKey(key);
    await this.#begin(key, false, options);
    const seen = this.#look(key);
    const about = seen === 'latest' ? await this.#world.store.stat(key) : seen && { size: seen.length };
    return about && this.#happens('truncatedRead') ? { size: this.#part(about.size) } : about;
  }

  async put(key: string, bytes: Uint8Array, options: CallOptions = {}): Promise<void> {
    checkKey(key);
    const content = bytes.slice();
    await this.#begin(key, true, options);
    if (this.#happens('halfPut')) {
      await this.#world.store.put(key, firstHalf(content));
      this.#note(key, firstHalf(content));
      throw refusal('unreachable', key);
    }
    await this.#world.store.put(key, content, options);
    this.#note(key, content);
    this.#maybeLoseAnswer(key);
  }

  async putIfAbsent(key: string, content: Content, options: PutOptions = {}): Promise<'stored' | 'present'> {
    checkKey(key);
    await this.#begin(key, true, options);
    if (this.#happens('halfPut')) {
      await putHalfIfAbsent(this.#world.store, key, content);
      this.#note(key, await this.#stored(key));
      throw refusal('unreachable', key);
    }
    const result = await this.#world.store.putIfAbsent(key, content, options);
    if (result === 'stored') this.#note(key, await this.#stored(key));
    this.#maybeLoseAnswer(key);
    return result;
  }

  async remove(key: string, options: CallOptions = {}): Promise<void> {
    checkKey(key);
    await this.#begin(key, true, options);
    await this.#world.store.remove(key);
    if (this.#world.history.knows(key)) this.#note(key, undefined);
    this.#maybeLoseAnswer(key);
  }

  async list(prefix: string, options: ListOptions = {}): Promise<Listing> {
    checkPrefix(prefix);
    await this.#begin(prefix, false, options);
    const actual = await this.#world.store.list(prefix);
    const seen = this.#world.calm ? actual : this.#seenOf(prefix, actual);
    const objects = seen.objects.map((object) =>
      this.#happens('truncatedRead') ? { ...object, size: this.#part(object.size) } : object,
    );
    return this.#disordered(partOfLevel(this.#withConflicts(prefix, { ...seen, objects }), options));
  }

  /** What happens before a call has had any effect. */
  async #begin(key: string, writes: boolean, { signal }: CallOptions): Promise<void> {
    throwIfAborted(signal);
    if (this.#happens('stall')) await this.#stall(signal);
    throwIfAborted(signal);
    if (this.#ended) throw new SimulatedCrash('this device was started again');
    if (this.#world.unplugged.has(this.#name)) throw refusal('unreachable', key);
    if (this.#world.calm) return;
    this.#maybeBeginEpisode();
    if (writes && this.#episode()?.cut === 0) throw refusal('unreachable', key);
    for (const failure of ['unreachable', 'busy', 'denied'] as const) {
      if (this.#happens(failure)) throw refusal(failure, key);
    }
    if (writes && this.#happens('full')) throw refusal('full', key);
  }

  /** Ends with the signal: whoever stopped does not wait for a medium that hangs. */
  #stall(signal: Cancellation | undefined): Promise<void> {
    const until = this.#world.tick + 1 + this.#memory.random.below(5);
    return new Promise((resolve) => {
      const go = (): void => {
        signal?.removeEventListener('abort', go);
        this.#world.waiting.delete(waiting);
        resolve();
      };
      const waiting = { until, go };
      this.#world.waiting.add(waiting);
      signal?.addEventListener('abort', go);
    });
  }

  #maybeBeginEpisode(): void {
    if (this.#episode()) return;
    const kind = this.#happens('emptyRoot') ? 'emptyRoot' : this.#happens('rolledBack') && 'rolledBack';
    if (!kind) return;
    const { random } = this.#memory;
    const start = this.#world.history.count;
    this.#memory.episode = {
      until: this.#world.tick + 1 + random.below(6),
      cut: kind === 'emptyRoot' ? 0 : random.below(start + 1),
      start,
    };
  }

  #episode(): Episode | undefined {
    const { episode } = this.#memory;
    if (episode && episode.until <= this.#world.tick) this.#memory.episode = undefined;
    return this.#memory.episode;
  }

  #sight(): Sight {
    const episode = this.#episode();
    if (!episode) return (version) => version.by === this.#name || this.#hasArrived(version);
    const { cut, start } = episode;
    return ({ number, by }) => number < cut || (number >= start && by === this.#name);
  }

  #hasArrived(version: Version): boolean {
    const { arrivals, random } = this.#memory;
    let arrival = arrivals.get(version);
    if (arrival === undefined) {
      arrival = this.#happens('hiddenKey') ? this.#world.tick + 1 + random.below(8) : 0;
      arrivals.set(version, arrival);
    }
    return arrival <= this.#world.tick;
  }

  /** An object's bytes as an older state has them, or that they are the store's own. */
  #look(key: string): 'latest' | Uint8Array | undefined {
    if (this.#world.calm) return 'latest';
    if (!this.#world.history.knows(key)) return this.#episode()?.cut === 0 ? undefined : 'latest';
    const seen = this.#world.history.seen(key, this.#sight());
    return seen?.latest && seen.version.bytes ? 'latest' : seen?.version.bytes;
  }

  async #read(key: string, options: CallOptions): Promise<Uint8Array | undefined> {
    checkKey(key);
    await this.#begin(key, false, options);
    const seen = this.#look(key);
    const bytes = seen === 'latest' ? await this.#stored(key) : seen?.slice();
    return bytes && this.#happens('truncatedRead') ? bytes.slice(0, this.#part(bytes.length)) : bytes;
  }

  /** What lies in the store below, whatever its size: the limit is this device's reader's. */
  #stored(key: string): Promise<Uint8Array | undefined> {
    return this.#world.store.get(key, { limit: Number.POSITIVE_INFINITY });
  }

  #seenOf(prefix: string, actual: Listing): Listing {
    const sizes = new Map(actual.objects.map(({ key, size }) => [key, size]));
    const folders = new Set(actual.folders);
    const level = this.#world.history.level(prefix);
    for (const key of level.objects) {
      const seen = this.#look(key);
      if (seen === undefined) sizes.delete(key);
      else if (seen !== 'latest') sizes.set(key, seen.length);
    }
    const { seenFolders } = this.#memory;
    const episode = this.#episode();
    for (const folder of level.folders) {
      // What has been seen once stays as the store has it, unless there is an older state.
      if (!episode && seenFolders.has(folder)) continue;
      if (!this.#seesFolder(folder)) folders.delete(folder);
      else {
        folders.add(folder);
        if (!episode) seenFolders.add(folder);
      }
    }
    const empty = episode?.cut === 0;
    return {
      objects: [...sizes]
        .filter(([key]) => !empty || level.objects.has(key))
        .map(([key, size]) => ({ key, size })),
      folders: [...folders].filter((folder) => !empty || level.folders.has(folder)),
      foreign: empty ? [] : actual.foreign,
    };
  }

  /** Whether anything in a folder is in sight. */
  #seesFolder(folder: string): boolean {
    const { objects, folders } = this.#world.history.level(folder);
    return (
      [...objects].some((key) => this.#look(key) !== undefined) ||
      [...folders].some((below) => this.#seesFolder(below))
    );
  }

  #withConflicts(prefix: string, listing: Listing): Listing {
    const original = listing.objects[this.#memory.random.below(listing.objects.length)];
    if (!original || !this.#happens('conflictedCopies')) return listing;
    const objects = [...listing.objects];
    const foreign = [...listing.foreign];
    for (const name of conflictedNames(original.key.slice(prefix.length))) {
      if (isKey(prefix + name)) objects.push({ key: prefix + name, size: original.size });
      else foreign.push(name);
    }
    return { ...listing, objects, foreign };
  }

  #disordered(listing: Listing): Listing {
    if (!this.#happens('disorder')) return listing;
    const { random } = this.#memory;
    return {
      ...listing,
      objects: random.shuffled(listing.objects),
      folders: random.shuffled(listing.folders),
      foreign: random.shuffled(listing.foreign),
    };
  }

  #maybeLoseAnswer(key: string): void {
    if (this.#happens('lostAnswer')) throw refusal('unreachable', key);
  }

  #note(key: string, bytes: Uint8Array | undefined): void {
    this.#world.history.add(key, this.#name, this.#world.tick, bytes);
  }

  #happens(kind: FaultKind): boolean {
    if (this.#world.calm || !this.#memory.random.chance(this.#world.rates[kind])) return false;
    this.#world.injected[kind] += 1;
    return true;
  }

  /** A length that is shorter than the whole. */
  #part(length: number): number {
    return this.#memory.random.below(length);
  }
}

function newMemory(seed: number, name: string): Memory {
  return {
    random: createSeededRandom(seed, name),
    arrivals: new Map(),
    seenFolders: new Set(),
    episode: undefined,
  };
}

function refusal(failure: StoreFailure, key: string): StoreError {
  return new StoreError(failure, key, 'simulated');
}
