import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { RequestDetail } from '../../../contract/requests.ts';
import { showError } from '../../base/undo-toast.ts';
import type { RequestActions } from './use-request.ts';
import { VoteButton } from './vote-button.tsx';

/** 'Me too', with the deal behind it if one likes to say; or taking it back, or one's own request. */
export function MeToo({
  request,
  actions,
}: {
  readonly request: RequestDetail;
  readonly actions: RequestActions;
}) {
  if (request.can.withdraw && request.mine) {
    const withdraw = () =>
      actions
        .answer({ status: 'declined', message: t`Your request is withdrawn.` })
        .then((problem) => problem && showError(problem.message));
    return (
      <Button
        variant="default"
        loading={actions.busy}
        onClick={() => void withdraw()}
      >{t`Withdraw request`}</Button>
    );
  }
  if (request.can.withdraw) {
    return (
      <Button
        variant="default"
        loading={actions.busy}
        onClick={() => void actions.withdrawVote()}
      >{t`Withdraw my vote`}</Button>
    );
  }
  if (!request.can.vote) return null;
  return <VoteButton loading={actions.busy} onVote={(dealValue) => void actions.vote(dealValue)} />;
}
