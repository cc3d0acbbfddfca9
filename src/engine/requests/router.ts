import type { Implementer } from '../base/implementer.ts';
import { requestDetail } from './request-view.ts';
import {
  answerRequest,
  commentOn,
  listRequests,
  makeRequest,
  seeRequest,
  similarToRequest,
  toldOfRequest,
  voteFor,
  withdrawVote,
} from './requests.ts';
import type { WithRequests } from './with-requests.ts';

/** What is asked for and what became of it. */
export function requestsRouter({ requests }: Implementer, replica: () => WithRequests) {
  return {
    list: requests.list.handler(async ({ input }) => listRequests(await withNews(replica()), input)),
    get: requests.get.handler(async ({ input }) => requestDetail(await withNews(replica()), input.request)),
    make: requests.make.handler(({ input }) => makeRequest(replica(), input)),
    similar: requests.similar.handler(({ input }) => similarToRequest(replica(), input)),
    vote: requests.vote.handler(({ input }) => voteFor(replica(), input.request, input.dealValue)),
    withdrawVote: requests.withdrawVote.handler(({ input }) => withdrawVote(replica(), input.request)),
    comment: requests.comment.handler(({ input }) => commentOn(replica(), input.request, input.text)),
    answer: requests.answer.handler(({ input }) => answerRequest(replica(), input)),
    seen: requests.seen.handler(({ input }) => seeRequest(replica(), input.request, input.said)),
    news: requests.news.handler(async () => (await withNews(replica())).requestNews.list()),
    told: requests.told.handler(({ input }) => toldOfRequest(replica(), input.request, input.said)),
  };
}

/** What is new is looked up before it is said. */
async function withNews(replica: WithRequests): Promise<WithRequests> {
  await replica.requestNews.refresh();
  return replica;
}
