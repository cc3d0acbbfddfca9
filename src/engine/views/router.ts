import type { Implementer } from '../base/implementer.ts';
import type { WithSearch } from '../search/with-search.ts';
import { changeView, sharedViews, shareView } from './views.ts';

/** Views of the library that leads share. */
export function viewsRouter({ views }: Implementer, replica: () => WithSearch) {
  return {
    list: views.list.handler(() => sharedViews(replica())),
    share: views.share.handler(({ input }) => shareView(replica(), input)),
    rename: views.rename.handler(({ input }) => changeView(replica(), input.id, { name: input.name })),
    remove: views.remove.handler(({ input }) => changeView(replica(), input.id, { retired: true })),
  };
}
