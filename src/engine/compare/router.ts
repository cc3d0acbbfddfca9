import type { Implementer } from '../base/implementer.ts';
import type { Told } from '../base/wire-error.ts';
import { comparePage, compareVersions, watchComparison } from './compare-versions.ts';
import type { WithCompare } from './with-compare.ts';

/** What changed from one version to another, and who is told of it. */
export function compareRouter({ compare }: Implementer, replica: () => WithCompare, told: Told) {
  return {
    versions: compare.versions.handler(({ input, signal }) => compareVersions(replica(), input, { signal })),
    watch: compare.watch.handler(({ input, signal }) =>
      told(watchComparison(replica(), input, signal), 'compare.watch'),
    ),
    page: compare.page.handler(({ input }) => comparePage(replica(), input)),
    news: compare.news.handler(() => replica().versionsKnown.news(replica())),
    newsSeen: compare.newsSeen.handler(async ({ input }) => {
      const seen = await replica().versionsKnown.see(replica(), input.assets);
      if (seen) replica().changes.emit('finding');
      return { seen };
    }),
  };
}
