import { z } from 'zod';
import { assetIdSchema, sha256Schema } from '../../contract/common.ts';
import { type OfflinePolicy, offlinePolicySchema } from '../../contract/hub.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const GIGABYTE = 1_000_000_000;

/** Everything, as long as it takes no more than ten gigabytes. */
export const DEFAULT_POLICY: OfflinePolicy = {
  keep: 'all',
  maxFileBytes: 20_000_000,
  stages: [],
  personas: [],
  budgetBytes: 10 * GIGABYTE,
};

/** Files opened longer ago than the last so many are forgotten. */
const MOST_OPENED = 1000;

const storedSchema = z.object({
  policy: offlinePolicySchema.catch(DEFAULT_POLICY).default(DEFAULT_POLICY),
  pinned: z.array(assetIdSchema).catch([]).default([]),
  opened: z
    .array(z.tuple([sha256Schema, z.number()]))
    .catch([])
    .default([]),
});

/** What a person decided about this device, and what was opened on it. Never shared. */
export class OfflineSettings {
  readonly #local: LocalStore;
  #policy: OfflinePolicy;
  readonly #pinned: Set<string>;
  readonly #opened: Map<string, number>;

  private constructor(local: LocalStore, stored: z.infer<typeof storedSchema>) {
    this.#local = local;
    this.#policy = stored.policy;
    this.#pinned = new Set(stored.pinned);
    this.#opened = new Map(stored.opened);
  }

  /** Loads them; what does not fit is as if it had not been said. */
  static async open(local: LocalStore): Promise<OfflineSettings> {
    const stored = storedSchema.safeParse((await local.load('offline')) ?? {});
    return new OfflineSettings(local, stored.success ? stored.data : storedSchema.parse({}));
  }

  get policy(): OfflinePolicy {
    return this.#policy;
  }

  /** Assets whose files stay whatever the policy says. */
  get pinned(): ReadonlySet<string> {
    return this.#pinned;
  }

  /** When a file was opened here last; 0 for never. */
  openedAt(sha256: string): number {
    return this.#opened.get(sha256) ?? 0;
  }

  async setPolicy(policy: OfflinePolicy): Promise<void> {
    this.#policy = policy;
    await this.#save();
  }

  async pin(asset: string, pinned: boolean): Promise<void> {
    if (pinned) this.#pinned.add(asset);
    else this.#pinned.delete(asset);
    await this.#save();
  }

  async open(sha256: string, at: number): Promise<void> {
    // The last opened is the last in the map, so the first is the one to forget.
    this.#opened.delete(sha256);
    this.#opened.set(sha256, at);
    for (const oldest of this.#opened.keys()) {
      if (this.#opened.size <= MOST_OPENED) break;
      this.#opened.delete(oldest);
    }
    await this.#save();
  }

  async #save(): Promise<void> {
    await this.#local.save('offline', {
      policy: this.#policy,
      pinned: [...this.#pinned],
      opened: [...this.#opened],
    });
  }
}
