import type { WithFinding } from '../finding/with-finding.ts';
import type { WithRequests } from '../requests/with-requests.ts';

/** An open replica whose searches can be looked at: what was searched, found, and asked for instead. */
export type WithSearchQuality = WithRequests & WithFinding;
