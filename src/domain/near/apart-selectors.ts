import type { Holds } from '../kernel/holds.ts';
import type { ApartPart } from './apart.ts';

/** What one asks of the pairs that were told apart. */

/** The pairs that are not the same, each with the two ids of assets that it was said of. */
export function* allApart({ state }: Holds<ApartPart>): Iterable<readonly [a: string, b: string]> {
  for (const [key, { value }] of state.apart) {
    const [a, b] = key.split(' ');
    if (value && a !== undefined && b !== undefined) yield [a, b];
  }
}
