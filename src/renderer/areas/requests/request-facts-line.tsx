import { plural, t } from '@lingui/core/macro';
import { IconThumbUp } from '@tabler/icons-react';
import type { RequestSummary } from '../../../contract/requests.ts';
import { dimensionFieldsIn } from '../../../shared/vocabulary/asset-fields.ts';
import { fromNewMembers } from '../../../words/new-members.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { formatNumber } from '../../ui/format.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { formatDealValue } from './request-words.ts';
import classes from './requests.module.css';

/** `Decision × CFO · Case study`, as far as it is known. */
export function RequestFor({ request }: { readonly request: RequestSummary }) {
  const names = useTermNames();
  const whom = [
    request.stage === undefined ? null : names.stage(request.stage),
    request.persona === undefined ? null : names.persona(request.persona),
  ]
    .filter((name) => name !== null)
    .join(' × ');
  const more = dimensionFieldsIn(request).flatMap((field) =>
    (request[field] ?? []).map((term) => names.term(field, term)),
  );
  const type = request.type === undefined ? '' : names.type(request.type);
  const parts = [whom, type, ...more].filter((part) => part !== '');
  return <span className={classes.quiet}>{parts.length === 0 ? t`Any call` : parts.join(' · ')}</span>;
}

/** Votes, the deals behind them, and age. */
export function RequestWeight({ request }: { readonly request: RequestSummary }) {
  const { votes, dealValue } = request;
  return (
    <span className={classes.weight}>
      <span
        className={classes.votes}
        title={plural(votes, { one: '# person asked for it', other: '# people asked for it' })}
      >
        <IconThumbUp size={13} aria-hidden />
        <span aria-hidden>{formatNumber(votes)}</span>
        <span className={classes.unseen}>{plural(votes, { one: '# vote', other: '# votes' })}</span>
      </span>
      {request.votesFromNew === undefined ? null : (
        <span title={t`They joined in the last 24 hours`}>{fromNewMembers(request.votesFromNew, votes)}</span>
      )}
      {dealValue > 0 ? (
        <span
          title={t`Sum of the deals behind it`}
        >{t`${{ amount: formatDealValue(dealValue) }} in deals`}</span>
      ) : null}
      <RelativeTime at={request.at} />
    </span>
  );
}
