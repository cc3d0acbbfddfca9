import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import type { RequestSummary } from '../../../contract/requests.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useSession } from '../../base/use-session.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Note } from '../../ui/note.tsx';
import { Pill } from '../../ui/pill.tsx';
import { AssetRow } from '../assets/asset-row.tsx';
import { MyProposals, useMyProposals } from '../proposals/my-proposals.tsx';
import { chooseAndPropose } from '../proposals/propose-state.ts';
import { openRequestDrawer } from '../requests/request-drawer-state.ts';
import { STATUS_WORDS } from '../requests/request-words.ts';
import styles from './home-screen.module.css';

type Query<Data> = {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

type SectionProps = {
  readonly title: string;
  /** True inside another section. */
  readonly nested?: boolean;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A titled part of Home. */
export function Section({ title, nested = false, aside, children }: SectionProps) {
  const Heading = nested ? 'h3' : 'h2';
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.sectionHead}>
        <Heading className={nested ? styles.nestedTitle : styles.sectionTitle}>{title}</Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}

type AnswerProps<Data> = {
  readonly query: Query<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
};

/** A query's answer, its skeleton or its error. */
export function Answer<Data>({ query, rows = 3, children }: AnswerProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingRows count={rows} picture />;
}

/** A few assets below each other, or a sentence where there are none. */
export function AssetRows({
  assets,
  none,
}: {
  readonly assets: readonly AssetSummary[];
  readonly none: string;
}) {
  if (assets.length === 0) return <Note>{none}</Note>;
  return (
    <ul className={styles.rows}>
      {assets.map((asset) => (
        <li key={asset.id}>
          <AssetRow asset={asset} />
        </li>
      ))}
    </ul>
  );
}

/** Who answers requests sees first what is late; who asked sees where it stands. */
type Shows = 'due' | 'status';

function StandOf({ request, shows }: { readonly request: RequestSummary; readonly shows: Shows }) {
  const { status, sla } = request;
  if (shows === 'due' && sla.state === 'over') return <Pill tone="bad">{t`Overdue`}</Pill>;
  if (shows === 'due' && sla.state === 'close') return <Pill tone="warn">{t`Due soon`}</Pill>;
  return <Pill tone={status === 'fulfilled' ? 'good' : 'plain'}>{STATUS_WORDS[status]}</Pill>;
}

type RequestRowsProps = { readonly requests: readonly RequestSummary[]; readonly shows: Shows };

/** A few requests below each other. */
export function RequestRows({ requests, shows }: RequestRowsProps) {
  return (
    <ul className={styles.rows}>
      {requests.map((request) => (
        <li key={request.id}>
          <Link
            className={styles.request}
            to="/requests/$requestId"
            params={{ requestId: request.id }}
            draggable={false}
          >
            <span className={styles.requestTitle}>{request.title}</span>
            {request.news && <Pill tone="info">{t`News`}</Pill>}
            <StandOf request={request} shows={shows} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What one asked for and how it stands, and a way to ask. */
export function MyRequests({ query }: { readonly query: Query<RequestSummary[]> }) {
  const { can } = useSession();
  const proposed = useMyProposals();
  return (
    <Section
      title={t`Your requests`}
      aside={
        <span>
          {!can.publish && (
            <Button size="compact-sm" variant="subtle" onClick={() => void chooseAndPropose()}>
              {t`Propose a file`}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => openRequestDrawer()}>{t`Ask`}</Button>
        </span>
      }
    >
      <Answer query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <Note>{t`Nothing yet. Is something missing for your calls? Ask for it, and follow it here.`}</Note>
          ) : (
            <RequestRows requests={requests.slice(0, 5)} shows="status" />
          )
        }
      </Answer>
      {proposed.length > 0 && (
        <Section nested title={t`Your proposals`}>
          <MyProposals proposals={proposed.slice(0, 5)} />
        </Section>
      )}
    </Section>
  );
}
