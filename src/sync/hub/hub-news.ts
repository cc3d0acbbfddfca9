import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { Journals } from '../journal/journals.ts';
import type { HubHead } from './hub-head.ts';
import { NEWS_PREFIX, PULSE_KEY } from './hub-layout.ts';
import { isHere, type Note, newsFrom, noteKey, readNote, tellsOf } from './news.ts';
import { type Metered, type ObjectStore, StoreError } from './object-store.ts';

/** This device has something to do, and nobody else has written. */
export const NOBODY_ELSE: Whom = { all: false, devices: new Set(), newest: new Map(), bundlers: [] };

/** A pulse is the name of a note. */
const PULSE_LIMIT = 256;
/** As many names as a store gives at once. */
const PAGE = 1000;
/** A note may become visible, or be written, this long after the time in its name. Milliseconds. */
const LATE_MS = 5 * 60_000;
/** Without a changed pulse (somebody may not write it) news are looked for so often. Milliseconds. */
const ANYWAY_MS = 5 * 60_000;
/** How often every device is looked at, whatever the news say. Milliseconds. */
const SWEEP_MS = 24 * 60 * 60 * 1000;
/** Devices that are tried again at one look, and looks between two tries at most. */
const RETRIES = 16;
const MOST_LOOKS = 64;
/** Tries for a note that nothing comes of: a head that has not arrived, or somebody's invention. */
const MOST_TRIES = 8;
/** Older notes in this device's name that are removed at once: one is its own, more are somebody's invention. */
const MOST_REMOVED = 16;
/** Names of notes that are remembered. */
const REMEMBERED = 20_000;

/** Whom to ask after. */
export type Whom = {
  /** Whether it is everybody who is known or listed, but those all of whose news are here. */
  readonly all: boolean;
  /** Whose news are not here, or whose trouble may be over. */
  readonly devices: ReadonlySet<DeviceId>;
  /** The newest note of every device that was heard of. */
  readonly newest: ReadonlyMap<DeviceId, Note>;
  /** The devices whose heads name bundles, the newest first. */
  readonly bundlers: readonly DeviceId[];
};

type NewsParts = {
  readonly store: ObjectStore;
  readonly metered: Metered;
  readonly journals: Journals;
  readonly crypto: Crypto;
  readonly logger: Logger;
};

type Retry = { tries: number; atLook: number; readonly notes: Map<string, Note> };
type Look = {
  readonly pulse: string;
  readonly at: number;
  readonly after: string;
  readonly whole: boolean;
  readonly behind: boolean;
  readonly streams: string;
};

/**
 * What is new in a hub whose store is metered: an idle device makes one GET a look, and one LIST where something was written since, however many
 * devices there are. Nothing here is believed: news only say whose heads to read, and a sweep a day needs none.
 */
export class HubNews {
  readonly #parts: NewsParts;
  readonly #seen = new Set<string>();
  readonly #retries = new Map<DeviceId, Retry>();
  /** Notes of this device that lie in the hub, as far as they are known. */
  readonly #own = new Set<string>();
  #pulse: string | undefined;
  #listedAt = Number.NEGATIVE_INFINITY;
  #sweptAt = Number.NEGATIVE_INFINITY;
  /** From where the next listing goes; undefined while nothing was listed. */
  #after: string | undefined;
  /** A listing had more than a page. */
  #behind = false;
  #looks = 0;
  /** What this look found, which counts once it was dealt with. */
  #look: Look | undefined;
  #notes = new Map<string, Note>();
  #streams = '';

  constructor(parts: NewsParts) {
    this.#parts = parts;
  }

