import type { Implementer } from '../base/implementer.ts';
import { newAssets } from './whats-new.ts';
import type { WithNews } from './with-news.ts';

/** What came since the last visit, and what arrives meanwhile. */
export function newsRouter({ news }: Implementer, replica: () => WithNews) {
  return {
    whatIsNew: news.whatIsNew.handler(({ input }) => newAssets(replica(), input.limit)),
    arrivals: news.arrivals.handler(({ input }) => replica().arrivals.list(replica(), input.limit)),
    arrivalsSeen: news.arrivalsSeen.handler(({ input }) => seeArrivals(replica(), input.mark)),
  };
}

function seeArrivals({ arrivals, changes }: WithNews, mark: number): { seen: boolean } {
  const seen = arrivals.look(mark);
  if (seen) changes.emit('activity');
  return { seen };
}
