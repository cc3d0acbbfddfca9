import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft, IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../contract/requests.ts';
import { fromNewMembers } from '../../../words/new-members.ts';
import { orpc } from '../../base/engine-client.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useSession } from '../../base/use-session.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PersonMarks } from '../../ui/person-marks.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Screen } from '../../ui/screen.tsx';
import { AssetRow } from '../assets/asset-row.tsx';
import { RequestHistory } from '../history/history-section.tsx';
import { MyProposals } from '../proposals/my-proposals.tsx';
import { ProposalRows } from '../proposals/proposal-rows.tsx';
import { chooseAndPropose } from '../proposals/propose-state.ts';
import { useProposals } from '../proposals/use-proposals.ts';
import { DueChip } from './due-chip.tsx';
import { MeToo } from './me-too.tsx';
import { RequestAnswer } from './request-answer.tsx';
import { RequestConversation } from './request-conversation.tsx';
import classes from './request-screen.module.css';
import { isOpen, SIZES, STATUS_WORDS } from './request-words.ts';
import { useRequest, useRequestActions } from './use-request.ts';

/** One request: the need, the conversation, what resembles it, and what marketing can do. */
export function RequestScreen() {
  const { requestId } = useParams({ from: '/requests/$requestId' });
  const request = useRequest(requestId);
  if (request.isError) {
    return (
      <Screen title={t`Request`} ready actions={<Back />}>
        <ErrorState error={request.error} onRetry={() => void request.refetch()} />
      </Screen>
    );
  }
  if (!request.data) {
    return (
      <Screen title={t`Request`} ready={false} actions={<Back />}>
        <LoadingRows count={5} />
      </Screen>
    );
  }
  return <RequestPage key={request.data.id} request={request.data} />;
}

function Back() {
  return (
    <Button
      component={Link}
      to="/requests"
      variant="subtle"
      color="gray"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
    >{t`All requests`}</Button>
  );
}

function RequestPage({ request }: { readonly request: RequestDetail }) {
  const actions = useRequestActions(request);
  return (
    <Screen
      title={request.title}
      ready
      actions={
        <>
          <Back />
          <HaveSomething request={request} />
          <MeToo request={request} actions={actions} />
        </>
      }
    >
      <div className={classes.page}>
        <div className={classes.main}>
          <Outcome request={request} />
          {request.can.answer || (request.mine && isWithdrawn(request)) ? (
            <RequestAnswer request={request} actions={actions} />
          ) : null}
          <Proposed request={request} />
          <Words heading={t`What is needed`} text={request.need} />
          <Words heading={t`Why`} text={request.why} />
          <RequestConversation request={request} actions={actions} />
        </div>
        <aside className={classes.side} aria-label={t`About this request`}>
          <Facts request={request} />
          <Similar request={request} />
          <RequestHistory request={request.id} />
        </aside>
      </div>
    </Screen>
  );
}

/** For whoever can't publish: a file of theirs may answer it. */
function HaveSomething({ request: { id, title, status } }: { readonly request: RequestDetail }) {
  const { can } = useSession();
  if (can.publish || !isOpen({ status })) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconFileUpload size={16} aria-hidden />}
      onClick={() => void chooseAndPropose({ id, title })}
    >{t`I have something for this`}</Button>
  );
}

/** What was proposed for it: to who answers, everybody's; to others, their own. */
function Proposed({ request: { id } }: { readonly request: RequestDetail }) {
  const { can } = useSession();
  const proposals = useProposals().filter(
    ({ request, answer }) => request?.request === id && answer === 'open',
  );
  if (proposals.length === 0) return null;
  return (
    <section>
      <h2 className={classes.heading}>{t`Proposed for this`}</h2>
      {can.publish ? <ProposalRows proposals={proposals} /> : <MyProposals proposals={proposals} />}
    </section>
  );
}

function Words({ heading, text }: { readonly heading: string; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <section>
      <h2 className={classes.heading}>{heading}</h2>
      <p className={classes.prose}>{text}</p>
    </section>
  );
}

/** True when the one who asked took it back. */
function isWithdrawn(request: RequestDetail): boolean {
  return request.status === 'declined' && request.answeredBy?.id === request.by.id;
}

