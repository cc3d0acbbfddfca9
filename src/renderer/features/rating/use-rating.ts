import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { AssetDetail, Rating } from '../../../contract/assets.ts';
import { useCallContext } from '../../app/call-context-state.ts';
import { engine, orpc } from '../../app/engine-client.ts';
import { showError, showUndo } from '../../ui/undo-toast.ts';
import { type RatedFor, usualRatedFor } from './rated-for.ts';

/** My rating of an asset and how to give, change and withdraw it. */
export type RatingActions = {
  readonly asset: string;
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
    async (given: Given, of: string): Promise<boolean> => {
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
        return true;
      } catch (error) {
        showError(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [id, keep],
  );

  const before = mine && {
    given: {
      stage: mine.stage ?? null,
      persona: mine.persona ?? null,
      value: mine.value,
      comment: mine.comment,
    },
    of: mine.version,
  };
  const give = async (value: number): Promise<void> => {
    // The same again says nothing new, of the same version.
    if (busy || (mine?.value === value && mine.version === version)) return;
    const sent = await send({ ...ratedFor, value, comment: mine?.comment }, version);
    if (!sent || before === undefined) return;
    showUndo({
      id: `rating-${id}`,
      message: `Your rating is ${value} now, it was ${before.given.value}.`,
      undo: () => send(before.given, before.of),
    });
  };

  const withdraw = async (): Promise<void> => {
    if (before === undefined) return;
    try {
      keep(await engine.ratings.withdraw({ asset: id }));
    } catch (error) {
      return showError(error);
    }
    showUndo({
      id: `rating-${id}`,
      message: 'Your rating is withdrawn.',
      undo: () => send(before.given, before.of),
    });
  };

  return {
    asset: id,
    mine,
    ratedFor,
    busy,
    give: (value) => void give(value),
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
