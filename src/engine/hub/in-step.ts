import { nameOfError } from '../../shared/defect.ts';
import type { WithCatalog } from '../live/with-catalog.ts';
import type { FollowUp } from './follow-up.ts';
import type { HubLink } from './hub-link.ts';
import { HubPoller } from './hub-poller.ts';

type Replica = Pick<WithCatalog, 'ports' | 'catalog'> & {
  readonly link: HubLink;
  readonly followUp: FollowUp;
};

/** Exchanges with the hub by itself, once somebody has asked for that: a window does, a command does not. */
export class InStep {
  readonly #replica: Replica;
  #poller: HubPoller | undefined;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** From now on; again after the hub has come or moved. */
  keep(): void {
    this.#poller ??= this.#begin();
    this.#poller.start();
  }

  /** Somebody works with the hub: what others do is wanted sooner. */
  looked(): void {
    this.#poller?.looked();
  }

  /** Ends, after what runs has ended. */
  async close(): Promise<void> {
    await this.#poller?.close();
  }

  #begin(): HubPoller {
    const { ports, catalog, link, followUp } = this.#replica;
    const poller = new HubPoller(ports, link);
    catalog.onCommit(() => poller.committed());
    link.onExchange(() => {
      void followUp.run().catch((error: unknown) => {
        ports.logger.warn('exchange-not-followed-up', { error: nameOfError(error) });
      });
    });
    return poller;
  }
}
