import type { Life } from '../base/parts.ts';
import { DayWatch } from '../live/day-watch.ts';
import type { WithPeople } from '../people/with-people.ts';
import { PageTexts } from './page-texts.ts';
import { Summaries } from './summaries.ts';

/** Opens the assets as lists show them, and their texts. A new day, too, changes what there is. */
export function assetsPart(
  replica: WithPeople & { readonly here: { has(sha256: string): boolean } },
  life: Life,
) {
  const { ports, catalog, calendar, changes, newcomers, here } = replica;
  const summaries = new Summaries(
    catalog,
    () => calendar.today(),
    (sha256) => here.has(sha256),
    () => newcomers.current(),
  );
  const days = new DayWatch(
    ports.later,
    () => [summaries.today(), newcomers.current()],
    () => changes.emit('assets', 'ratings', 'requests', 'people'),
  );
  life.onClose('days-not-closed', () => days.close());
  return { summaries, texts: new PageTexts(ports) };
}
