import type { MemberId } from '../../shared/vocabulary/ids.ts';
import type { Author } from './author.ts';
import { parseEvent } from './journal-chain.ts';
import type { EventToCommit, Position, StreamEvent } from './journal-event.ts';
import { type KeptJournals, positionKey } from './kept-journals.ts';
import type { JournalProblem, Replica } from './replica.ts';

/** A replica over its journals. */
export class JournalReplica implements Replica {
  readonly journals: KeptJournals;
  readonly #author: Author;
  readonly #problems: readonly JournalProblem[];
  readonly #verify: Replica['verify'];
  readonly #closeFiles: () => Promise<void>;
  #sealing: ReturnType<Author['seal']> | undefined;

  constructor(parts: {
    readonly journals: KeptJournals;
    readonly author: Author;
    readonly problems: readonly JournalProblem[];
    readonly verify: Replica['verify'];
    readonly closeFiles: () => Promise<void>;
  }) {
    this.journals = parts.journals;
    this.#author = parts.author;
    this.#problems = parts.problems;
    this.#verify = parts.verify;
    this.#closeFiles = parts.closeFiles;
  }

  get device() {
    return this.journals.device;
  }

  async *read(after: Position = {}): AsyncIterable<StreamEvent> {
    // As they are now: what is received while somebody reads comes with the next reading.
    for (const { device, stream } of [...this.journals.states()]) {
      for await (const line of this.journals.lines(device, stream, after[positionKey(device, stream)] ?? 0)) {
        const event = parseEvent(line.text);
        if (!event) break;
        yield { stream, event };
      }
    }
  }

  position(): Position {
    const position: Record<string, number> = {};
    for (const { device, stream } of this.journals.states()) {
      const { seq } = this.journals.head(device, stream);
      if (seq > 0) position[positionKey(device, stream)] = seq;
    }
    return position;
  }

  commit(member: MemberId, events: readonly EventToCommit[]): Promise<readonly StreamEvent[]> {
    return this.#author.commit(member, events);
  }

  problems(): readonly JournalProblem[] {
    return this.#problems;
  }

  verify(): ReturnType<Replica['verify']> {
    return this.#verify();
  }

  async close(): Promise<void> {
    this.#sealing ??= this.#author.seal();
    await this.#sealing;
    await this.#closeFiles();
  }
}
