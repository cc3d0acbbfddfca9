import { t } from '@lingui/core/macro';
import { Button, Kbd } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Proposal } from '../../../contract/proposals.ts';
import { markedName } from '../../../words/new-members.ts';
import { formatBytes } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { PersonMarks } from '../../ui/person-marks.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { adopt, toDecline } from './adopt.ts';
import styles from './proposals.module.css';

type Props = {
  readonly proposals: readonly Proposal[];
  /** Where Down leads from the last one; says whether it led anywhere. */
  readonly onBelow?: () => boolean;
};

/** What others propose, to be adopted or declined by one key each. */
export function ProposalRows({ proposals, onBelow = () => false }: Props) {
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, proposals.length - 1);
  const take = (proposal: Proposal): void => void adopt(proposal, () => void navigate({ to: '/publish' }));
  const to = (next: number) => () => {
    if (next >= proposals.length) return onBelow();
    const row = list.current?.querySelector<HTMLElement>(`[data-proposal="${next}"]`);
    row?.focus();
    return row !== null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const current = proposals[at];
    if (current === undefined || !(event.target instanceof HTMLElement)) return;
    if (event.target.dataset.proposal === undefined) return;
    performKey(event, 'proposals', {
      next: to(at + 1),
      previous: to(at - 1),
      adopt: () => take(current),
      decline: () => toDecline.set(current),
    });
  };
  return (
    <ul className={styles.rows} aria-label={t`Proposed`} ref={list} data-own-keys onKeyDown={onKeyDown}>
      {proposals.map((proposal, index) => (
        <ProposalRow
          key={proposal.id}
          proposal={proposal}
          index={index}
          tabStop={index === at}
          onFocus={() => setPlace(index)}
          onAdopt={() => take(proposal)}
        />
      ))}
    </ul>
  );
}

type RowProps = {
  readonly proposal: Proposal;
  readonly index: number;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onAdopt: () => void;
};

function ProposalRow({ proposal, index, tabStop, onFocus, onAdopt }: RowProps) {
  const { fileName, why, by } = proposal;
  return (
    <li className={styles.row}>
      <IconFileUpload className={styles.icon} size={28} stroke={1.4} aria-hidden />
      <span className={styles.words}>
        <button
          type="button"
          className={styles.title}
          data-proposal={index}
          tabIndex={tabStop ? 0 : -1}
          onFocus={onFocus}
          onClick={onAdopt}
          title={t`Look at it on the publish table`}
        >
          {fileName}
        </button>
        <span className={styles.why}>
          {t`Proposed by ${{ name: markedName(by) }}: “${why}”`} <PersonMarks person={by} />
        </span>
        <ProposalFacts proposal={proposal} tabStop={tabStop} />
      </span>
      <span className={styles.actions}>
        <Button
          size="compact-md"
          rightSection={<Kbd size="xs">{t`Enter`}</Kbd>}
          tabIndex={-1}
          onClick={onAdopt}
        >
          {t`Adopt…`}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          rightSection={<Kbd size="xs">D</Kbd>}
          tabIndex={-1}
          onClick={() => toDecline.set(proposal)}
        >
          {t`Decline…`}
        </Button>
      </span>
    </li>
  );
}

function ProposalFacts({ proposal, tabStop }: Pick<RowProps, 'proposal' | 'tabStop'>) {
  const { size, at, request, inLibrary } = proposal;
  return (
    <span className={styles.facts}>
      {inLibrary !== undefined && (
        <Pill tone="warn">{t`Already in the library: ${{ title: inLibrary.title }}`}</Pill>
      )}
      {request !== undefined && (
        <Link
          to="/requests/$requestId"
          params={{ requestId: request.request }}
          className={styles.link}
          tabIndex={tabStop ? 0 : -1}
        >
          {t`For “${{ title: request.title }}”`}
        </Link>
      )}
      <span>
        {formatBytes(size)} · <RelativeTime at={at} />
      </span>
    </span>
  );
}
