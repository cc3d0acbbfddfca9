import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { RequestSummary } from '../../../contract/requests.ts';
import { formatNumber } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { RequestCard } from './request-card.tsx';
import { BOARD_STATUSES, FOLDED_STATUSES, STATUS_WORDS } from './request-words.ts';
import classes from './requests.module.css';

/** A column shows this many cards before it is unfolded: fulfilled requests only ever grow. */
const SHOWN = 40;

type Place = { readonly column: number; readonly index: number };

/** Where a step leads on a board with columns of these lengths; empty columns are passed over. */
export function stepOnBoard(
  from: Place,
  [dx, dy]: readonly [number, number],
  lengths: readonly number[],
): Place | null {
  if (dy !== 0) {
    const index = from.index + dy;
    return index >= 0 && index < (lengths[from.column] ?? 0) ? { ...from, index } : null;
  }
  let column = from.column + dx;
  while (column >= 0 && column < lengths.length && lengths[column] === 0) column += dx;
  const length = lengths[column];
  return length === undefined || length === 0 ? null : { column, index: Math.min(from.index, length - 1) };
}

/** Requests in columns by status; Declined and Merged are folded away. */
export function RequestsBoard({ requests }: { readonly requests: readonly RequestSummary[] }) {
  const [folded, setFolded] = useState(true);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<Place | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const statuses = folded ? BOARD_STATUSES : [...BOARD_STATUSES, ...FOLDED_STATUSES];
  const columns = statuses.map((status) => {
    const all = requests.filter((request) => request.status === status);
    return { status, all, shown: unfolded.has(status) ? all : all.slice(0, SHOWN) };
  });
  const lengths = columns.map((column) => column.shown.length);
  const first = { column: lengths.findIndex((length) => length > 0), index: 0 };
  const stop = at && at.index < (lengths[at.column] ?? 0) ? at : first;
  const away = requests.filter(({ status }) => FOLDED_STATUSES.some((one) => one === status)).length;

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.card === undefined) return;
    const to = (next: Place | null) => () => {
      if (next === null) return false;
      setAt(next);
      board.current?.querySelector<HTMLElement>(`[data-card="${next.column}-${next.index}"]`)?.focus();
      return true;
    };
    performKey(event, 'list', {
      up: to(stepOnBoard(stop, [0, -1], lengths)),
      down: to(stepOnBoard(stop, [0, 1], lengths)),
      left: to(stepOnBoard(stop, [-1, 0], lengths)),
      right: to(stepOnBoard(stop, [1, 0], lengths)),
      first: to({ ...stop, index: 0 }),
      last: to({ ...stop, index: (lengths[stop.column] ?? 1) - 1 }),
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards have the focus; their arrow keys are handled here
    <div className={classes.boardFrame} onKeyDown={onKeyDown}>
      <div className={classes.board} ref={board}>
        {columns.map(({ status, all, shown }, column) => (
          <section key={status} className={classes.column} aria-label={STATUS_WORDS[status]}>
            <h2 className={classes.columnTitle}>
              {STATUS_WORDS[status]} <span className={classes.quiet}>{formatNumber(all.length)}</span>
            </h2>
            <ul className={classes.cards}>
              {shown.map((request, index) => (
                <li key={request.id}>
                  <RequestCard
                    request={request}
                    column={column}
                    index={index}
                    tabStop={stop.column === column && stop.index === index}
                    onFocus={() => setAt({ column, index })}
                  />
                </li>
              ))}
            </ul>
            {all.length === 0 ? <p className={classes.none}>{t`None`}</p> : null}
            {shown.length < all.length ? (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => setUnfolded(new Set([...unfolded, status]))}
              >{t`Show ${{ count: formatNumber(all.length - shown.length) }} more`}</Button>
            ) : null}
          </section>
        ))}
      </div>
      {away > 0 ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.fold}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {folded ? showFoldedWords(away) : t`Hide declined and merged`}
        </Button>
      ) : null}
    </div>
  );
}

function showFoldedWords(count: number): string {
  return t`Show declined and merged (${{ count: formatNumber(count) }})`;
}
