import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { z } from 'zod';
import { requestStatusSchema } from '../../../contract/common.ts';
import type { RequestSummary } from '../../../contract/requests.ts';
import { useRemembered } from '../../base/remembered.ts';
import { formatNumber } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { Pill } from '../../ui/pill.tsx';
import { DueChip } from './due-chip.tsx';
import { RequestFor, RequestWeight } from './request-facts-line.tsx';
import { BOARD_STATUSES, FOLDED_STATUSES, isOpen, STATUS_WORDS } from './request-words.ts';
import classes from './requests.module.css';

const filterSchema = z.union([z.literal('open'), z.literal('all'), requestStatusSchema]);
type Filter = z.infer<typeof filterSchema>;

const ROW_HEIGHT = 64;

/** The same requests as a list with a status filter, where there is no room for columns. */
export function RequestsList({ requests }: { readonly requests: readonly RequestSummary[] }) {
  const [filter, setFilter] = useRemembered<Filter>('requests-filter', filterSchema, 'open');
  const scroller = useRef<HTMLDivElement>(null);
  const passes = (request: RequestSummary, status: Filter) =>
    status === 'all' || (status === 'open' ? isOpen(request) : request.status === status);
  const shown = requests.filter((request) => passes(request, filter));
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  });
  const label = (name: string, status: Filter) =>
    `${name} (${formatNumber(requests.filter((request) => passes(request, status)).length)})`;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = event.target instanceof HTMLElement ? Number(event.target.dataset.index) : Number.NaN;
    if (Number.isNaN(at)) return;
    const to = (row: number) => () => {
      if (!shown[row]) return false;
      virtual.scrollToIndex(row);
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${row}"]`)?.focus(),
      );
      return true;
    };
    performKey(event, 'list', {
      up: to(at - 1),
      down: to(at + 1),
      first: to(0),
      last: to(shown.length - 1),
      left: null,
      right: null,
    });
  };
  return (
    <div className={classes.listFrame}>
      <Select
        aria-label={t`Status`}
        size="xs"
        w={200}
        allowDeselect={false}
        value={filter}
        onChange={(value) => setFilter(filterSchema.catch('open').parse(value))}
        data={[
          { value: 'open', label: label(t({ message: 'Open', context: 'state' }), 'open') },
          ...[...BOARD_STATUSES, ...FOLDED_STATUSES].map((status) => ({
            value: status,
            label: label(STATUS_WORDS[status], status),
          })),
          { value: 'all', label: label(t`All`, 'all') },
        ]}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows have the focus; their arrow keys are handled here */}
      <div className={classes.list} ref={scroller} onKeyDown={onKeyDown}>
        {shown.length === 0 ? <p className={classes.none}>{t`No requests in this state.`}</p> : null}
        <ul className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const request = shown[item.index];
            return request ? (
              <li
                key={item.key}
                className={classes.rowItem}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <RequestRow request={request} index={item.index} />
              </li>
            ) : null;
          })}
        </ul>
      </div>
    </div>
  );
}

function RequestRow({ request, index }: { readonly request: RequestSummary; readonly index: number }) {
  return (
    <Link
      to="/requests/$requestId"
      params={{ requestId: request.id }}
      className={classes.row}
      data-index={index}
      draggable={false}
    >
      <span className={classes.rowWords}>
        <span className={classes.rowTitle}>{request.title}</span>
        <RequestFor request={request} />
      </span>
      <RequestWeight request={request} />
      <span className={classes.rowChips}>
        {request.news ? <Pill tone="info">{t`News`}</Pill> : null}
        <Pill>{STATUS_WORDS[request.status]}</Pill>
        <DueChip sla={request.sla} />
      </span>
    </Link>
  );
}
