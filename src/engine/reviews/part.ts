import type { Life } from '../base/parts.ts';
import type { WithCatalog } from '../live/with-catalog.ts';
import { DueKnown } from './due-news.ts';
import { OwnEdits } from './own-edits.ts';
import { RecallsKnown } from './recall-news.ts';

/** Opens what the person at this device knows of recalls, what comes due, and what they have edited here. */
export async function reviewsPart({ ports, catalog }: Pick<WithCatalog, 'ports' | 'catalog'>, life: Life) {
  const { local } = ports.home;
  const ownEdits = await OwnEdits.open(catalog, local, ports.logger);
  life.onClose('own-edits-not-saved', () => ownEdits.close());
  return {
    ownEdits,
    recallsKnown: await RecallsKnown.open(local, ports.logger),
    dueKnown: await DueKnown.open(local, ports.logger),
  };
}
