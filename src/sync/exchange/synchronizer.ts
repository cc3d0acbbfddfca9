import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import type { HubHead } from '../hub/hub-head.ts';
import { HubNews, NOBODY_ELSE } from '../hub/hub-news.ts';
import type { Bundling } from '../hub/make-bundle.ts';
import { type ObjectStore, StoreError } from '../hub/object-store.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { Replica } from '../journal/replica.ts';
import { BundleKeeper } from './bundle-when-due.ts';
import { carryOrphans } from './carry-orphans.ts';
import type { BlockReason, ExchangeProgress, ExchangeReport, HubIdentity } from './exchange-report.ts';
import type { ExchangedBlobs } from './exchanged-blobs.ts';
import { HubDescription } from './hub-description.ts';
import type { NamedPositions } from './named-positions.ts';
import { type KeptCheck, OwnChecks } from './own-checks.ts';
import { ownSegmentsFit, readOwnHead } from './own-head.ts';
import { type Asked, Others } from './pull-others.ts';
import { type PushParts, push } from './push.ts';

/**
 * How often this device looks for its head where there is none but segments of another history of its own are: the head may be on its way. After
 * that, it was never written (a push before a backup was put back broke off), or it is gone for good.
 */
const HEADLESS_LOOKS = 30;

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
  /** What keeps from one process to the next when this device read what it has in this hub. */
  readonly keptCheck?: KeptCheck;
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
  readonly #others: Others;
  /** Nothing is read or written before it is sure that this is the hub. */
  readonly #description: HubDescription;
  readonly #sentBlobs = new Set<string>();
  #ownHead: HubHead | undefined;
  readonly #checks: OwnChecks;
  #carried = false;
  readonly #bundles: BundleKeeper | undefined;
  /** Looks without a head, where segments of another history are. */
  #headless = 0;
  /** Where the store is metered. */
  readonly #news: HubNews | undefined;
  /** Whether the last exchange ended as it should; before the first, none has. */
  #settled = false;
  #running: Promise<ExchangeReport> | undefined;
  #next: Promise<ExchangeReport> | undefined;

  constructor(parts: SynchronizerParts) {
    this.#parts = parts;
    const { store, hub, replica, crypto, clock, logger, bundling } = parts;
    const { metered } = store;
    const { journals } = replica;
    this.#news = metered && new HubNews({ store, metered, journals, crypto, logger });
    this.#description = new HubDescription({ store, hub, journals, crypto, logger });
    this.#others = new Others(parts, this.#news);
    this.#checks = new OwnChecks(parts.keptCheck, logger);
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
    const tally: Tally = { pushed: 0, pulled: 0, blobs: 0 };
    let outcome: ExchangeReport['outcome'] = 'exchanged';
    let reason: BlockReason | undefined;
    try {
      const whom = await this.#whom(options.signal);
      if (whom !== 'nobody')
        reason =
          (await this.#description.problem(options.signal)) ??
          (await this.#exchangeWith(tally, options, whom));
      if (reason !== undefined) outcome = 'blocked';
      this.#settled = reason === undefined;
    } catch (error) {
      this.#settled = false;
      if (!(error instanceof StoreError)) throw error;
      this.#parts.logger.warn('hub-refused', { failure: error.failure });
      outcome = error.failure === 'unreachable' ? 'offline' : 'blocked';
      if (error.failure !== 'unreachable') reason = error.failure;
    }
    const { sending, ...done } = tally;
    return {
      outcome,
      ...(reason !== undefined && { reason }),
      ...(outcome === 'blocked' && sending && { whileSending: true }),
      ...done,
      foreign: this.#others.foreign,
      devices: this.#others.standings(),
      pending: this.pending(),
      ms: this.#parts.clock.now() - started,
    };
  }

  /** Whom to ask after: where the store is metered, nobody who has not written, and not even the hub where there is nothing to do. */
  async #whom(signal: Cancellation | undefined): Promise<'nobody' | Asked> {
    if (this.#news === undefined) return 'everybody';
    const whom = await this.#news.whom(this.#parts.streams(), signal);
    if (whom?.all === true && this.#bundles !== undefined) this.#bundles.bundlers = whom.bundlers;
    if (whom !== undefined) return whom;
    return this.#settled && !this.#hasToSend() ? 'nobody' : NOBODY_ELSE;
  }

  #hasToSend(): boolean {
    return this.pending() > 0 || this.#news?.isTold(this.#ownHead) === false;
  }

  async #exchangeWith(tally: Tally, options: Options, whom: Asked): Promise<BlockReason | undefined> {
    const { store, replica, crypto, logger } = this.#parts;
    await this.#others.pull(tally, options, whom);
    await this.#description.keep();
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
    this.#checks.forget();
    this.#news?.untold();
    this.#carried = false;
  }

  async #bundle(signal: Cancellation | undefined): Promise<void> {
    if (this.#bundles === undefined || this.#ownHead === undefined) return;
    this.#ownHead = await this.#bundles.write(this.#ownHead, this.#others.settledHeads(), signal);
  }

  async #push(tally: Tally, { signal, onProgress }: Options, own: HubHead | undefined): Promise<void> {
    const { store, replica, blobs, crypto, clock } = this.#parts;
    tally.sending = true;
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
    if (own !== undefined) await this.#checks.mend(parts, own);
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

/** What an exchange has done so far, and whether it has come to this device's own part. */
type Tally = { pushed: number; pulled: number; blobs: number; sending?: true };

function ignored(): void {
  // Whoever asked for the exchange before hears of its error; the next one only waits for its end.
}
