import type { VersionBody } from '../../domain/versions/version-body.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { documentKind } from '../assets/version-view.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { RecognitionNotes } from './recognition-notes.ts';
import type { RecognizedWords } from './with-recognized.ts';

/** What was found is written down after so many pages: all of it is written each time. */
const KEPT_EVERY = 10;

/** The pages of a version whose pictures are looked at, and what was found on them, from before a restart too. */
export class VersionPages {
  readonly #ports: BasePorts;
  readonly #notes: RecognitionNotes;
  readonly #body: VersionBody;
  readonly #pages: Map<number, RecognizedWords | null>;
  #unkept = 0;

  private constructor(
    ports: BasePorts,
    notes: RecognitionNotes,
    body: VersionBody,
    pages: Map<number, RecognizedWords | null>,
  ) {
    this.#ports = ports;
    this.#notes = notes;
    this.#body = body;
    this.#pages = pages;
  }

  static async open(ports: BasePorts, notes: RecognitionNotes, body: VersionBody): Promise<VersionPages> {
    return new VersionPages(ports, notes, body, await notes.pagesOf(body.id));
  }

  /** Looks at a page, unless that was done. Nothing comes of it where it is cancelled. */
  async look(page: number, signal: Cancellation): Promise<void> {
    if (this.#pages.has(page)) return;
    const words = await this.#wordsOf(page, signal);
    if (words === undefined) return;
    this.#pages.set(page, words);
    this.#unkept += 1;
    if (this.#unkept >= KEPT_EVERY) await this.keep();
  }

  /** What was found, by page. */
  found(): ReadonlyMap<number, RecognizedWords> {
    return new Map([...this.#pages].flatMap(([page, words]) => (words === null ? [] : [[page, words]])));
  }

  /** Writes down what is not yet. */
  async keep(): Promise<void> {
    if (this.#unkept === 0) return;
    this.#unkept = 0;
    await this.#notes.keepPages(this.#body.id, this.#pages);
  }

  /** As `#recognize`, and noted, so that a page which ends the process is not begun for ever. */
  async #wordsOf(page: number, signal: Cancellation): Promise<RecognizedWords | null | undefined> {
    const { id } = this.#body;
    if (!(await this.#notes.begin(id, page))) return null;
    let words: RecognizedWords | null | undefined;
    try {
      words = await this.#recognize(page, signal);
    } finally {
      await this.#notes.ended(id, page, words === undefined);
    }
    return words;
  }

  /** The words of a page; `null` where there are none or it asks for too much; undefined where it was cancelled. */
  async #recognize(page: number, signal: Cancellation): Promise<RecognizedWords | null | undefined> {
    const { sha256, kind } = this.#body;
    const { home, extractor } = this.#ports;
    try {
      const seen = await extractor.recognize(home.blobs.path(sha256), documentKind(kind), page, signal);
      return seen.found === 'words' ? { text: seen.text, recognized: seen.recognized } : null;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }
}
