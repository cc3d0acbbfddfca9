import { nameOfError } from '../../shared/defect.ts';
import type { Logger } from '../../shared/ports/logger.ts';

/** When what a part has opened begins and ends. */
export interface Life {
  /** What runs in the background begins once everything is open, in the order of opening. */
  onStart(begin: () => void): void;
  /**
   * How something ends that is open now: when everything is closed, or when something after it can't be opened; the last first. Where that
   * fails, `event` is logged, and the others end nevertheless.
   */
  onClose(event: string, end: () => void | Promise<void>): void;
}

/** What an area opens over what is open already; the result is what it adds. Throws what keeps it from opening. */
type Part<Below, Adds> = (below: Below, life: Life) => Adds | Promise<Adds>;

/** What is open, until it is closed. */
export type Opened<All> = {
  readonly replica: All;
  /** Ends everything, the last opened first. Never throws. */
  close(): Promise<void>;
};

/** Parts in the order in which they are opened. A part that needs what none before it adds is a type error. */
interface Parts<Base extends object, All extends object> {
  with<Adds extends object>(part: Part<All, Adds>): Parts<Base, All & Adds>;
  /** Opens them. Where one can't be, those before it are closed, and its error is thrown. */
  open(base: Base, logger: Logger): Promise<Opened<All>>;
}

/** No parts yet, only what they are opened over. */
export function over<Base extends object>(): Parts<Base, Base> {
  return chain<Base, Base>(async (base) => base);
}

type OpenAll<Base, All> = (base: Base, life: Life) => Promise<All>;

function chain<Base extends object, All extends object>(openAll: OpenAll<Base, All>): Parts<Base, All> {
  return {
    with: <Adds extends object>(part: Part<All, Adds>) =>
      chain<Base, All & Adds>(async (base, life) => {
        const below = await openAll(base, life);
        return { ...below, ...(await part(below, life)) };
      }),
    open: async (base, logger) => {
      const lifetime = new Lifetime(logger);
      try {
        const replica = await openAll(base, lifetime);
        lifetime.start();
        return { replica, close: () => lifetime.close() };
      } catch (error) {
        await lifetime.close();
        throw error;
      }
    },
  };
}

type End = { readonly event: string; readonly end: () => void | Promise<void> };

class Lifetime implements Life {
  readonly #logger: Logger;
  readonly #begins: (() => void)[] = [];
  readonly #ends: End[] = [];

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  onStart(begin: () => void): void {
    this.#begins.push(begin);
  }

  onClose(event: string, end: () => void | Promise<void>): void {
    this.#ends.push({ event, end });
  }

  start(): void {
    for (const begin of this.#begins) begin();
  }

  async close(): Promise<void> {
    for (const { event, end } of this.#ends.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        // Everything acknowledged is on disk already: what fails here (a full disk) is made up for at the next start.
        this.#logger.warn(event, { error: nameOfError(error) });
      }
    }
  }
}
