import type { WithActivity } from './activity/with-activity.ts';
import type { WithGate } from './gate/with-gate.ts';
import type { WithMaintenance } from './maintenance/with-maintenance.ts';
import type { WithNews } from './news/with-news.ts';
import type { WithSearchQuality } from './search-quality/with-search-quality.ts';

/**
 * The replica as it is while it is open: with what every area needs of it. Each area names only what it works with (`with-<area>.ts`), so that none
 * knows those above it; here they come together. (`Replica` of `sync` is its journals, which the catalog is folded from.)
 */
export type OpenReplica = WithActivity & WithGate & WithMaintenance & WithNews & WithSearchQuality;
