import { IconThumbUp } from '@tabler/icons-react';
import type { RequestSummary } from '../../../contract/requests.ts';
import { fromNewMembers } from '../../../shared/from-new-members.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { plural } from '../../ui/plural.ts';
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
  const parts = [whom, request.type === undefined ? '' : names.type(request.type)].filter(
    (part) => part !== '',
  );
  return <span className={classes.quiet}>{parts.length === 0 ? 'Any call' : parts.join(' · ')}</span>;
}

/** Votes, the deals behind them, and age. */
export function RequestWeight({ request }: { readonly request: RequestSummary }) {
  const { votes, dealValue } = request;
  return (
    <span className={classes.weight}>
      <span className={classes.votes} title={`${plural(votes, 'person', 'people')} asked for it`}>
        <IconThumbUp size={13} aria-hidden />
        {votes}
        <span className={classes.unseen}> {votes === 1 ? 'vote' : 'votes'}</span>
      </span>
      {request.votesFromNew === undefined ? null : (
        <span title="They joined in the last 24 hours">{fromNewMembers(request.votesFromNew, votes)}</span>
      )}
      {dealValue > 0 ? (
        <span title="Sum of the deals behind it">{formatDealValue(dealValue)} in deals</span>
      ) : null}
      <RelativeTime at={request.at} />
    </span>
  );
}
