import type { Implementer } from '../base/implementer.ts';
import type { NearFinder } from '../near/near-finder.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import { acceptPlan, importPlan, takeApart, takeBackPlan } from './import-plan.ts';
import { languagesByName } from './language-names.ts';
import { nearToRow } from './near-row.ts';
import type { PathGrants } from './path-grants.ts';
import { publishRows } from './publish.ts';
import { storeThumbnail } from './thumbnail.ts';
import type { WithPublishing } from './with-publishing.ts';

/** The publish table. */
export function publishRouter(
  { publish }: Implementer,
  replica: () => WithPublishing & { readonly near: NearFinder },
  grants: PathGrants,
) {
  const table = () => replica().staging;
  return {
    stage: publish.stage.handler(({ input }) => {
      checkMayPublish(replica());
      return table().stage(grants.take(input.grant), input.versionOf);
    }),
    state: publish.state.handler(() => table().state()),
    watch: publish.watch.handler(({ signal }) => table().watch(signal)),
    setEach: publish.setEach.handler(({ input }) => {
      const staging = table();
      staging.setEach(input.changes);
      return { changed: input.changes.length, revision: staging.revision };
    }),
    nearTo: publish.nearTo.handler(({ input }) => nearToRow(replica(), input.row)),
    keep: publish.keep.handler(({ input }) => table().keep(input.row, input.carry)),
    publish: publish.publish.handler(async ({ input }) => {
      const done = await publishRows(replica(), input.rows, { draft: input.draft });
      const added = done.published.flatMap(({ asset, version }) => (version ? [] : [asset]));
      return { ...done, languages: languagesByName(replica().summaries.visible(), added) };
    }),
    plan: publish.plan.handler(() => importPlan(table())),
    accept: publish.accept.handler(({ input }) => acceptPlan(table(), input)),
    takeBack: publish.takeBack.handler(({ input }) => {
      takeBackPlan(table(), input);
      return { revision: table().revision };
    }),
    takeApart: publish.takeApart.handler(({ input }) => ({ rows: takeApart(table(), input.families) })),
    discard: publish.discard.handler(({ input }) => ({ discarded: table().discard(input.rows) })),
    retry: publish.retry.handler(({ input }) => ({ retried: table().retry(input.rows) })),
    pause: publish.pause.handler(({ input }) => {
      table().pause(input.paused);
      return input;
    }),
    cancel: publish.cancel.handler(() => ({ cancelled: table().cancel() })),
    setThumbnail: publish.setThumbnail.handler(({ input }) => storeThumbnail(replica(), input)),
  };
}
