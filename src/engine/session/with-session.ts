import type { WithPublishing } from '../publish/with-publishing.ts';
import type { WithSeen } from '../seen/with-seen.ts';

/** An open replica and who is at it. */
export type WithSession = WithPublishing & WithSeen;
