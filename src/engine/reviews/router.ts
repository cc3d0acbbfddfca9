import { summaryOf } from '../assets/assets.ts';
import type { Implementer } from '../base/implementer.ts';
import { insteadOf } from '../gate/instead.ts';
import { listReviews } from './due.ts';
import { dutiesOf, handOver } from './hand-over.ts';
import { archiveAssets, verifyAssets } from './life.ts';
import { liftRecalls, recallAssets } from './recall.ts';
import { retireEffect } from './retire.ts';
import { approveAssets, returnAssets, submitAssets } from './review.ts';
import type { WithReviews } from './with-reviews.ts';

/** The steps of an asset's life, and what is to be looked at. */
export function reviewsRouter({ reviews }: Implementer, replica: () => WithReviews) {
  return {
    list: reviews.list.handler(({ input }) => listReviews(replica(), input)),
    submit: reviews.submit.handler(({ input }) => submitAssets(replica(), input)),
    approve: reviews.approve.handler(({ input }) => approveAssets(replica(), input)),
    return: reviews.return.handler(({ input }) => returnAssets(replica(), input)),
    verify: reviews.verify.handler(({ input }) => verifyAssets(replica(), input)),
    archive: reviews.archive.handler(({ input }) => archiveAssets(replica(), input)),
    retireEffect: reviews.retireEffect.handler(({ input }) => retireEffect(replica(), input.assets)),
    duties: reviews.duties.handler(({ input }) => dutiesOf(replica(), input.member)),
    handOver: reviews.handOver.handler(({ input }) => handOver(replica(), input)),
    recall: reviews.recall.handler(({ input }) => recallAssets(replica(), input)),
    liftRecall: reviews.liftRecall.handler(({ input }) => liftRecalls(replica(), input)),
    instead: reviews.instead.handler(
      async ({ input }) => (await insteadOf(replica(), summaryOf(replica(), input.asset))) ?? null,
    ),
    recallNews: reviews.recallNews.handler(() => replica().recallsKnown.news(replica())),
    dueNews: reviews.dueNews.handler(() => replica().dueKnown.news(replica())),
    dueSeen: reviews.dueSeen.handler(async ({ input }) => {
      const seen = await replica().dueKnown.see(replica(), input.assets);
      if (seen) replica().changes.emit('finding');
      return { seen };
    }),
    overwritten: reviews.overwritten.handler(() => replica().ownEdits.overwritten(replica())),
    restoreMine: reviews.restoreMine.handler(({ input }) => replica().ownEdits.restore(replica(), input)),
    overwrittenSeen: reviews.overwrittenSeen.handler(async ({ input }) => {
      const seen = await replica().ownEdits.see(input);
      if (seen) replica().changes.emit('finding');
      return { seen };
    }),
    recallsSeen: reviews.recallsSeen.handler(({ input }) => seeRecalls(replica(), input.assets)),
  };
}

async function seeRecalls(replica: WithReviews, assets: readonly string[]): Promise<{ seen: boolean }> {
  const seen = await replica.recallsKnown.see(replica, assets);
  if (seen) replica.changes.emit('finding');
  return { seen };
}
