import { StorageError } from '../shared/errors.ts';
import type { DeviceId } from '../shared/ids.ts';
import { type Cancellation, Cancelled, throwIfAborted } from '../shared/ports/cancellation.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Logger } from '../shared/ports/logger.ts';
import { BundleKeeper } from './bundle-when-due.ts';
import { ByteBudget } from './byte-budget.ts';
import { carryOrphans } from './carry-orphans.ts';
import type { Trouble } from './device-standing.ts';
import type { BlockReason, ExchangeProgress, ExchangeReport, HubIdentity } from './exchange.ts';
import { readHubDocument } from './hub-document.ts';
import type { HubHead } from './hub-head.ts';
import { DEVICES_PREFIX, deviceOfFolder, HUB_KEY } from './hub-layout.ts';
import { HubNews, NOBODY_ELSE, type Whom } from './hub-news.ts';
import { inParallel } from './in-parallel.ts';
import { STREAMS, type Stream } from './journal-event.ts';
import { LIMITS } from './limits.ts';
import type { Bundling } from './make-bundle.ts';
import { type NamedPositions, NOTHING_NAMED } from './named-positions.ts';
import { ownSegmentsFit, readOwnHead } from './own-head.ts';
import type { Crypto } from './ports/crypto.ts';
import type { ExchangedBlobs } from './ports/exchanged-blobs.ts';
import { type ObjectStore, StoreError } from './ports/object-store.ts';
import { type DeviceMemory, newMemory, type PullParts, pullDevice } from './pull-device.ts';
import { type PushParts, push } from './push.ts';
import { readAhead } from './read-ahead.ts';
import { repairBlobs } from './repair-blobs.ts';
import { repairOwn } from './repair-own.ts';
import type { Replica } from './replica.ts';
import { takeBackReplaced } from './take-back.ts';
import { isResting, restAfter } from './vain-reading.ts';
import { isPassing, passOver } from './whom-to-ask.ts';

/** Devices that are read at once. */
const AT_ONCE = 16;

/**
 * How long it is believed that the hub still has what was found there: less than a day, so that it is over at every daily sweep of a metered
 * store (`hub-news.ts`). Milliseconds.
 */
const CHECK_OWN_MS = 20 * 60 * 60 * 1000;

/**
 * How often this device looks for its head where there is none but segments of another history of its own are: the head may be on its way. After
 * that, it was never written (a push before a backup was put back broke off), or it is gone for good.
 */
const HEADLESS_LOOKS = 30;

/** How often histories are taken back in one exchange; what is left is in the next. */
const MOST_ROUNDS = 10;

/** What exchanging with a hub needs. */
export type SynchronizerParts = {
  readonly store: ObjectStore;
  readonly hub: HubIdentity;
  readonly replica: Replica;
  readonly blobs: ExchangedBlobs;
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The streams of others that this device wants now; `catalog` always. */
  readonly streams: () => readonly Stream[];
  /** Called before events that were read are taken back: what was derived from them must not outlive a crash. */
  readonly beforeRetract: () => Promise<void>;
  /** Folds what was received. `retracted`: some of what had been folded is not there any more. */
  readonly onReceived: (retracted: boolean) => Promise<void>;
  /** Events that somebody with the right to has named with their digests, by what is folded now; without it none are. */
  readonly named?: () => NamedPositions;
  /** Without it no bundles are read or written. */
  readonly bundling?: Bundling;
};

/** Exchanges one replica with one hub. */
export interface Synchronizer {
  /** Reads what others wrote, then writes what this device did. Calls that come while one runs share the next. */
  exchange(options?: {
    readonly signal?: Cancellation;
    readonly onProgress?: (progress: ExchangeProgress) => void;
  }): Promise<ExchangeReport>;
  /** Own events that the hub did not have when it was last seen; all of them before that. */
  pending(): number;
}

/** Makes the synchronizer of a replica and a hub. */
export function createSynchronizer(parts: SynchronizerParts): Synchronizer {
  return new HubSynchronizer(parts);
}

type Options = NonNullable<Parameters<Synchronizer['exchange']>[0]>;

