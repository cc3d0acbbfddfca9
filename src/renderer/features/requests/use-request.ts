import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RequestSize, RequestStatus } from '../../../contract/common.ts';
import type { RequestDetail } from '../../../contract/requests.ts';
import { engine, orpc } from '../../app/engine-client.ts';
import { describeError, type WireProblem } from '../../app/wire-error.ts';
import { showError, showUndo } from '../../ui/undo-toast.ts';
import { STATUS_WORDS } from './request-words.ts';

/** An answer of marketing. */
export type Answer = {
  readonly status: RequestStatus;
  readonly reason?: string;
  readonly asset?: string;
  readonly into?: string;
  readonly size?: RequestSize;
  /** What the toast says; the status where absent. */
  readonly message?: string;
};

/** What can be done with a request; `busy` while the engine writes. */
export type RequestActions = {
  readonly busy: boolean;
  /** Answers null when it went through, else what was wrong, to be shown next to its field. */
  readonly answer: (answer: Answer) => Promise<WireProblem | null>;
  readonly vote: (dealValue: number | null) => Promise<void>;
  readonly withdrawVote: () => Promise<void>;
  readonly comment: (text: string) => Promise<boolean>;
};

/** The request, kept current; opening one marks its news as seen. */
export function useRequest(id: string) {
  const query = useQuery(orpc.requests.get.queryOptions({ input: { request: id } }));
  const hasNews = query.data?.news === true;
  const said = query.data?.said ?? 0;
  useEffect(() => {
    if (!hasNews) return;
    engine.requests
      .seen({ request: id, said })
      .catch((error: unknown) => console.warn('Seeing was not kept.', error));
  }, [hasNews, said, id]);
  return query;
}

/** What takes an answer back: the state before, with what belonged to it. */
function answerBefore(request: RequestDetail): Answer {
  // Who only asked may take up the request again, but not say how far marketing was.
  if (!request.can.answer) return { status: 'new' };
  return {
    status: request.status,
    size: request.size,
    ...(request.reason === undefined ? {} : { reason: request.reason }),
    ...(request.fulfilledWith === undefined ? {} : { asset: request.fulfilledWith.asset }),
    ...(request.mergedInto === undefined ? {} : { into: request.mergedInto.request }),
  };
}

/** Answers, votes and comments, each undoable where it can be. */
export function useRequestActions(request: RequestDetail): RequestActions {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const keep = (detail: RequestDetail) =>
    client.setQueryData(orpc.requests.get.queryKey({ input: { request: detail.id } }), detail);
  const run = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  };
  const send = async ({ message: _message, ...answer }: Answer) =>
    keep(await engine.requests.answer({ request: request.id, ...answer }));
  const guarded = (work: () => Promise<unknown>) => run(work).then(() => undefined, showError);
  const { ownDealValue } = request;
  const voteAgain = async () =>
    keep(
      await engine.requests.vote({
        request: request.id,
        ...(ownDealValue === undefined ? {} : { dealValue: ownDealValue }),
      }),
    );
  const unvote = async () => keep(await engine.requests.withdrawVote({ request: request.id }));
  return {
    busy,
    answer: async (answer) => {
      const before = answerBefore(request);
      try {
        await run(() => send(answer));
      } catch (error) {
        return describeError(error);
      }
      const message = answer.message ?? `Set to ‘${STATUS_WORDS[answer.status]}’.`;
      showUndo({ id: `request-${request.id}`, message, undo: () => send(before) });
      return null;
    },
    vote: (dealValue) =>
      guarded(async () => {
        keep(
          await engine.requests.vote({ request: request.id, ...(dealValue === null ? {} : { dealValue }) }),
        );
        showUndo({ id: `request-${request.id}`, message: 'Vote added.', undo: unvote });
      }),
    withdrawVote: () =>
      guarded(async () => {
        await unvote();
        showUndo({ id: `request-${request.id}`, message: 'Vote withdrawn.', undo: voteAgain });
      }),
    comment: async (text) => {
      try {
        keep(await run(() => engine.requests.comment({ request: request.id, text })));
        return true;
      } catch (error) {
        showError(error);
        return false;
      }
    },
  };
}
