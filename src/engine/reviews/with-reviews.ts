import type { Kits } from '../kits/kits.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import type { DueKnown } from './due-news.ts';
import type { OwnEdits } from './own-edits.ts';
import type { RecallsKnown } from './recall-news.ts';

/** An open replica whose assets are looked after: reviewed, recalled, put away. */
export type WithReviews = WithSearchQuality & {
  readonly kits: Pick<Kits, 'holding' | 'visible'>;
  readonly ownEdits: OwnEdits;
  readonly recallsKnown: RecallsKnown;
  readonly dueKnown: DueKnown;
};
