import { t } from '@lingui/core/macro';
import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Proposal } from '../../../contract/proposals.ts';
import type { ProposalAnswer } from '../../../shared/vocabulary/proposals.ts';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import styles from './proposals.module.css';
import { see, useProposals, withdraw } from './use-proposals.ts';

const ANSWERS: Readonly<
  Record<ProposalAnswer, { readonly tone: 'plain' | 'good' | 'warn'; readonly word: string }>
> = {
  open: { tone: 'plain', word: t`Waiting` },
  adopted: { tone: 'good', word: t`Adopted` },
  declined: { tone: 'warn', word: t`Declined` },
  withdrawn: { tone: 'plain', word: t`Withdrawn` },
};

/** How long an answer that was looked at stays in short lists: two weeks. */
const RECENT_MS = 14 * 86_400_000;

/** One's own proposals that matter now: those that wait, and those that were answered lately. */
export function useMyProposals(): readonly Proposal[] {
  return useProposals().filter(
    ({ mine, answer, answeredAt = 0, news }) =>
      mine && answer !== 'withdrawn' && (answer === 'open' || news || answeredAt > Date.now() - RECENT_MS),
  );
}

/** One's own proposals below each other, with what became of them. Being shown they are seen. */
export function MyProposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  useEffect(() => {
    const timer = setTimeout(() => void see(proposals), 2000);
    return () => clearTimeout(timer);
  }, [proposals]);
  return (
    <ul className={styles.mine} aria-label={t`Your proposals`}>
      {proposals.map((proposal) => (
        <MyProposal key={proposal.id} proposal={proposal} />
      ))}
    </ul>
  );
}

function MyProposal({ proposal }: { readonly proposal: Proposal }) {
  const { fileName, answer, reason, asset, at, news } = proposal;
  const { tone, word } = ANSWERS[answer];
  return (
    <li className={styles.mineRow}>
      <span className={styles.words}>
        {asset === undefined ? (
          <span className={styles.plainTitle}>{fileName}</span>
        ) : (
          <Anchor component={Link} to={`/asset/${asset.asset}`} className={styles.plainTitle}>
            {asset.title}
          </Anchor>
        )}
        <span className={styles.why}>{reason ?? proposal.why}</span>
      </span>
      {news && <Pill tone="info">{t`News`}</Pill>}
      <Pill tone={tone}>{word}</Pill>
      <span className={styles.age}>
        <RelativeTime at={proposal.answeredAt ?? at} />
      </span>
      {answer === 'open' && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Withdraw ${{ file: fileName }}`}
          onClick={() => void withdraw(proposal)}
        >{t`Withdraw`}</Button>
      )}
    </li>
  );
}