class HubSynchronizer implements Synchronizer {
  readonly #parts: SynchronizerParts;
  readonly #memory = new Map<DeviceId, DeviceMemory>();
  readonly #budget = new ByteBudget(LIMITS.inFlight);
  /** Bytes of each device that were read and refused at its last reading. */
  readonly #vain = new Map<DeviceId, number>();
  readonly #sentBlobs = new Set<string>();
  /** Named events that were found here. */
  readonly #agreed = new Map<string, string>();
  #ownHead: HubHead | undefined;
  /** When this process made sure that what the hub's head of this device names is there; milliseconds since 1970. */
  #checkedOwnAt = Number.NEGATIVE_INFINITY;
  #carried = false;
  readonly #bundles: BundleKeeper | undefined;
  /** Looks without a head, where segments of another history are. */
  #headless = 0;
  /** Where the store is metered. */
  readonly #news: HubNews | undefined;
  /** Whether the last exchange ended as it should; before the first, none has. */
  #settled = false;
  #foreign: readonly string[] = [];
  #running: Promise<ExchangeReport> | undefined;
  #next: Promise<ExchangeReport> | undefined;

  constructor(parts: SynchronizerParts) {
    this.#parts = parts;
    const { store, replica, crypto, clock, logger, bundling } = parts;
    const { metered } = store;
    const { journals } = replica;
    this.#news = metered && new HubNews({ store, metered, journals, crypto, logger });
    this.#bundles = bundling && new BundleKeeper({ store, journals, crypto, clock, logger, bundling });
  }

