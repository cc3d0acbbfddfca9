import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { HubHead } from '../hub/hub-head.ts';
import {
  type BundleParts,
  type Bundling,
  catalogEventsHere,
  checkedHeads,
  headsForBundle,
  planBundle,
  writeBundle,
} from '../hub/make-bundle.ts';
import { type ObjectStore, StoreError } from '../hub/object-store.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { Journals } from '../journal/journals.ts';

type KeeperParts = {
  readonly store: ObjectStore;
  readonly journals: Journals;
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly bundling: Bundling;
};

/** Writes bundles for those who come next, where it is this device's turn and the hub has grown. */
export class BundleKeeper {
  readonly #parts: KeeperParts;
  /** How many events there were when it was last looked whether a bundle is due. */
  #lookedAt = 0;
  /** The devices whose heads name bundles, as news tell; only where the store is metered. */
  bundlers: readonly DeviceId[] = [];

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Writes one if it is due. `settled`: the heads of which everything is here. Answers this device's head in the hub, a new one if it wrote. */
  async write(
    own: HubHead,
    settled: ReadonlyMap<DeviceId, Uint8Array>,
    signal: Cancellation | undefined,
  ): Promise<HubHead> {
    const { journals, bundling, logger } = this.#parts;
    const events = catalogEventsHere(journals);
    // Looking costs something in a large hub, so only after every so many events.
    if (events < this.#lookedAt * 1.05 || !bundling.mayWrite()) return own;
    this.#lookedAt = Math.max(1, events);
    try {
      const parts = { ...this.#parts, ...(signal !== undefined && { signal }) };
      const plan = await this.#plan(parts, own, settled);
      const head = plan && (await writeBundle(parts, plan, own));
      if (head === undefined) return own;
      logger.info('bundle-written', { objects: head.bundle?.objects ?? 0 });
      return head;
    } catch (error) {
      // Nobody needs it: what the hub has no room for, or somebody holds, is no reason to call the exchange blocked.
      if (!(error instanceof StoreError) || error.failure === 'unreachable') throw error;
      logger.warn('bundle-not-written', { failure: error.failure });
      return own;
    }
  }

  async #plan(
    parts: BundleParts & { readonly journals: Journals },
    own: HubHead,
    settled: ReadonlyMap<DeviceId, Uint8Array>,
  ) {
    const { store, crypto, bundling } = parts;
    const isMetered = store.metered !== undefined;
    const bytes = isMetered ? await headsForBundle(parts, settled, this.bundlers) : settled;
    const heads = bytes && checkedHeads(bytes, crypto).set(own.device, own);
    const plan = heads && planBundle(heads, bundling.atLeast);
    return plan && isMetered && bytes !== undefined ? { ...plan, heads: bytes } : plan;
  }
}
