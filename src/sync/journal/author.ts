import type { Clock } from '../../shared/ports/clock.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, MemberId } from '../../shared/vocabulary/ids.ts';
import { AuthorClock } from '../clock/author-clock.ts';
import { HLC_ZERO, type Hlc, observeHlc } from '../clock/hlc.ts';
import type { Crypto, Signer } from '../identity/crypto.ts';
import { type ChainHead, chainEvent, emptyChain, parseEvent } from './journal-chain.ts';
import type { EventToCommit, StreamEvent } from './journal-event.ts';
import type { JournalFiles } from './journal-files.ts';
import { makeSeal, sealName } from './seal.ts';

/** Writes one device's journal: the only one who does. */
export interface Author {
  readonly device: DeviceId;
  /** Appends events of one stream in order, all of them or none; resolves when they are on disk. Calls while a write is under way share the next write. */
  commit(member: MemberId, events: readonly EventToCommit[]): Promise<readonly StreamEvent[]>;
  /** Moves the clock past what was seen of others, by at most a day. */
  observe(seen: Hlc): void;
  head(stream: Stream): ChainHead;
  /** Signs what was written since the last seal. */
  seal(): Promise<void>;
}

type Waiting = {
  readonly stream: Stream;
  readonly member: MemberId;
  readonly drafts: readonly EventToCommit[];
  readonly resolve: (events: readonly StreamEvent[]) => void;
  readonly reject: (error: unknown) => void;
};

type AuthorOptions = {
  readonly device: DeviceId;
  readonly files: JournalFiles;
  readonly crypto: Crypto;
  readonly signer: Signer;
  readonly clock: Clock;
  /** Heads of chains that exist; empty chains where absent. */
  readonly heads?: Partial<Record<Stream, ChainHead>>;
};

/** Makes the author of a device's journal. The files must not be written by anybody else. */
export function createAuthor(options: AuthorOptions): Author {
  return new JournalAuthor(options);
}

class JournalAuthor implements Author {
  readonly device: DeviceId;
  readonly #options: AuthorOptions;
  readonly #heads: Record<Stream, ChainHead>;
  readonly #sealed: Partial<Record<Stream, number>> = {};
  readonly #clock: AuthorClock;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor(options: AuthorOptions) {
    this.#options = options;
    this.device = options.device;
    this.#heads = {
      catalog: options.heads?.catalog ?? emptyChain(options.device, 'catalog', options.crypto),
      activity: options.heads?.activity ?? emptyChain(options.device, 'activity', options.crypto),
    };
    const own = STREAMS.reduce((latest, stream) => observeHlc(latest, this.#heads[stream].hlc), HLC_ZERO);
    this.#clock = new AuthorClock(own, () => this.#readings());
  }

  head(stream: Stream): ChainHead {
    return this.#heads[stream];
  }

  observe(seen: Hlc): void {
    this.#clock.observe(seen, this.#options.clock.now());
  }

  commit(member: MemberId, drafts: readonly EventToCommit[]): Promise<readonly StreamEvent[]> {
    const stream = drafts[0]?.stream;
    if (!stream) return Promise.resolve([]);
    if (drafts.some((draft) => draft.stream !== stream)) {
      return Promise.reject(
        new TypeError('The events of one commit belong to one stream: two files can not be written as one.'),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ stream, member, drafts, resolve, reject });
      this.#writing ??= this.#drain();
    });
  }

  async seal(): Promise<void> {
    await this.#writing;
    for (const stream of STREAMS) {
      const head = this.#heads[stream];
      if (head.seq === 0 || this.#sealed[stream] === head.seq) continue;
      const seal = makeSeal(this.device, stream, head, this.#options.signer);
      await this.#options.files.writeDocument(this.device, sealName(stream), seal);
      this.#sealed[stream] = head.seq;
    }
  }

  async #drain(): Promise<void> {
    // One turn of the event loop, so that calls made together share one write and one fsync.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      for (const stream of STREAMS) {
        await this.#write(
          stream,
          batch.filter((waiting) => waiting.stream === stream),
        );
      }
    }
    this.#writing = undefined;
  }

  /** Chains and appends what waits for one stream. The head moves only after the disk has it, so a refused write leaves no gap. */
  async #write(stream: Stream, batch: readonly Waiting[]): Promise<void> {
    const chained: { readonly waiting: Waiting; readonly events: readonly StreamEvent[] }[] = [];
    const lines: string[] = [];
    let head = this.#heads[stream];
    if (!(await this.#isClockReady(batch))) return;
    for (const waiting of batch) {
      try {
        const next = this.#chain(waiting, head);
        chained.push({ waiting, events: next.events });
        lines.push(...next.lines);
        head = next.head;
      } catch (error) {
        waiting.reject(error); // A body that has no JSON text is its caller's defect; the others go on.
      }
    }
    if (lines.length === 0) return;
    try {
      await this.#options.files.append(this.device, stream, lines);
    } catch (error) {
      for (const { waiting } of chained) waiting.reject(error);
      return;
    }
    this.#heads[stream] = head;
    for (const { waiting, events } of chained) waiting.resolve(events);
  }

  async #isClockReady(batch: readonly Waiting[]): Promise<boolean> {
    try {
      await this.#clock.prepare(this.#options.clock.now());
      return true;
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
      return false;
    }
  }

  /** Every reading in this device's journal. */
  async #readings(): Promise<readonly string[]> {
    const readings: string[] = [];
    for (const stream of STREAMS) {
      for await (const batch of this.#options.files.read(this.device, stream))
        for (const { text } of batch) readings.push(parseEvent(text)?.hlc ?? '');
    }
    return readings;
  }

  #chain(waiting: Waiting, from: ChainHead) {
    let head = from;
    const events: StreamEvent[] = [];
    const lines: string[] = [];
    for (const [index, draft] of waiting.drafts.entries()) {
      const hlc = this.#clock.next(this.#options.clock.now());
      const at = { device: this.device, member: waiting.member, hlc };
      const left = waiting.drafts.length - index - 1;
      const next = chainEvent(head, at, draft, this.#options.crypto, left);
      head = next.head;
      lines.push(next.line);
      events.push({ stream: draft.stream, event: next.event });
    }
    return { events, lines, head };
  }
}
