import type { WithAssets } from '../assets/with-assets.ts';
import type { WithFinding } from '../finding/with-finding.ts';
import type { VersionsKnown } from './version-news.ts';

/** An open replica whose versions can be compared. */
export type WithCompare = WithAssets & WithFinding & { readonly versionsKnown: VersionsKnown };
