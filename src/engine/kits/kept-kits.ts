import { z } from 'zod';
import type { Logger } from '../../shared/ports/logger.ts';
import { DeviceList } from '../live/device-list.ts';
import { type JournalPlace, journalPlaceSchema } from '../live/journal-place.ts';
import type { LocalStore } from '../ports/snapshots.ts';

/** What this device notes of kits for the person at it: which are pinned, and how much of each they have seen. */

const noteSchema = z.object({
  kit: z.string(),
  pinnedAt: z.number().optional(),
  /** When they looked last, and what of the hub was known then. */
  looked: z.object({ at: z.number(), place: journalPlaceSchema }).optional(),
});
type Note = z.infer<typeof noteSchema>;

/** Notes of more kits would be of ones that nobody opens any more. */
const MOST = 2000;

export class KeptKits {
  readonly #list: DeviceList<Note>;

  private constructor(list: DeviceList<Note>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<KeptKits> {
    return new KeptKits(await DeviceList.open(local, 'kits', noteSchema, logger));
  }

  isPinned(kit: string): boolean {
    return this.#of(kit)?.pinnedAt !== undefined;
  }

  /** The pinned ones, the last first. */
  pinned(): readonly string[] {
    return this.#list.items
      .filter(({ pinnedAt }) => pinnedAt !== undefined)
      .sort((a, b) => (b.pinnedAt ?? 0) - (a.pinnedAt ?? 0))
      .map(({ kit }) => kit);
  }

  /** Says whether that changed something. */
  async pin(kit: string, pinned: boolean, at: number): Promise<boolean> {
    if (this.isPinned(kit) === pinned) return false;
    const { pinnedAt: _, ...note } = this.#of(kit) ?? { kit };
    await this.#put(pinned ? { ...note, pinnedAt: at } : note);
    return true;
  }

  /** When they looked at a kit last, and what they had before them. */
  lookedAt(kit: string): Note['looked'] {
    return this.#of(kit)?.looked;
  }

  look(kit: string, at: number, place: JournalPlace): Promise<void> {
    return this.#put({ ...(this.#of(kit) ?? { kit }), looked: { at, place } });
  }

  #of(kit: string): Note | undefined {
    return this.#list.items.find((note) => note.kit === kit);
  }

  async #put(note: Note): Promise<void> {
    const others = this.#list.items.filter(({ kit }) => kit !== note.kit);
    await this.#list.set([...others, note].slice(-MOST));
  }
}
