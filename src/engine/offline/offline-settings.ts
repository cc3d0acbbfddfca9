import { z } from 'zod';
import { assetIdSchema, sha256Schema } from '../../contract/common.ts';
import { type OfflinePolicy, offlinePolicySchema } from '../../contract/offline.ts';
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
  /** What held before a change that gives files up, until they are gone. */
  before: z
    .object({ policy: offlinePolicySchema, pinned: z.array(assetIdSchema) })
    .optional()
    .catch(undefined),
});

/** What a person decided about this device, and what was opened on it. Never shared. */
export class OfflineSettings {
  readonly #local: LocalStore;
  #policy: OfflinePolicy;
  #pinned: Set<string>;
  #before: z.infer<typeof storedSchema>['before'];
  readonly #opened: Map<string, number>;

  private constructor(local: LocalStore, stored: z.infer<typeof storedSchema>) {
    this.#local = local;
    this.#policy = stored.policy;
    this.#pinned = new Set(stored.pinned);
    this.#opened = new Map(stored.opened);
    this.#before = stored.before;
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

  /** Whether a change can be taken back whose files are not gone yet. */
  get canTakeBack(): boolean {
    return this.#before !== undefined;
  }

  async setPolicy(policy: OfflinePolicy): Promise<void> {
    this.#remember();
    this.#policy = policy;
    await this.#save();
  }

  /** Takes back every change whose files are not gone yet. */
  async takeBack(): Promise<void> {
    if (this.#before === undefined) return;
    this.#policy = this.#before.policy;
    this.#pinned = new Set(this.#before.pinned);
    await this.settle();
  }

  /** What was given up is gone, or nothing was: there is nothing to take back any more. */
  async settle(): Promise<void> {
    if (this.#before === undefined) return;
    this.#before = undefined;
    await this.#save();
  }

  async pin(asset: string, pinned: boolean): Promise<void> {
    this.#remember();
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

  /** Of several changes in a row the first one's before is what one comes back to. */
  #remember(): void {
    this.#before ??= { policy: this.#policy, pinned: [...this.#pinned] };
  }

  async #save(): Promise<void> {
    await this.#local.save('offline', {
      policy: this.#policy,
      pinned: [...this.#pinned],
      opened: [...this.#opened],
      ...(this.#before !== undefined && { before: this.#before }),
    });
  }
}
