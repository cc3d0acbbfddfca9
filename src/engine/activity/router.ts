import type { Implementer } from '../base/implementer.ts';
import { recentAssets, recordSearch, recordShare, recordView, type ViewPause } from './activity.ts';
import type { WithActivity } from './with-activity.ts';

/** What is used. */
export function activityRouter({ activity }: Implementer, replica: () => WithActivity, views: ViewPause) {
  return {
    viewed: activity.viewed.handler(({ input }) => recordView(replica(), views, input)),
    shared: activity.shared.handler(({ input }) => recordShare(replica(), input)),
    searched: activity.searched.handler(({ input }) => recordSearch(replica(), input)),
    recent: activity.recent.handler(({ input }) => recentAssets(replica(), views, input.limit)),
  };
}
