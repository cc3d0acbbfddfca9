import type { WithCatalog } from '../live/with-catalog.ts';
import { Arrivals } from './arrivals.ts';

/** Opens what arrives from now on. */
export function newsPart({ soFar }: WithCatalog) {
  return { arrivals: new Arrivals(soFar()) };
}
