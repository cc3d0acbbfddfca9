import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { RequestSummary } from '../../../contract/requests.ts';
import { Pill } from '../../ui/pill.tsx';
import { DueChip } from './due-chip.tsx';
import { RequestFor, RequestWeight } from './request-facts-line.tsx';
import classes from './requests.module.css';

type Props = {
  readonly request: RequestSummary;
  /** Whether Tab stops here; the arrow keys move among the others. */
  readonly tabStop: boolean;
  readonly column: number;
  readonly index: number;
  readonly onFocus: () => void;
};

/** A request on the board. */
export function RequestCard({ request, tabStop, column, index, onFocus }: Props) {
  return (
    <Link
      to="/requests/$requestId"
      params={{ requestId: request.id }}
      className={classes.card}
      tabIndex={tabStop ? 0 : -1}
      data-card={`${column}-${index}`}
      onFocus={onFocus}
      draggable={false}
    >
      <span className={classes.cardTitle}>{request.title}</span>
      <RequestFor request={request} />
      <RequestWeight request={request} />
      <span className={classes.chips}>
        <DueChip sla={request.sla} />
        {request.news ? <Pill tone="info">{t`News`}</Pill> : null}
        {request.mine ? <Pill>{t`Yours`}</Pill> : null}
      </span>
    </Link>
  );
}
