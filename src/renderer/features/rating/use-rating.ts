import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { AssetDetail, Rating } from '../../../contract/assets.ts';
import { useCallContext } from '../../app/call-context-state.ts';
import { engine, orpc } from '../../app/engine-client.ts';
import { showError, showUndo } from '../../ui/undo-toast.ts';
import { type RatedFor, usualRatedFor } from './rated-for.ts';

/** My rating of an asset and how to give, change and withdraw it. */
export type RatingActions = {
  readonly mine: Rating | undefined;
  readonly ratedFor: RatedFor;
  readonly busy: boolean;
  readonly give: (value: number) => void;
  readonly comment: (text: string) => void;
  readonly setRatedFor: (next: RatedFor) => void;
  readonly withdraw: () => void;
};

type Given = RatedFor & { readonly value: number; readonly comment: string | undefined };

/** How one rates an asset: one keystroke, and what it was for is filled in. */
export function useRating(asset: AssetDetail, version: string): RatingActions {
  const client = useQueryClient();
  const [call] = useCallContext();
  const [chosen, setChosen] = useState<RatedFor | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, mine } = asset;
  const usual = useMemo(() => usualRatedFor(asset, call), [asset, call]);
  const ratedFor = chosen ?? usual;

  const keep = useCallback(
    (next: AssetDetail) => client.setQueryData(orpc.assets.get.queryKey({ input: { asset: next.id } }), next),
    [client],
  );
  const send = useCallback(
    async (given: Given, of: string) => {
      setBusy(true);
      try {
        keep(
          await engine.ratings.give({
            asset: id,
            version: of,
            value: given.value,
            ...(given.stage === null ? {} : { stage: given.stage }),
            ...(given.persona === null ? {} : { persona: given.persona }),
            ...(given.comment === undefined || given.comment === '' ? {} : { comment: given.comment }),
          }),
        );
      } catch (error) {
        showError(error);
      } finally {
        setBusy(false);
      }
    },
    [id, keep],
  );

  const withdraw = useCallback(async () => {
    if (mine === undefined) return;
    try {
      keep(await engine.ratings.withdraw({ asset: id }));
    } catch (error) {
      return showError(error);
    }
    const before = { stage: mine.stage ?? null, persona: mine.persona ?? null };
    showUndo({
      message: 'Your rating is withdrawn.',
      undo: () => send({ ...before, value: mine.value, comment: mine.comment }, mine.version),
    });
  }, [id, keep, mine, send]);

  return {
    mine,
    ratedFor,
    busy,
    give: (value) => void send({ ...ratedFor, value, comment: mine?.comment }, version),
    comment: (text) => {
      if (mine !== undefined)
        void send({ ...ratedFor, value: mine.value, comment: text.trim() }, mine.version);
    },
    setRatedFor: (next) => {
      setChosen(next);
      if (mine !== undefined) void send({ ...next, value: mine.value, comment: mine.comment }, mine.version);
    },
    withdraw: () => void withdraw(),
  };
}
