import type { WithOffline } from '../offline/with-offline.ts';
import type { WithPublishing } from '../publish/with-publishing.ts';
import type { WithRequests } from '../requests/with-requests.ts';

/** An open replica with what is proposed in its hub. */
export type WithProposals = WithRequests & WithPublishing & WithOffline;
