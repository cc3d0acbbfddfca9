import type { WithSearch } from '../search/with-search.ts';
import type { WithSeen } from '../seen/with-seen.ts';
import type { RequestNewsDesk } from './request-news.ts';

/** An open replica with what is asked for in its hub, and what of it is news. */
export type WithRequests = WithSearch & WithSeen & { readonly requestNews: RequestNewsDesk };
