import { says } from '../../shared/says/says.ts';
import { invalid } from '../base/refusal.ts';

/** Rows that are being published. */
export class ReservedRows {
  readonly #taken = new Set<string>();

  /** Takes rows for one publication, so that a second click publishes nothing twice; the result lets them go again. Throws `Refusal` INVALID. */
  reserve(ids: readonly string[]): () => void {
    if (ids.some((id) => this.#taken.has(id))) throw invalid(says('publish.under-way'));
    for (const id of ids) this.#taken.add(id);
    return () => {
      for (const id of ids) this.#taken.delete(id);
    };
  }
}
