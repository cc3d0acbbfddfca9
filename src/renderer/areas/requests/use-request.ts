import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RequestDetail } from '../../../contract/requests.ts';
import type { RequestSize, RequestStatus } from '../../../shared/vocabulary/requests.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { describeError, type WireProblem } from '../../base/wire-error.ts';
import { STATUS_WORDS } from './request-words.ts';

/** An answer of marketing. */
type Answer = {
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

type Changed = { readonly request: RequestDetail; readonly undo?: string | undefined };

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
  const changed = (message: string, { request: detail, undo }: Changed): void => {
    keep(detail);
    showChanged({ id: `request-${detail.id}`, message, undo });
  };
  const guarded = (work: () => Promise<unknown>) => run(work).then(() => undefined, showError);
  return {
    busy,
    answer: async ({ message, ...answer }) => {
      try {
        const answered = await run(() => engine.requests.answer({ request: request.id, ...answer }));
        changed(message ?? t`Set to ‘${{ status: STATUS_WORDS[answer.status] }}’.`, answered);
        return null;
      } catch (error) {
        return describeError(error);
      }
    },
    vote: (dealValue) =>
      guarded(async () => {
        const deal = dealValue === null ? {} : { dealValue };
        changed(t`Vote added.`, await engine.requests.vote({ request: request.id, ...deal }));
      }),
    withdrawVote: () =>
      guarded(async () =>
        changed(t`Vote withdrawn.`, await engine.requests.withdrawVote({ request: request.id })),
      ),
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
