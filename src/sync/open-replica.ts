import type { DeviceId, MemberId } from '../shared/ids.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Logger } from '../shared/ports/logger.ts';
import { type Author, createAuthor } from './author.ts';
import { readCard } from './device-card.ts';
import { parseEvent } from './journal-chain.ts';
import {
  type EventToCommit,
  type Position,
  STREAMS,
  type Stream,
  type StreamEvent,
} from './journal-event.ts';
import { type JournalState, MARK_EVERY, surveySealed } from './open-journal.ts';
import type { Crypto, Signer } from './ports/crypto.ts';
import type { JournalFiles } from './ports/journal-files.ts';
import type { JournalProblem, Replica } from './replica.ts';

export type ReplicaOptions = {
  readonly device: DeviceId;
  readonly files: JournalFiles;
  readonly crypto: Crypto;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly logger: Logger;
};

/**
 * Opens a replica over its journals: follows every chain, cuts torn tails off, sets aside what does not follow, and makes this device's
 * author. Throws `StorageError` when the disk refuses.
 */
export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const { files, crypto, device, logger } = options;
  const known = new Set([...(await files.devices()), device]);
  const states = new Map<string, JournalState>();
  const problems: JournalProblem[] = await keptAside(files);
  for (const who of [...known].sort()) {
    const surveyed = await surveyDevice(files, who, crypto, who === device);
    problems.push(...surveyed.problems);
    for (const state of surveyed.states) {
      states.set(positionKey(who, state.stream), state);
      if (state.cut) await files.cut(who, state.stream, state.soundBytes, state.cut.keep);
    }
  }
  for (const problem of problems) {
    logger.warn('journal-problem', {
      code: problem.code,
      device: problem.device,
      stream: problem.stream,
      count: problem.count,
    });
  }
  return new JournalReplica(options, states, problems);
}

/** Where a stream stands in a position. */
export function positionKey(device: DeviceId, stream: Stream): string {
  return `${device}/${stream}`;
}

/** What earlier starts set aside: told until a person has dealt with it. */
async function keptAside(files: JournalFiles): Promise<JournalProblem[]> {
  const kept = await files.kept();
  return kept.map(({ device, stream }) => ({ code: 'quarantined', device, stream, seq: 0, count: 1 }));
}

async function surveyDevice(files: JournalFiles, device: DeviceId, crypto: Crypto, own: boolean) {
  const card = readCard(await files.readDocument(device, 'card'), crypto);
  const states: JournalState[] = [];
  const problems: JournalProblem[] = [];
  if (!card || card.device !== device) {
    problems.push({ code: 'bad-card', device, stream: 'catalog', seq: 0, count: 1 });
    return { states, problems };
  }
  for (const stream of STREAMS) {
    const surveyed = await surveySealed(files, device, stream, card.publicKey, crypto, own);
    states.push(surveyed.state);
    problems.push(...surveyed.problems);
  }
  return { states, problems };
}

class JournalReplica implements Replica {
  readonly device: DeviceId;
  readonly #options: ReplicaOptions;
  readonly #states: Map<string, JournalState>;
  readonly #problems: readonly JournalProblem[];
  readonly #author: Author;
  #sealing: ReturnType<Author['seal']> | undefined;

  constructor(
    options: ReplicaOptions,
    states: Map<string, JournalState>,
    problems: readonly JournalProblem[],
  ) {
    this.#options = options;
    this.#states = states;
    this.#problems = problems;
    this.device = options.device;
    const head = (stream: Stream) => states.get(positionKey(options.device, stream))?.head;
    const catalog = head('catalog');
    const activity = head('activity');
    this.#author = createAuthor({
      ...options,
      heads: { ...(catalog && { catalog }), ...(activity && { activity }) },
    });
    for (const state of states.values()) this.#author.observe(state.head.hlc);
  }

  async *read(after: Position = {}): AsyncIterable<StreamEvent> {
    for (const state of this.#states.values()) {
      yield* this.#readStream(state, after[positionKey(state.device, state.stream)] ?? 0);
    }
  }

  position(): Position {
    const position: Record<string, number> = {};
    for (const [key, state] of this.#states) {
      const seq = state.device === this.device ? this.#author.head(state.stream).seq : state.head.seq;
      if (seq > 0) position[key] = seq;
    }
    return position;
  }

  commit(member: MemberId, events: readonly EventToCommit[]): Promise<readonly StreamEvent[]> {
    return this.#author.commit(member, events);
  }

  problems(): readonly JournalProblem[] {
    return this.#problems;
  }

  async verify(): Promise<{ readonly events: number; readonly problems: readonly JournalProblem[] }> {
    await this.#author.seal();
    const problems: JournalProblem[] = await keptAside(this.#options.files);
    let events = 0;
    for (const device of await this.#options.files.devices()) {
      const surveyed = await surveyDevice(
        this.#options.files,
        device,
        this.#options.crypto,
        device === this.device,
      );
      problems.push(...surveyed.problems);
      for (const state of surveyed.states) events += state.head.seq;
    }
    return { events, problems };
  }

  async close(): Promise<void> {
    this.#sealing ??= this.#author.seal();
    await this.#sealing;
    await this.#options.files.close();
  }

  /** Events after `seq`, up to what was sound at opening or written since. */
  async *#readStream(state: JournalState, seq: number): AsyncIterable<StreamEvent> {
    const { device, stream } = state;
    const last = device === this.device ? this.#author.head(stream).seq : state.head.seq;
    if (seq >= last) return;
    const mark = Math.min(Math.floor(seq / MARK_EVERY), Math.max(0, state.marks.length - 1));
    for await (const batch of this.#options.files.read(device, stream, state.marks[mark] ?? 0)) {
      for (const line of batch) {
        const event = line.complete ? parseEvent(line.text) : undefined;
        if (!event || event.seq > last) return;
        if (event.seq > seq) yield { stream, event };
      }
    }
  }
}
