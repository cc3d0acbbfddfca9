import { says } from '../../shared/says/says.ts';
import type { Implementer } from '../base/implementer.ts';
import { invalid } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import type { PathGrants } from '../publish/path-grants.ts';
import type { WithWatching } from './with-watches.ts';

/** The folders that this device watches. */
export function watchesRouter({ watches }: Implementer, replica: () => WithWatching, grants: PathGrants) {
  return {
    list: watches.list.handler(() => ({ watches: replica().watches.views() })),
    add: watches.add.handler(({ input: { grant, ...rule } }) => {
      checkMayPublish(replica());
      const [path] = grants.take(grant);
      if (path === undefined) throw invalid(says('publish.folder-gone'));
      return replica().watches.add(path, rule);
    }),
    remove: watches.remove.handler(({ input }) => replica().watches.remove(input.id)),
    restore: watches.restore.handler(({ input }) => replica().watches.restore(input.id)),
    run: watches.run.handler(() => replica().watching.now()),
  };
}
