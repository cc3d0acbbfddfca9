import { z } from 'zod';
import { languageSchema } from '../../contract/common.ts';
import { MOST_PREFERRED_LANGUAGES } from '../../shared/limits.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const codes = z.array(languageSchema).max(MOST_PREFERRED_LANGUAGES);

const storedSchema = z.object({
  chosen: codes.nullable().catch(null).default(null),
  spoken: codes.catch([]).default([]),
});
type Stored = z.infer<typeof storedSchema>;

/** In which languages the person at this device wants documents. Kept here and never shared; of the device and not of a window, because what is kept offline goes by it. */
export class PreferredLanguages {
  readonly #local: LocalStore;
  #stored: Stored;

  private constructor(local: LocalStore, stored: Stored) {
    this.#local = local;
    this.#stored = stored;
  }

  /** Loads them; what does not fit is as if it had not been said. Throws `StorageError`. */
  static async open(local: LocalStore): Promise<PreferredLanguages> {
    const stored = storedSchema.safeParse((await local.load('languages')) ?? {});
    return new PreferredLanguages(local, stored.success ? stored.data : storedSchema.parse({}));
  }

  /** What the person chose, codes, best first; null: as the window and the system. */
  get chosen(): readonly string[] | null {
    return this.#stored.chosen;
  }

  /** What the window and the system spoke last, codes, best first; empty where there was no window yet. */
  get spoken(): readonly string[] {
    return this.#stored.spoken;
  }

  /** What is preferred, codes, best first. The same value as long as nobody says anything else. */
  get inOrder(): readonly string[] {
    return this.chosen ?? this.spoken;
  }

  /** Chooses languages, codes, best first, or (null) follows the window and the system. Says whether that changes what is preferred. */
  choose(languages: readonly string[] | null): Promise<boolean> {
    return this.#keep({ ...this.#stored, chosen: languages && [...languages] });
  }

  /** Notes what the window and the system speak, codes, best first. Says whether that changes what is preferred. */
  speak(languages: readonly string[]): Promise<boolean> {
    return this.#keep({ ...this.#stored, spoken: [...languages] });
  }

  async #keep(next: Stored): Promise<boolean> {
    const before = this.#stored;
    if (JSON.stringify(before) === JSON.stringify(next)) return false;
    const wanted = JSON.stringify(this.inOrder);
    this.#stored = next;
    await this.#local.save('languages', next);
    return JSON.stringify(next.chosen ?? next.spoken) !== wanted;
  }
}
