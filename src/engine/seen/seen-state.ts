import { z } from 'zod';
import { StorageError } from '../../shared/errors.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { STANDINGS, type Standing } from '../../shared/vocabulary/people.ts';
import { bothPlaces, type JournalPlace, journalPlaceSchema } from '../live/journal-place.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const NAME = 'seen';
const counts = z.array(z.tuple([z.string(), z.number()]));
const seenSchema = z.object({
  /** When the person was here last; absent while they have not left for the first time. */
  lastAt: z.number().optional(),
  /** What of the hub was here then; absent in states of earlier versions. */
  place: journalPlaceSchema.optional(),
  /** What the hub had when the person came in, as its devices told then: also what arrived later. */
  met: journalPlaceSchema.optional(),
  /** What was here when this device opened the hub for the first time. */
  begun: journalPlaceSchema.optional(),
  /** How much of what others said about a request they have seen. */
  requests: counts,
  /** They wait, or were removed; stays until they were told that they are in. */
  outside: z.enum(STANDINGS).exclude(['member']).optional(),
  /** How much of it the system told them of. */
  told: counts.optional(),
});

const FIRST_VISIT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the person at this device has seen. Local to the device: nobody else learns it. */
export class SeenState {
  readonly #local: LocalStore;
  readonly #kept: z.infer<typeof seenSchema>;
  readonly #requests: Map<string, number>;
  readonly #told: Map<string, number>;
  /** The day from which on something counts as new, for people. Milliseconds since 1970. */
  readonly since: number;

  private constructor(local: LocalStore, since: number, kept: z.infer<typeof seenSchema>) {
    this.#local = local;
    this.since = since;
    this.#kept = kept;
    this.#requests = new Map(kept.requests);
    this.#told = new Map(kept.told);
  }

  /**
   * Loads what was seen; on the first visit the last month counts as new. `here` is what of the hub is here by now. Where that can't be
   * kept the next start begins with what is here then: no reason to stay closed.
   */
  static async open(
    { local, logger }: { readonly local: LocalStore; readonly logger: Logger },
    now: number,
    here: JournalPlace,
  ): Promise<SeenState> {
    const kept = await loadSeen(local);
    if (kept.begun === undefined) {
      kept.begun = here;
      await local.save(NAME, kept).catch((error: unknown) => {
        if (!(error instanceof StorageError)) throw error;
        logger.warn('seen-not-kept', { failure: error.failure });
      });
    }
    return new SeenState(local, kept.lastAt ?? now - FIRST_VISIT_DAYS * DAY_MS, kept);
  }

  /** Notes what the hub had when the person came in. Before the state is opened for the first time. */
  static async cameIn(local: LocalStore, met: JournalPlace): Promise<void> {
    await local.save(NAME, { ...(await loadSeen(local)), met });
  }

  /** What of the hub the person had when they left the last time; `undefined` on the first visit. */
  get before(): JournalPlace | undefined {
    return this.#kept.place;
  }

  /** What of the hub is here, with what was promised when the person came in. */
  withMet(here: JournalPlace): JournalPlace {
    return this.#kept.met === undefined ? here : bothPlaces(here, this.#kept.met);
  }

  /** What the hub had when this device came in: no news to anybody here, also where it arrived later. */
  get cameInAt(): JournalPlace {
    return this.withMet(this.#kept.begun ?? {});
  }

  /** What they were before they were let in, while they have not been told; or what they are while they are not in. */
  get outside(): Exclude<Standing, 'member'> | undefined {
    return this.#kept.outside;
  }

  /** Notes that they are not in. Throws `StorageError`. */
  async noteOutside(standing: Exclude<Standing, 'member'>): Promise<void> {
    if (this.#kept.outside === standing) return;
    this.#kept.outside = standing;
    await this.#save(this.#kept);
  }

  /** They know that they are in. Throws `StorageError`. */
  async toldIn(): Promise<void> {
    if (this.#kept.outside === undefined) return;
    delete this.#kept.outside;
    await this.#save(this.#kept);
  }

  /** How much of what others said about a request was seen. */
  seenOf(request: string): number {
    return this.#requests.get(request) ?? 0;
  }

  /** Of how much of it they were told, or have seen it themselves. */
  toldOf(request: string): number {
    return Math.max(this.#told.get(request) ?? 0, this.seenOf(request));
  }

  /** Notes that so much was seen. Says whether that is news. */
  see(request: string, said: number): Promise<boolean> {
    return this.#count(this.#requests, request, said);
  }

  /** Notes that they were told of so much. Says whether that is news. */
  tell(request: string, said: number): Promise<boolean> {
    return this.#count(this.#told, request, said);
  }

  /** Ends the visit: what comes after `here` is new the next time. */
  async leave(now: number, here: JournalPlace): Promise<void> {
    await this.#save({ ...this.#kept, lastAt: now, place: this.withMet(here) });
  }

  async #count(counts: Map<string, number>, request: string, said: number): Promise<boolean> {
    if ((counts.get(request) ?? 0) >= said) return false;
    counts.set(request, said);
    await this.#save(this.#kept);
    return true;
  }

  async #save(kept: z.infer<typeof seenSchema>): Promise<void> {
    await this.#local.save(NAME, { ...kept, requests: [...this.#requests], told: [...this.#told] });
  }
}

async function loadSeen(local: LocalStore): Promise<z.infer<typeof seenSchema>> {
  const parsed = seenSchema.safeParse(await local.load(NAME));
  return parsed.success ? parsed.data : { requests: [] };
}
