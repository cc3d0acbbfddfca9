import type { HubLocation } from '../../shared/hub-location.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Random } from '../../shared/ports/random.ts';

/** How long a place that was looked at may wait to be used: somebody may have to ask a colleague in between. */
const EXPIRES_MS = 60 * 60 * 1000;

/** Places that a window looked at, by tokens: what was looked at is what is shared or joined, and no path goes back and forth. */
export class PlaceGrants {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #grants = new Map<string, { readonly location: HubLocation; readonly until: number }>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** A token that stands for a location. */
  add(location: HubLocation): string {
    const now = this.#clock.now();
    for (const [token, { until }] of this.#grants) if (until < now) this.#grants.delete(token);
    const bytes = [...this.#random.bytes(16)];
    const token = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#grants.set(token, { location, until: now + EXPIRES_MS });
    return token;
  }

  /** The location of a token, which stays good; `undefined` where it is none of a place, or too old. */
  look(token: string): HubLocation | undefined {
    const found = this.#grants.get(token);
    return found !== undefined && found.until >= this.#clock.now() ? found.location : undefined;
  }
}