/** How it ended, first thing on the page: that is what the one who asked came for. */
function Outcome({ request }: { readonly request: RequestDetail }) {
  const name = request.answeredBy?.name;
  if (request.status === 'fulfilled' && request.fulfilledWith) {
    return (
      <p className={classes.outcome} data-tone="good">
        <FulfilledWith name={name} {...request.fulfilledWith} />
      </p>
    );
  }
  if (request.status === 'declined') {
    return (
      <p className={classes.outcome} data-tone="bad">
        {declinedSentence(request)}
      </p>
    );
  }
  if (request.status === 'merged' && request.mergedInto) {
    return (
      <p className={classes.outcome} data-tone="info">
        <MergedInto name={name} {...request.mergedInto} />
      </p>
    );
  }
  return null;
}

type FulfilledWithProps = NonNullable<RequestDetail['fulfilledWith']> & { readonly name: string | undefined };

function FulfilledWith({ name, asset, title }: FulfilledWithProps) {
  const link = (
    <Anchor component={Link} to={`/asset/${asset}`}>
      {title}
    </Anchor>
  );
  return name === undefined ? (
    <Trans>Fulfilled with {link}.</Trans>
  ) : (
    <Trans>
      Fulfilled by {name} with {link}.
    </Trans>
  );
}

type MergedIntoProps = NonNullable<RequestDetail['mergedInto']> & { readonly name: string | undefined };

function MergedInto({ name, request, title }: MergedIntoProps) {
  const link = (
    <Anchor component={Link} to={`/requests/${request}`}>
      {title}
    </Anchor>
  );
  return name === undefined ? (
    <Trans>Merged into {link}. Its votes count there.</Trans>
  ) : (
    <Trans>
      Merged by {name} into {link}. Its votes count there.
    </Trans>
  );
}

function declinedSentence(request: RequestDetail): string {
  const name = request.answeredBy?.name;
  const reason = request.reason ?? '';
  if (name !== undefined && isWithdrawn(request)) {
    return reason === '' ? t`Withdrawn by ${name}.` : t`Withdrawn by ${name}: ${reason}`;
  }
  if (name !== undefined) return reason === '' ? t`Declined by ${name}.` : t`Declined by ${name}: ${reason}`;
  return reason === '' ? t`Declined.` : t`Declined: ${reason}`;
}

function votesFact({ votes, votesFromNew }: RequestDetail): string {
  const fromNew = fromNewMembers(votesFromNew, votes);
  return fromNew === '' ? formatNumber(votes) : `${formatNumber(votes)} (${fromNew})`;
}

function Facts({ request }: { readonly request: RequestDetail }) {
  const names = useTermNames();
  const size = SIZES.find((entry) => entry.size === request.size);
  const facts: [string, ReactNode][] = [
    [t`Status`, <Pill key="status">{STATUS_WORDS[request.status]}</Pill>],
    [t`Due`, <DueChip key="due" sla={request.sla} />],
    [
      t`Asked by`,
      <>
        {request.by.name} <PersonMarks person={request.by} />
      </>,
    ],
    [t`Asked`, <RelativeTime key="at" at={request.at} />],
    [t`Votes`, votesFact(request)],
  ];
  if (request.dealValue > 0) facts.push([t`Deals`, formatNumber(request.dealValue)]);
  if (request.stage !== undefined) facts.push([t`Buying stage`, names.stage(request.stage)]);
  if (request.persona !== undefined) facts.push([t`Persona`, names.persona(request.persona)]);
  if (request.type !== undefined) facts.push([t`Type`, names.type(request.type)]);
  if (request.neededBy !== undefined) facts.push([t`Needed by`, formatDay(request.neededBy)]);
  if (size && request.status !== 'new') facts.push([t({ message: 'Size', context: 'work' }), size.fact]);
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Similar({ request }: { readonly request: RequestDetail }) {
  const similar = useQuery(
    orpc.requests.similar.queryOptions({
      input: { title: request.title, need: request.need, except: request.id },
    }),
  );
  const assets = similar.data?.assets ?? [];
  const requests = similar.data?.requests ?? [];
  if (assets.length + requests.length === 0) return null;
  return (
    <section>
      <h2 className={classes.heading}>{t`Similar`}</h2>
      {assets.slice(0, 5).map((asset) => (
        <AssetRow key={asset.id} asset={asset} />
      ))}
      <ul className={classes.options}>
        {requests.slice(0, 5).map((other) => (
          <li key={other.id}>
            <Link to="/requests/$requestId" params={{ requestId: other.id }} className={classes.option}>
              <span>{other.title}</span>
              <span className={classes.quiet}>{t`Request · ${{ status: STATUS_WORDS[other.status] }}`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
