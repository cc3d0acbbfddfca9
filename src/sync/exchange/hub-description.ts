import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { cardKey, HUB_KEY } from '../hub/hub-layout.ts';
import { type ObjectStore, StoreError } from '../hub/object-store.ts';
import { getWithin } from '../hub/read-object.ts';
import type { Crypto } from '../identity/crypto.ts';
import { readCard } from '../identity/device-card.ts';
import { type HubDocument, type HubReading, readHubDocument } from '../identity/hub-document.ts';
import { documentBytes, parseDocument } from '../identity/signed-document.ts';
import type { Journals } from '../journal/journals.ts';
import { LIMITS } from '../limits.ts';
import type { BlockReason, HubIdentity } from './exchange-report.ts';
import { sameBytes } from './pull-device.ts';

type Parts = {
  readonly store: ObjectStore;
  readonly hub: HubIdentity;
  readonly journals: Journals;
  readonly crypto: Crypto;
  readonly logger: Logger;
};

/** What lies where the description should: too large to be read, or what reading it gave. */
type Found = HubReading | { readonly outcome: 'too-large' };

/**
 * The hub's description as a member sees it. It is one object, and anybody who can write to the place can put anything there: whoever has
 * seen the founder's keeps it, and puts it back where what lies there is nobody's.
 */
export class HubDescription {
  readonly #parts: Parts;
  /** As it was found in the hub, until it is kept on the disk. */
  #seen: HubDocument | undefined;
  #isKept = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Why nothing can be exchanged at this place; `undefined` where it is the hub's. Throws `StoreError`. */
  async problem(signal?: Cancellation): Promise<BlockReason | undefined> {
    const { store } = this.#parts;
    const bytes = await getWithin(store, HUB_KEY, { limit: LIMITS.hub, signal });
    if (bytes === undefined) return 'no-hub';
    const found = this.#read(bytes);
    const problem = this.#problemOf(found);
    if (found.outcome === 'hub') {
      if (problem === undefined) this.#seen = found.hub;
      return problem;
    }
    const isNobodys = found.outcome !== 'newer-format';
    return isNobodys && (await this.#putBack(bytes, signal)) ? undefined : problem;
  }

  /** Keeps what {@link problem} found beside the founder's journal, once that is here. */
  async keep(): Promise<void> {
    const { hub, journals, crypto, logger } = this.#parts;
    if (this.#isKept || this.#seen === undefined || !journals.devices().includes(hub.founder)) return;
    this.#isKept = true;
    try {
      // The founder's device signs it anew with each name that the hub is shared by.
      const seen = documentBytes(this.#seen, crypto);
      const kept = await this.#kept();
      if (kept === undefined || !sameBytes(kept, seen)) await journals.keepHub(hub.founder, this.#seen);
    } catch (error) {
      // Where the disk refuses, the exchange goes on: what others wrote says so itself.
      if (!(error instanceof StorageError)) throw error;
      logger.warn('hub-description-not-kept', { failure: error.failure });
    }
  }

  #read(bytes: Uint8Array | 'too-large'): Found {
    return bytes === 'too-large' ? { outcome: bytes } : readHubDocument(bytes, this.#parts.crypto);
  }

  #problemOf(found: Found): BlockReason | undefined {
    const { hub } = this.#parts;
    switch (found.outcome) {
      case 'hub':
        return found.hub.hub === hub.hub && found.hub.founder === hub.founder ? undefined : 'other-hub';
      case 'newer-format':
        return found.founder === hub.founder ? 'newer-format' : 'other-hub';
      case 'forged':
        return 'other-hub';
      case 'unreadable':
        return 'unreadable-hub';
      case 'too-large':
        return 'too-large';
    }
  }

  /** The founder's description as it is kept here. */
  async #kept(): Promise<Uint8Array | undefined> {
    const { hub, journals, crypto } = this.#parts;
    const document = await journals.keptHub(hub.founder);
    if (typeof document !== 'object' || document === null) return undefined;
    const bytes = documentBytes(document, crypto);
    return this.#problemOf(readHubDocument(bytes, crypto)) === undefined ? bytes : undefined;
  }

  /** Writes the founder's description over what is none; says whether it is there now. */
  async #putBack(found: Uint8Array | 'too-large', signal: Cancellation | undefined): Promise<boolean> {
    const { store, crypto, logger } = this.#parts;
    const kept = this.#seen === undefined ? await this.#kept() : documentBytes(this.#seen, crypto);
    if (kept === undefined || !(await this.#isTheHubs(signal))) return false;
    // Half a file may be on its way: the same half twice is none.
    const again = await getWithin(store, HUB_KEY, { limit: LIMITS.hub, signal });
    if (!isSame(found, again)) return false;
    try {
      await store.put(HUB_KEY, kept, { signal });
    } catch (error) {
      if (!(error instanceof StoreError) || error.failure === 'unreachable') throw error;
      return false; // Not everybody may write there: somebody who may puts it back.
    }
    logger.warn('hub-description-put-back');
    return true;
  }

  /** Whether the rest of the place is this hub's: another program's file may have the same name. */
  async #isTheHubs(signal: Cancellation | undefined): Promise<boolean> {
    const { store, hub, journals, crypto } = this.#parts;
    for (const device of [hub.founder, journals.device]) {
      const bytes = await getWithin(store, cardKey(device), { limit: LIMITS.card, signal });
      if (!(bytes instanceof Uint8Array)) continue;
      if (readCard(parseDocument(bytes, crypto), crypto)?.device === device) return true;
    }
    return false;
  }
}

function isSame(one: Uint8Array | 'too-large', other: Uint8Array | 'too-large' | undefined): boolean {
  if (one === 'too-large' || other === 'too-large') return one === other;
  return other !== undefined && sameBytes(one, other);
}