  /**
   * Whom to ask after now; `undefined` where nothing was written. Call {@link settle} once they were asked; without it the next look finds the same
   * again. Nobody in particular is to be asked, but the hub, where its pulse is gone.
   */
  async whom(streams: readonly Stream[], signal?: Cancellation): Promise<Whom | undefined> {
    const { store, metered } = this.#parts;
    this.#looks += 1;
    const now = metered.now();
    const whole = Math.abs(now - this.#sweptAt) > SWEEP_MS || this.#streams !== streams.join();
    // Before the listing: what is written after it shows at the next look.
    const pulse = this.#behind ? this.#pulse : await this.#readPulse(signal);
    // Where it was before and is not now, the hub itself may be another one, or away.
    const isGone = pulse === '' && (this.#pulse ?? '') !== '';
    const isNew = pulse !== this.#pulse || this.#behind || Math.abs(now - this.#listedAt) > ANYWAY_MS;
    this.#notes = new Map();
    this.#look = undefined;
    if (whole || isNew) {
      const from = whole ? {} : { ...(this.#after !== undefined && { after: this.#after }), atMost: PAGE };
      const { objects, more } = await store.list(NEWS_PREFIX, { ...from, signal });
      for (const { key } of objects) this.#take(key, whole);
      const last = objects.reduce((greatest, { key }) => (key > greatest ? key : greatest), '');
      // Of what is dated ahead more than clocks differ, a page is enough: whoever made it up would have everybody list it first.
      const behind = more === true && !whole && last !== '' && last < newsFrom(now + LATE_MS);
      const after = behind ? last : newsFrom(now - LATE_MS);
      this.#look = { pulse: pulse ?? '', at: now, after, whole, behind, streams: streams.join() };
    }
    const whom = await this.#asked(streams, whole);
    if (whole || isGone || whom.devices.size > 0) return whom;
    // Nobody is asked after: with that, this look is dealt with.
    await this.settle(whom, streams, () => false, []);
    return undefined;
  }

  /** Those that were asked after have answered: `hasTrouble` says of whom it is to be tried again. */
  async settle(
    { devices, all }: Whom,
    streams: readonly Stream[],
    hasTrouble: (device: DeviceId) => boolean,
    troubled: Iterable<DeviceId>,
  ): Promise<void> {
    for (const [key, note] of this.#notes) {
      this.#remember(key);
      if (await isHere(note, this.#parts.journals, streams)) continue;
      this.#retryOf(note.device).notes.set(key, note);
    }
    for (const device of all ? troubled : devices) if (hasTrouble(device)) this.#retryOf(device);
    for (const [device, retry] of [...this.#retries]) {
      for (const [key, note] of [...retry.notes])
        if (await isHere(note, this.#parts.journals, streams)) retry.notes.delete(key);
      const isOver = retry.notes.size === 0 || retry.tries >= MOST_TRIES;
      if (!hasTrouble(device) && isOver) this.#retries.delete(device);
      else if (retry.tries === 0 || (devices.has(device) && retry.atLook <= this.#looks)) {
        retry.tries += 1;
        retry.atLook = this.#looks + Math.min(MOST_LOOKS, 2 ** Math.min(retry.tries - 1, 10));
      }
    }
    if (this.#look === undefined) return;
    this.#pulse = this.#look.pulse;
    this.#listedAt = this.#look.at;
    this.#after = this.#look.after;
    this.#behind = this.#look.behind;
    this.#streams = this.#look.streams;
    if (this.#look.whole) this.#sweptAt = this.#look.at;
    this.#look = undefined;
  }

  /** Everything is looked at at the next look: what was dealt with may not have been. */
  forget(): void {
    this.#sweptAt = Number.NEGATIVE_INFINITY;
  }

  /** The hub may have lost what this device has told in it: its head is told of anew, also where it is the same as before. */
  untold(): void {
    this.#own.clear();
  }

  /** Whether a head of this device was told of, as far as this process knows. */
  isTold(head: HubHead | undefined): boolean {
    return head === undefined || this.#ownNotes().some((note) => tellsOf(note, head));
  }

  /**
   * Tells that this device has written a head: a note, then the pulse, then older notes of this device are removed. A store that does not allow it
   * is no failure: the others see the head at their next sweep.
   */
  async tell(head: HubHead, signal?: Cancellation): Promise<void> {
    if (this.isTold(head)) return;
    const { store, metered, crypto, logger } = this.#parts;
    const older = [...this.#own].slice(0, MOST_REMOVED);
    try {
      let key = noteKey(head, metered.now());
      await store.put(key, new Uint8Array(), { signal });
      // It took so long that readers may have passed its place.
      if (Math.abs(metered.now() - (readNote(key)?.at ?? 0)) > LATE_MS / 2) {
        older.push(key);
        key = noteKey(head, metered.now());
        await store.put(key, new Uint8Array(), { signal });
      }
      await store.put(PULSE_KEY, crypto.utf8(key), { signal });
      this.#own.add(key);
      for (const one of older) {
        if (one !== key) await store.remove(one, { signal });
        if (one !== key) this.#own.delete(one);
      }
    } catch (error) {
      if (!(error instanceof StoreError) || error.failure !== 'denied') throw error;
      logger.warn('news-not-told', { failure: error.failure });
    }
  }

  async #readPulse(signal: Cancellation | undefined): Promise<string> {
    const { store, crypto } = this.#parts;
    try {
      const bytes = await store.get(PULSE_KEY, { limit: PULSE_LIMIT, signal });
      return (bytes && crypto.text(bytes)) ?? '';
    } catch (error) {
      if (error instanceof StoreError && error.failure === 'too-large') return '';
      throw error;
    }
  }

  #take(key: string, whole: boolean): void {
    const note = readNote(key);
    if (note === undefined) return;
    if (note.device === this.#parts.journals.device) this.#own.add(key);
    if (whole || !this.#seen.has(key)) this.#notes.set(key, note);
  }

  async #asked(streams: readonly Stream[], whole: boolean): Promise<Whom> {
    const { journals } = this.#parts;
    const notes = [...this.#notes.values()].sort((a, b) => a.at - b.at);
    const devices = new Set<DeviceId>();
    for (const note of notes) if (!(await isHere(note, journals, streams))) devices.add(note.device);
    const due = [...this.#retries].filter(([, { atLook }]) => atLook <= this.#looks).slice(0, RETRIES);
    for (const [device] of due) devices.add(device);
    const bundles = notes.filter(({ bundle }) => bundle).reverse();
    return {
      all: whole,
      devices,
      newest: new Map(notes.map((note) => [note.device, note])),
      bundlers: [...new Set(bundles.map(({ device }) => device))],
    };
  }

  #retryOf(device: DeviceId): Retry {
    const retry = this.#retries.get(device) ?? { tries: 0, atLook: this.#looks, notes: new Map() };
    this.#retries.set(device, retry);
    return retry;
  }

  #remember(key: string): void {
    this.#seen.delete(key);
    this.#seen.add(key);
    if (this.#seen.size <= REMEMBERED) return;
    const [oldest] = this.#seen;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }

  #ownNotes(): Note[] {
    return [...this.#own].flatMap((key) => readNote(key) ?? []);
  }
}
