import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical-json.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { assetIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { DeviceList } from '../live/device-list.ts';
import { type JournalPlace, journalPlaceSchema } from '../live/journal-place.ts';
import type { LocalStore } from '../ports/snapshots.ts';

/** What this device notes of kits for the person at it: which are pinned, and how much of each they have seen. */

const noteSchema = z.object({
  kit: z.string(),
  pinnedAt: z.number().optional(),
  /** Of a smart one that is pinned: what its query found last. */
  holds: z.array(assetIdSchema).optional(),
  /** When they looked last, and what of the hub was known then. */
  looked: z.object({ at: z.number(), place: journalPlaceSchema }).optional(),
  /** Of which recall (by its time, milliseconds since 1970) they know. */
  recall: z.number().optional(),
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
    const { pinnedAt: _, holds: __, ...note } = this.#of(kit) ?? { kit };
    await this.#put(pinned ? { ...note, pinnedAt: at } : note);
    return true;
  }

  /** What the query of a pinned smart kit found last. */
  heldBy(kit: string): readonly string[] {
    return this.#of(kit)?.holds ?? [];
  }

  /** Notes what the query of a pinned smart kit finds now. Says whether that is another thing. */
  async hold(kit: string, assets: readonly string[]): Promise<boolean> {
    const note = this.#of(kit);
    const before = note?.holds ?? [];
    if (note?.pinnedAt === undefined || canonicalJson(before) === canonicalJson(assets)) return false;
    await this.#put({ ...note, holds: [...assets] });
    return true;
  }

  /** When they looked at a kit last, and what they had before them. */
  lookedAt(kit: string): Note['looked'] {
    return this.#of(kit)?.looked;
  }

  look(kit: string, at: number, place: JournalPlace): Promise<void> {
    return this.#put({ ...(this.#of(kit) ?? { kit }), looked: { at, place } });
  }

  /** Whether they know of a recall. */
  knowsRecall(kit: string, at: number): boolean {
    return this.#of(kit)?.recall === at;
  }

  /** They know of it now. Says whether that is news. */
  async seeRecall(kit: string, at: number): Promise<boolean> {
    if (this.knowsRecall(kit, at)) return false;
    await this.#put({ ...(this.#of(kit) ?? { kit }), recall: at });
    return true;
  }

  /** Whether they have looked at it, or pinned it. */
  isInHand(kit: string): boolean {
    const note = this.#of(kit);
    return note?.looked !== undefined || note?.pinnedAt !== undefined;
  }

  #of(kit: string): Note | undefined {
    return this.#list.items.find((note) => note.kit === kit);
  }

  async #put(note: Note): Promise<void> {
    const others = this.#list.items.filter(({ kit }) => kit !== note.kit);
    await this.#list.set([...others, note].slice(-MOST));
  }
}
