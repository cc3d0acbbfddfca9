import { z } from 'zod';
import { MOST_TEXT_PAGES } from '../../shared/limits.ts';
import { areBoxesOf } from '../../shared/recognized-words.ts';
import type { LocalStore } from '../ports/snapshots.ts';
import type { RecognizedWords } from './with-recognized.ts';

const NOTES = 'recognition';
const PAGES = 'recognized-pages';
/** How often a page may have been begun when the process ended before the page is left alone. */
const MOST_BEGUN = 2;

const notesSchema = z.object({
  v: z.literal(1),
  /** Whether words are recognized on this device at all, as far as it is its person's choice. */
  on: z.boolean().default(true),
  /** By version: which recognizer has looked at all of its pages. */
  looked: z.record(z.string(), z.number()).default({}),
  /** The pages that are being looked at, by version and number, and how often that was begun. */
  begunPages: z.record(z.string(), z.number()).default({}),
});
type Notes = z.infer<typeof notesSchema>;

const wordsSchema = z.object({
  text: z.string(),
  recognized: z.object({ confidence: z.number().min(0).max(100), boxes: z.array(z.number()) }),
});

/** The pages of the one version that is being looked at; `null`: there are no words on it. */
const pagesSchema = z.object({
  v: z.literal(1),
  version: z.string(),
  recognizer: z.number(),
  pages: z.array(z.tuple([z.number(), wordsSchema.nullable()])).max(MOST_TEXT_PAGES),
});

/** What this device remembers of recognizing, so that it goes on where it was after a restart. */
export class RecognitionNotes {
  readonly #local: LocalStore;
  readonly #recognizer: number;
  /** How many look at each page now. */
  readonly #now = new Map<string, number>();
  #notes: Notes;

  private constructor(local: LocalStore, recognizer: number, notes: Notes) {
    this.#local = local;
    this.#recognizer = recognizer;
    this.#notes = notes;
  }

  /** Loads them; what does not fit is as if it had not been noted. `recognizer`: another number than before has all looked at again. */
  static async open(local: LocalStore, recognizer: number): Promise<RecognitionNotes> {
    const saved = notesSchema.safeParse(await local.load(NOTES));
    return new RecognitionNotes(local, recognizer, saved.success ? saved.data : notesSchema.parse({ v: 1 }));
  }

  get isOn(): boolean {
    return this.#notes.on;
  }

  async setOn(on: boolean): Promise<void> {
    await this.#save({ ...this.#notes, on });
  }

  /** Whether all pages of a version have been looked at. */
  hasLookedAt(version: string): boolean {
    return this.#notes.looked[version] === this.#recognizer;
  }

  async lookedAt(version: string): Promise<void> {
    await this.#save({ ...this.#notes, looked: { ...this.#notes.looked, [version]: this.#recognizer } });
    await this.#local.save(PAGES, null);
  }

  /** Notes that a page is begun; false where it ended the process before, as often as a page may. Each that is begun is ended. */
  async begin(version: string, page: number): Promise<boolean> {
    const key = keyOf(version, page);
    const [holders, times] = [this.#now.get(key) ?? 0, this.#notes.begunPages[key] ?? 0];
    if (holders === 0 && times >= MOST_BEGUN) return false;
    this.#now.set(key, holders + 1);
    // Who looks at it at the same time does not begin it again.
    if (holders > 0) return true;
    await this.#save({ ...this.#notes, begunPages: { ...this.#notes.begunPages, [key]: times + 1 } });
    return true;
  }

  /** A page that was begun did not end the process. Written down with what is noted next, or at once where it was broken off. */
  async ended(version: string, page: number, brokenOff: boolean): Promise<void> {
    const key = keyOf(version, page);
    const holders = (this.#now.get(key) ?? 1) - 1;
    if (holders > 0) {
      this.#now.set(key, holders);
      return;
    }
    this.#now.delete(key);
    const { [key]: _, ...begunPages } = this.#notes.begunPages;
    this.#notes = { ...this.#notes, begunPages };
    if (brokenOff) await this.#save(this.#notes);
  }

  /** The pages of a version that were looked at before; `null`: without words. */
  async pagesOf(version: string): Promise<Map<number, RecognizedWords | null>> {
    const saved = pagesSchema.safeParse(await this.#local.load(PAGES));
    if (!saved.success || saved.data.version !== version || saved.data.recognizer !== this.#recognizer)
      return new Map();
    return new Map(
      saved.data.pages.filter(
        ([, words]) => words === null || areBoxesOf(words.text, words.recognized.boxes),
      ),
    );
  }

  async keepPages(version: string, pages: ReadonlyMap<number, RecognizedWords | null>): Promise<void> {
    await this.#local.save(PAGES, { v: 1, version, recognizer: this.#recognizer, pages: [...pages] });
  }

  async #save(notes: Notes): Promise<void> {
    this.#notes = notes;
    await this.#local.save(NOTES, notes);
  }
}

function keyOf(version: string, page: number): string {
  return `${version}/${page}`;
}
