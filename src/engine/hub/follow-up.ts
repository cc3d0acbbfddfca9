import type { WithOffline } from '../offline/with-offline.ts';
import { settleInvites } from '../people/accept-devices.ts';
import { anchorHistory } from '../people/anchor-history.ts';
import { endSample } from '../session/end-sample.ts';
import type { HubLink } from './hub-link.ts';

type Replica = WithOffline & { readonly link: HubLink };

/** What an exchange gives reason to, and what this device does then by itself: one after the other. */
export class FollowUp {
  readonly #replica: Replica;
  #running: Promise<unknown> = Promise.resolve();

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /**
   * Accepts devices that show codes of this one and closes codes that are too old, ends a shared sample, and anchors what was seen of old
   * journals. Says how much was written. Throws `StorageError`.
   */
  run(): Promise<number> {
    const running = this.#running.then(() => this.#run());
    this.#running = running.catch(() => undefined);
    return running;
  }

  /** Resolves when nothing of it is under way. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<number> {
    const { catalog, ports, link } = this.#replica;
    // Shared by an earlier version of Kitbag, in which a sample went on.
    if (link.settings?.location !== undefined) await endSample(catalog, ports.clock);
    return (await settleInvites(catalog, ports.clock)) + (await anchorHistory(this.#replica));
  }
}
