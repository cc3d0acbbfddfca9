import type { WithAssets } from '../assets/with-assets.ts';
import type { Implementer } from '../base/implementer.ts';
import { giveRating, withdrawRating } from './ratings.ts';

/** How useful assets are to whom. */
export function ratingsRouter({ ratings }: Implementer, replica: () => WithAssets) {
  return {
    give: ratings.give.handler(({ input }) => giveRating(replica(), input)),
    withdraw: ratings.withdraw.handler(({ input }) => withdrawRating(replica(), input.asset)),
  };
}
