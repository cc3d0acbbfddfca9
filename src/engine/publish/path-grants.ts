import type { Clock } from '../../shared/ports/clock.ts';
import type { Random } from '../../shared/ports/random.ts';
import { says } from '../../shared/says/says.ts';
import { invalid } from '../base/refusal.ts';

/** How long a grant may wait to be used. */
const EXPIRES_MS = 10 * 60 * 1000;

/** Leave to read paths that a person chose. The window holds the token only; each is good once and for a while. */
export class PathGrants {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #grants = new Map<string, { readonly paths: readonly string[]; readonly until: number }>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Registers paths; the token stands for them. */
  add(paths: readonly string[]): { readonly grant: string; readonly count: number } {
    const now = this.#clock.now();
    for (const [token, { until }] of this.#grants) if (until < now) this.#grants.delete(token);
    const bytes = [...this.#random.bytes(16)];
    const grant = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#grants.set(grant, { paths: [...paths], until: now + EXPIRES_MS });
    return { grant, count: paths.length };
  }

  /** The paths of a token, which stays good: for what may fail and be tried again. Throws `Refusal` INVALID. */
  look(grant: string): readonly string[] {
    const found = this.#grants.get(grant);
    if (found === undefined || found.until < this.#clock.now()) {
      throw invalid(says('publish.folder-gone'));
    }
    return found.paths;
  }

  /** The paths of a token, once. Throws `Refusal` INVALID. */
  take(grant: string): readonly string[] {
    const found = this.#grants.get(grant);
    this.#grants.delete(grant);
    if (found === undefined || found.until < this.#clock.now()) {
      throw invalid(says('publish.files-gone'));
    }
    return found.paths;
  }
}