  exchange(options: Options = {}): Promise<ExchangeReport> {
    if (this.#running === undefined) {
      this.#running = this.#exchange(options).finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running.then(ignored, ignored).then(() => {
      this.#next = undefined;
      return this.exchange(options);
    });
    return this.#next;
  }

  pending(): number {
    const { journals } = this.#parts.replica;
    return STREAMS.reduce(
      (sum, stream) =>
        sum + journals.head(journals.device, stream).seq - (this.#ownHead?.streams[stream].seq ?? 0),
      0,
    );
  }

  async #exchange(options: Options): Promise<ExchangeReport> {
    const started = this.#parts.clock.now();
    const tally = { pushed: 0, pulled: 0, blobs: 0 };
    let outcome: ExchangeReport['outcome'] = 'exchanged';
    let reason: BlockReason | undefined;
    try {
      const whom = await this.#whom(options.signal);
      if (whom !== 'nobody')
        reason = (await this.#hubProblem(options.signal)) ?? (await this.#exchangeWith(tally, options, whom));
      if (reason !== undefined) outcome = 'blocked';
      this.#settled = reason === undefined;
    } catch (error) {
      this.#settled = false;
      if (!(error instanceof StoreError)) throw error;
      this.#parts.logger.warn('hub-refused', { failure: error.failure });
      outcome = error.failure === 'unreachable' ? 'offline' : 'blocked';
      if (error.failure !== 'unreachable') reason = error.failure;
    }
    return {
      outcome,
      ...(reason !== undefined && { reason }),
      ...tally,
      foreign: this.#foreign,
      devices: [...this.#memory.values()].map(({ standing }) => standing),
      pending: this.pending(),
      ms: this.#parts.clock.now() - started,
    };
  }

  /** Whom to ask after: where the store is metered, nobody who has not written, and not even the hub where there is nothing to do. */
  async #whom(signal: Cancellation | undefined): Promise<'everybody' | 'nobody' | Whom> {
    if (this.#news === undefined) return 'everybody';
    const whom = await this.#news.whom(this.#parts.streams(), signal);
    if (whom?.all === true && this.#bundles !== undefined) this.#bundles.bundlers = whom.bundlers;
    if (whom !== undefined) return whom;
    return this.#settled && !this.#hasToSend() ? 'nobody' : NOBODY_ELSE;
  }

  #hasToSend(): boolean {
    return this.pending() > 0 || this.#news?.isTold(this.#ownHead) === false;
  }

  /** Nothing is read or written before it is sure that this is the hub. */
  async #hubProblem(signal: Cancellation | undefined): Promise<BlockReason | undefined> {
    const { store, hub, crypto } = this.#parts;
    const bytes = await store.get(HUB_KEY, { limit: LIMITS.hub, signal });
    if (bytes === undefined) return 'no-hub';
    const reading = readHubDocument(bytes, crypto);
    switch (reading.outcome) {
      case 'hub':
        return reading.hub.hub === hub.hub && reading.hub.founder === hub.founder ? undefined : 'other-hub';
      case 'forged':
        return 'other-hub';
      case 'unreadable':
        return 'unreadable-hub';
      case 'newer-format':
        return 'newer-format';
    }
  }

  async #exchangeWith(
    tally: Tally,
    options: Options,
    whom: 'everybody' | Whom,
  ): Promise<BlockReason | undefined> {
    const { store, replica, crypto, logger } = this.#parts;
    await this.#pull(tally, options, whom);
    throwIfAborted(options.signal);
    const isOwnNews = whom === 'everybody' || whom.all || whom.devices.has(replica.journals.device);
    if (!isOwnNews && this.#settled && !this.#hasToSend()) return undefined;
    const own = await readOwnHead(store, replica.journals, crypto, options.signal);
    switch (own.outcome) {
      case 'forked':
        return 'forked';
      case 'newer-format':
        return 'newer-format';
      case 'foreign':
        logger.warn('own-head-replaced', { device: replica.journals.device });
        return this.#pushAnew(tally, options);
      case 'not-arrived':
        return undefined;
      case 'torn':
      case 'absent':
        return this.#pushAnew(tally, options);
      case 'head':
        if (
          STREAMS.some((stream) => own.head.streams[stream].seq < (this.#ownHead?.streams[stream].seq ?? 0))
        )
          this.#forgetHub();
        this.#ownHead = own.head;
        this.#headless = 0;
        await this.#push(tally, options, own.head);
        return undefined;
    }
  }

  /** Writes everything that this device has done, where the hub has no head of it. */
  async #pushAnew(tally: Tally, options: Options): Promise<BlockReason | undefined> {
    const { store, replica, crypto } = this.#parts;
    const fits = await ownSegmentsFit(store, replica.journals, crypto, options.signal);
    this.#headless = fits ? 0 : this.#headless + 1;
    if (!fits && this.#headless < HEADLESS_LOOKS) return 'forked';
    this.#forgetHub();
    this.#ownHead = undefined;
    await this.#push(tally, options, undefined);
    return undefined;
  }

  /** The hub is not what it was (rolled back, emptied): what is known to be in it may not be there any more. */
  #forgetHub(): void {
    this.#sentBlobs.clear();
    this.#checkedOwnAt = Number.NEGATIVE_INFINITY;
    this.#carried = false;
  }

  /** Whose heads are read. */
  async #others(whom: 'everybody' | Whom, signal: Cancellation | undefined): Promise<Set<DeviceId>> {
    const { store, replica, hub } = this.#parts;
    const { journals } = replica;
    if (whom !== 'everybody' && !whom.all) return without(whom.devices, journals.device);
    const listing = await store.list(DEVICES_PREFIX, { signal });
    this.#foreign = listing.foreign;
    const listed = listing.folders.flatMap((folder) => deviceOfFolder(folder) ?? []);
    // Who is known is asked after, whether the listing shows it or not: the founder's device before anything of it has arrived, too.
    const others = without([...listed, ...journals.devices(), hub.founder], journals.device);
    if (whom !== 'everybody') await passOver(whom, others, this.#memory, journals, this.#parts.streams());
    return others;
  }

  async #pull(tally: Tally, { signal, onProgress }: Options, whom: 'everybody' | Whom): Promise<void> {
    const { store, replica, crypto } = this.#parts;
    const { journals } = replica;
    const others = await this.#others(whom, signal);
    const wanted = this.#parts.streams();
    let done = 0;
    let bytes = 0;
    let retracted = false;
    const named = this.#parts.named ?? (() => NOTHING_NAMED);
    const report = () => onProgress?.({ phase: 'receiving', devices: done, of: others.size, bytes });
    const ahead = await this.#readAhead([...others], whom, signal);
    const parts: PullParts = {
      store,
      ...(ahead !== undefined && { ahead }),
      journals,
      crypto,
      ...(signal !== undefined && { signal }),
      streams: wanted,
      get named() {
        return named();
      },
      budget: this.#budget,
      onVain: (device, count) => this.#vain.set(device, (this.#vain.get(device) ?? 0) + count),
      beforeRetract: () => {
        retracted = true;
        return this.#parts.beforeRetract();
      },
      // Counted as they come: what was received before a reading broke off has to be folded as well.
      onReceived: (events, count) => {
        tally.pulled += events;
        bytes += count;
        report();
      },
    };
    try {
      await inParallel(others, AT_ONCE, async (device) => {
        throwIfAborted(signal);
        await this.#pullOne(parts, device);
        done += 1;
        // A poll that finds nothing is no progress: telling of it 500 times would cost more than the poll.
        if (tally.pulled > 0) report();
      });
    } finally {
      if (tally.pulled > 0 || retracted) await this.#parts.onReceived(retracted);
    }
    await this.#takeBack(parts, tally);
    if (whom === 'everybody') return;
    const hasTrouble = (device: DeviceId) => isPassing(this.#memory.get(device)?.standing.trouble);
    await this.#news?.settle(whom, wanted, hasTrouble, this.#memory.keys());
  }

  /** What was folded may name another history than one that was taken in with it: then that is taken back, and the named one taken in. */
  async #takeBack(parts: PullParts, tally: Tally): Promise<void> {
    const { replica, logger, onReceived } = this.#parts;
    // Taking one back may let others count that name others.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { named, beforeRetract } = parts;
      const { journals } = replica;
      const back = { journals, named, memory: this.#memory, agreed: this.#agreed, beforeRetract };
      const devices = await takeBackReplaced(back);
      if (devices.length === 0) return;
      logger.warn('histories-taken-back', { devices: devices.length });
      await onReceived(true);
      const before = tally.pulled;
      for (const device of devices) await this.#pullOne(parts, device);
      if (tally.pulled > before) await onReceived(false);
    }
  }

  #readAhead(others: readonly DeviceId[], whom: 'everybody' | Whom, signal: Cancellation | undefined) {
    const { store, crypto, logger, bundling, replica } = this.#parts;
    if (bundling === undefined) return undefined;
    const known = new Set(replica.journals.devices());
    const unknown = others.filter((device) => !known.has(device));
    const { compression } = bundling;
    return readAhead(
      { store, crypto, compression, logger, ...(signal !== undefined && { signal }) },
      unknown,
      whom === 'everybody' ? undefined : whom,
    );
  }

  async #bundle(signal: Cancellation | undefined): Promise<void> {
    if (this.#bundles === undefined || this.#ownHead === undefined) return;
    const settled = [...this.#memory].flatMap(([device, { settled }]) =>
      settled instanceof Uint8Array ? [[device, settled] as const] : [],
    );
    this.#ownHead = await this.#bundles.write(this.#ownHead, new Map(settled), signal);
  }

  /** One device's trouble holds up nobody else, whatever it is. */
  async #pullOne(parts: PullParts, device: DeviceId): Promise<void> {
    const memory = this.#memory.get(device) ?? newMemory(device);
    this.#memory.set(device, memory);
    const { clock } = this.#parts;
    if (isResting(memory.rest, clock.now())) return;
    this.#vain.delete(device);
    try {
      await pullDevice(parts, device, memory);
    } catch (error) {
      memory.standing = { ...memory.standing, trouble: this.#troubleOf(device, error) };
      // Else an unchanged head would be passed over and its trouble told for ever.
      delete memory.settled;
    }
    const rest = restAfter(this.#vain.get(device) ?? 0, memory.rest, clock.now());
    if (rest === undefined) delete memory.rest;
    else memory.rest = rest;
  }

  /** What an error says of the device that was read. Throws on what is not about it: the hub is away, this disk refuses, somebody stopped. */
  #troubleOf(device: DeviceId, error: unknown): Trouble {
    if (error instanceof StoreError && error.failure !== 'unreachable') return error.failure;
    if (error instanceof StoreError || error instanceof StorageError || error instanceof Cancelled)
      throw error;
    const name = error instanceof Error ? error.name : 'unknown';
    this.#parts.logger.error('device-not-read', { device, error: name });
    return 'unreadable';
  }

  async #push(tally: Tally, { signal, onProgress }: Options, own: HubHead | undefined): Promise<void> {
    const { store, replica, blobs, crypto, clock, logger } = this.#parts;
    const parts: PushParts = {
      store,
      journals: replica.journals,
      blobs,
      crypto,
      clock,
      sentBlobs: this.#sentBlobs,
      ...(signal !== undefined && { signal }),
      onBlobs: ({ done, total, bytes }) =>
        onProgress?.({ phase: 'sending-files', files: done, of: total, bytes }),
    };
    // A clock that was set back only makes it sooner.
    const check = own !== undefined && Math.abs(clock.now() - this.#checkedOwnAt) > CHECK_OWN_MS;
    if (check) {
      const segments = await repairOwn(parts, own);
      const files = await repairBlobs(parts, own);
      if (segments + files > 0) logger.warn('hub-repaired', { segments, files });
      this.#checkedOwnAt = clock.now();
    }
    const pushed = await push(parts, own);
    if (pushed !== undefined) {
      this.#ownHead = pushed.head;
      tally.pushed += pushed.events;
      tally.blobs += pushed.blobs;
    }
    if (!this.#carried) tally.pushed += await carryOrphans(parts);
    this.#carried = true;
    await this.#tell(signal);
    await this.#bundle(signal);
    await this.#tell(signal);
  }

  async #tell(signal: Cancellation | undefined): Promise<void> {
    if (this.#ownHead !== undefined) await this.#news?.tell(this.#ownHead, signal);
  }
}

type Tally = { pushed: number; pulled: number; blobs: number };

function without(devices: Iterable<DeviceId>, own: DeviceId): Set<DeviceId> {
  const others = new Set(devices);
  others.delete(own);
  return others;
}

function ignored(): void {
  // Whoever asked for the exchange before hears of its error; the next one only waits for its end.
}
