import { z } from 'zod';
import { bothPlaces, type JournalPlace, journalPlaceSchema } from '../live/journal-place.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const NAME = 'seen';
const seenSchema = z.object({
  /** When the person was here last; absent while they have not left for the first time. */
  lastAt: z.number().optional(),
  /** What of the hub was here then; absent in states of earlier versions. */
  place: journalPlaceSchema.optional(),
  /** What the hub had when the person came in, as its devices told then: also what arrived later. */
  met: journalPlaceSchema.optional(),
  /** How many answers of each of their requests they have seen. */
  requests: z.array(z.tuple([z.string(), z.number()])),
});

const FIRST_VISIT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the person at this device has seen. Local to the device: nobody else learns it. */
export class SeenState {
  readonly #local: LocalStore;
  readonly #kept: z.infer<typeof seenSchema>;
  readonly #requests: Map<string, number>;
  /** The day from which on something counts as new, for people. Milliseconds since 1970. */
  readonly since: number;

  private constructor(local: LocalStore, since: number, kept: z.infer<typeof seenSchema>) {
    this.#local = local;
    this.since = since;
    this.#kept = kept;
    this.#requests = new Map(kept.requests);
  }

  /** Loads what was seen; on the first visit the last month counts as new. */
  static async open(local: LocalStore, now: number): Promise<SeenState> {
    const kept = await loadSeen(local);
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

  /** How many answers of a request were seen. */
  answersSeen(request: string): number {
    return this.#requests.get(request) ?? 0;
  }

  /** Notes that so many answers of a request were seen. Says whether that is news. */
  async see(request: string, answers: number): Promise<boolean> {
    if (this.answersSeen(request) >= answers) return false;
    this.#requests.set(request, answers);
    await this.#save(this.#kept);
    return true;
  }

  /** Ends the visit: what comes after `here` is new the next time. */
  async leave(now: number, here: JournalPlace): Promise<void> {
    await this.#save({ ...this.#kept, lastAt: now, place: this.withMet(here) });
  }

  async #save(kept: z.infer<typeof seenSchema>): Promise<void> {
    await this.#local.save(NAME, { ...kept, requests: [...this.#requests] });
  }
}

async function loadSeen(local: LocalStore): Promise<z.infer<typeof seenSchema>> {
  const parsed = seenSchema.safeParse(await local.load(NAME));
  return parsed.success ? parsed.data : { requests: [] };
}
