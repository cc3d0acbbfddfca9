import { z } from 'zod';
import type { LocalStore } from '../ports/snapshots.ts';

const seenSchema = z.object({
  /** When the person was here last. */
  lastAt: z.number(),
  /** How many answers of each of their requests they have seen. */
  requests: z.array(z.tuple([z.string(), z.number()])),
});

const FIRST_VISIT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the person at this device has seen. Local to the device: nobody else learns it. */
export class SeenState {
  readonly #local: LocalStore;
  readonly #requests: Map<string, number>;
  /** Since when something counts as new. */
  readonly since: number;

  private constructor(local: LocalStore, since: number, requests: Map<string, number>) {
    this.#local = local;
    this.since = since;
    this.#requests = requests;
  }

  /** Loads what was seen; on the first visit the last month counts as new. */
  static async open(local: LocalStore, now: number): Promise<SeenState> {
    const parsed = seenSchema.safeParse(await local.load('seen'));
    const since = parsed.success ? parsed.data.lastAt : now - FIRST_VISIT_DAYS * DAY_MS;
    return new SeenState(local, since, new Map(parsed.success ? parsed.data.requests : []));
  }

  /** How many answers of a request were seen. */
  answersSeen(request: string): number {
    return this.#requests.get(request) ?? 0;
  }

  /** Notes that so many answers of a request were seen. Says whether that is news. */
  async see(request: string, answers: number): Promise<boolean> {
    if (this.answersSeen(request) === answers) return false;
    this.#requests.set(request, answers);
    await this.#save(this.since);
    return true;
  }

  /** Ends the visit: what comes from now on is new the next time. */
  async leave(now: number): Promise<void> {
    await this.#save(now);
  }

  async #save(lastAt: number): Promise<void> {
    await this.#local.save('seen', { lastAt, requests: [...this.#requests] });
  }
}
