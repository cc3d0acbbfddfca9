import { type ObjectStore, USUAL_LIMIT } from '../../src/sync/hub/object-store.ts';
import { storeWith } from '../support/sync/store-with.ts';

const KB = 1024;
const MB = 1024 * KB;

/**
 * The most that may be asked of an object of each kind at once, as `src/sync/README.md` and the issue state it: written down once more, so that a
 * cap that is lifted in `src/sync/limits.ts` shows.
 */
const CAPS: readonly (readonly [RegExp, number])[] = [
  [/^hub\.json$/, 16 * KB],
  [/^news\//, 256],
  [/\/card\.json$/, 16 * KB],
  [/\/head\.json$/, 2 * MB],
  [/\.jsonl$/, 16 * MB],
  [/\/bundles\//, 64 * MB],
  [/^blobs\//, 16 * MB],
];

/** Counted since it was asked last. */
export type Counts = { readonly calls: number; readonly bytes: number };

/** What one device asks of its hub, over all its processes. */
export class Work {
  #calls = 0;
  #bytes = 0;
  /** Objects of which more was asked than any of their kind may have. */
  readonly excess: string[] = [];
  /** The most bytes of segments that were asked for side by side. */
  mostInFlight = 0;

  /** Calls, and bytes that the store gave, since this was asked last. */
  take(): Counts {
    const counts = { calls: this.#calls, bytes: this.#bytes };
    this.#calls = 0;
    this.#bytes = 0;
    return counts;
  }

  /** The store of one process, which is counted. */
  watch(store: ObjectStore): ObjectStore {
    // Of this process: what one that was killed had asked for, nobody holds any more.
    let inFlight = 0;
    return storeWith(store, {
      get: async (key, options) => {
        this.#calls += 1;
        const asked = options?.limit ?? USUAL_LIMIT;
        this.#checkCap(key, asked);
        const held = key.endsWith('.jsonl') ? asked : 0;
        inFlight += held;
        this.mostInFlight = Math.max(this.mostInFlight, inFlight);
        try {
          const bytes = await store.get(key, options);
          this.#bytes += bytes?.length ?? 0;
          return bytes;
        } finally {
          inFlight -= held;
        }
      },
      open: async (key, options) => {
        this.#calls += 1;
        const pieces = await store.open(key, options);
        return pieces && this.#counted(pieces);
      },
      stat: (key, options) => this.#called(store.stat(key, options)),
      list: (prefix, options) => this.#called(store.list(prefix, options)),
      put: (key, bytes, options) => this.#called(store.put(key, bytes, options)),
      putIfAbsent: (key, content, options) => this.#called(store.putIfAbsent(key, content, options)),
      remove: (key, options) => this.#called(store.remove(key, options)),
    });
  }

  #called<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#calls += 1;
    return answer;
  }

  #checkCap(key: string, asked: number): void {
    const cap = CAPS.find(([kind]) => kind.test(key))?.[1] ?? 0;
    if (asked > cap) this.excess.push(`${asked} bytes of ${key}`);
  }

  async *#counted(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const piece of pieces) {
      this.#bytes += piece.length;
      yield piece;
    }
  }
}
