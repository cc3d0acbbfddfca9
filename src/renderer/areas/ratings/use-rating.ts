import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { AssetDetail, Rating } from '../../../contract/assets.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { type RatedFor, usualRatedFor } from './rated-for.ts';

/** My rating of an asset and how to give, change and withdraw it. */
export type RatingActions = {
  readonly asset: string;
  readonly mine: Rating | undefined;
  readonly ratedFor: RatedFor;
  readonly give: (value: number) => void;
  readonly comment: (text: string) => void;
  readonly setRatedFor: (next: RatedFor) => void;
  readonly withdraw: () => void;
};

type Given = RatedFor & { readonly value: number; readonly comment: string | undefined };

/** What one said, and of which version. */
type Said = { readonly given: Given; readonly of: string };

function saidIn(mine: Rating | undefined): Said | undefined {
  if (mine === undefined) return undefined;
  const { value, comment, version } = mine;
  return { given: { stage: mine.stage ?? null, persona: mine.persona ?? null, value, comment }, of: version };
}

function inputOf({ given, of }: Said) {
  const { value, stage, persona, comment } = given;
  return {
    version: of,
    value,
    ...(stage === null ? {} : { stage }),
    ...(persona === null ? {} : { persona }),
    ...(comment === undefined || comment === '' ? {} : { comment }),
  };
}

/**
 * How one rates an asset: one keystroke, and what it was for is filled in. What comes while something is still being saved waits its turn
 * and builds on that: a key is never lost, and a comment never goes back to what it was.
 */
export function useRating(asset: AssetDetail, version: string): RatingActions {
  const client = useQueryClient();
  const [call] = useCallContext();
  const [chosen, setChosen] = useState<RatedFor | null>(null);
  const { id, mine } = asset;
  const usual = useMemo(() => usualRatedFor(asset, call), [asset, call]);
  const ratedFor = chosen ?? usual;

  const key = useMemo(() => orpc.assets.get.queryKey({ input: { asset: id } }), [id]);
  const keep = (next: AssetDetail): void => void client.setQueryData(key, next);
  /** What one said until now: what was just saved may not have been drawn yet. */
  const now = (): Said | undefined => saidIn((client.getQueryData<AssetDetail>(key) ?? asset).mine);

  const turns = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = (work: () => Promise<unknown>): Promise<unknown> => {
    turns.current = turns.current.then(work).catch(showError);
    return turns.current;
  };
  const send = async (said: Said): Promise<string | undefined> => {
    const rated = await engine.ratings.give({ asset: id, ...inputOf(said) });
    keep(rated.asset);
    return rated.undo;
  };
  const offerUndo = (message: string, undo: string | undefined): void =>
    showChanged({ id: `rating-${id}`, message, undo, inTurn: (work) => inTurn(() => work().then(again)) });
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: key });

  const give = async (value: number): Promise<void> => {
    const before = now();
    // The same again says nothing new, of the same version.
    if (before?.given.value === value && before.of === version) return;
    const undo = await send({ given: { ...ratedFor, value, comment: before?.given.comment }, of: version });
    if (before !== undefined)
      offerUndo(t`Your rating changed from ${{ before: before.given.value }} to ${value}.`, undo);
  };
  const withdraw = async (): Promise<void> => {
    if (now() === undefined) return;
    const withdrawn = await engine.ratings.withdraw({ asset: id });
    keep(withdrawn.asset);
    offerUndo(t`Rating withdrawn.`, withdrawn.undo);
  };
  /** Says more of what one rated already. */
  const amend = async (set: Partial<Given>): Promise<void> => {
    const before = now();
    if (before !== undefined) await send({ given: { ...before.given, ...set }, of: before.of });
  };

  return {
    asset: id,
    mine,
    ratedFor,
    give: (value) => void inTurn(() => give(value)),
    comment: (text) => void inTurn(() => amend({ ...ratedFor, comment: text.trim() })),
    setRatedFor: (next) => {
      setChosen(next);
      void inTurn(() => amend(next));
    },
    withdraw: () => void inTurn(withdraw),
  };
}
