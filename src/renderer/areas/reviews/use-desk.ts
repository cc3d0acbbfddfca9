import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import type { ReviewItem, ReviewList } from '../../../contract/reviews.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { askForRecall } from '../assets/recall-assets.ts';
import type { Chosen } from '../assets/step-asked.ts';
import { approve, archive, askForStep, verify } from '../assets/steps.ts';

/** A row of the desk: something to review, or something that may as well be put away. */
export type DeskRow =
  | (ReviewItem & { readonly section: 'reviews' })
  | { readonly section: 'forgotten'; readonly asset: AssetSummary; readonly reasons: readonly [] };

/** Rows, the one that is chosen, those that are picked, and what can be done with them. */
export type Desk = {
  readonly rows: readonly DeskRow[];
  readonly at: number;
  readonly current: DeskRow | undefined;
  readonly picked: ReadonlySet<string>;
  readonly looking: boolean;
  readonly choose: (at: number, how?: 'toggle' | 'range') => void;
  readonly open: () => void;
  readonly look: () => void;
  readonly verify: () => void;
  readonly giveBack: (() => void) | null;
  readonly setExpiry: () => void;
  readonly reassign: () => void;
  readonly archive: () => void;
  readonly recall: () => void;
};

type Reviews = { readonly data: ReviewList | undefined; readonly refetch: () => Promise<unknown> };

/** The rows without those with which something is being done: whoever presses the key again means the next one. */
function useRows({ data, refetch }: Reviews) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo((): readonly DeskRow[] => {
    const listed = (data?.items ?? []).map((item) => ({ ...item, section: 'reviews' as const }));
    const known = new Set(listed.map(({ asset }) => asset.id));
    const forgotten = (data?.couldRetire ?? [])
      .filter(({ id }) => !known.has(id))
      .map((asset) => ({ asset, section: 'forgotten' as const, reasons: [] as const }));
    return [...listed, ...forgotten].filter(({ asset }) => !gone.has(asset.id));
  }, [data, gone]);
  const away = async (ids: readonly string[], work: () => Promise<unknown>): Promise<void> => {
    setGone((before) => new Set([...before, ...ids]));
    await work();
    await refetch();
    setGone((before) => new Set([...before].filter((id) => !ids.includes(id))));
  };
  return { rows, away };
}

/** What is chosen and picked of the rows. */
function usePicking(rows: readonly DeskRow[]) {
  const [place, setPlace] = useState(0);
  const [picks, setPicks] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef(0);
  const at = Math.min(place, Math.max(0, rows.length - 1));
  const picked = useMemo(
    () => new Set(rows.flatMap(({ asset }) => (picks.has(asset.id) ? [asset.id] : []))),
    [rows, picks],
  );
  const choose = (next: number, how?: 'toggle' | 'range'): void => {
    const to = Math.max(0, Math.min(rows.length - 1, next));
    const id = rows[to]?.asset.id;
    setPlace(to);
    if (how === 'range') {
      const [low, high] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
      setPicks(new Set(rows.slice(low, high + 1).map(({ asset }) => asset.id)));
      return;
    }
    anchor.current = to;
    if (how === 'toggle' && id !== undefined) {
      const toggled = new Set(picked);
      if (!toggled.delete(id)) toggled.add(id);
      setPicks(toggled);
    }
  };
  const all = (): void => setPicks(new Set(rows.map(({ asset }) => asset.id)));
  return { at, picked, choose, all, none: () => setPicks(new Set()) };
}

/** The desk of the reviews, with its keys. `onAbove`: where Up leads from the first row; says whether it led anywhere. */
export function useDesk(reviews: Reviews, onAbove: () => boolean): Desk {
  const navigate = useNavigate();
  const { rows, away } = useRows(reviews);
  const { at, picked, choose, all, none } = usePicking(rows);
  const [looking, setLooking] = useState(false);
  const current = rows[at];
  const meant = picked.size > 0 ? rows.filter(({ asset }) => picked.has(asset.id)) : rows.slice(at, at + 1);
  const ids = meant.map(({ asset }) => asset.id);
  const [only] = meant;
  const chosen: Chosen = {
    assets: ids,
    done: none,
    ...(meant.length === 1 && only !== undefined && { title: only.asset.title }),
  };
  const isAsked = meant.length > 0 && meant.every(({ reasons }) => reasons[0] === 'review-asked');
  const any = (work: () => unknown) => (): void => {
    if (ids.length > 0) work();
  };
  const desk: Desk = {
    rows,
    at,
    current,
    picked,
    looking,
    choose,
    open: () => {
      if (current === undefined) return;
      void navigate({ to: '/asset/$assetId', params: { assetId: current.asset.id }, search: {} });
    },
    look: () => setLooking(!looking),
    verify: any(() => void away(ids, () => (isAsked ? approve(chosen) : verify(chosen)))),
    giveBack: isAsked ? () => askForStep('return', chosen) : null,
    setExpiry: any(() => askForStep('expiry', chosen)),
    reassign: any(() => askForStep('reassign', chosen)),
    archive: any(() => void archive(chosen)),
    recall: any(() => askForRecall(chosen)),
  };
  useKeys(desk, { all, none, onAbove });
  return desk;
}

type Beside = {
  readonly all: () => void;
  readonly none: () => void;
  readonly onAbove: () => boolean;
};

function useKeys(desk: Desk, { all, none, onAbove }: Beside): void {
  usePageKeys((event) => {
    const { target } = event;
    if (target instanceof Element && target.closest('[data-own-keys]') !== null) return;
    // Enter and Space on a button press that one.
    const presses = target instanceof Element && target.closest('button, input') !== null;
    performKey(event, 'reviews', {
      next: () => desk.choose(desk.at + 1),
      previous: () => {
        if (desk.at > 0 || !onAbove()) desk.choose(desk.at - 1);
      },
      first: () => desk.choose(0),
      last: () => desk.choose(desk.rows.length - 1),
      extendDown: () => desk.choose(desk.at + 1, 'range'),
      extendUp: () => desk.choose(desk.at - 1, 'range'),
      pick: () => desk.choose(desk.at, 'toggle'),
      pickAll: all,
      pickNone: desk.picked.size > 0 ? none : null,
      open: presses ? null : () => desk.open(),
      look: presses ? null : () => desk.look(),
      verify: () => desk.verify(),
      giveBack: desk.giveBack,
      expiry: () => desk.setExpiry(),
      reassign: () => desk.reassign(),
      archive: () => desk.archive(),
      recall: () => desk.recall(),
    });
  });
}
