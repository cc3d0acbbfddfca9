import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { performKey } from './keys/perform-key.ts';
import styles from './sequence-bar.module.css';
import { usePageKeys } from './use-page-keys.ts';

type Props = {
  /** What the documents belong to: `Kit`. */
  readonly label: string;
  /** The place of the one that is read, from 0, and how many there are. */
  readonly at: number;
  readonly count: number;
  /** Null at the ends. */
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
  /** What a word or two say of the one that is read. */
  readonly about: string;
  /** The way back to what they belong to. */
  readonly children: ReactNode;
};

/** Above a document that is read as one of several: which one it is, and the ways to the next and the one before. */
export function SequenceBar({ label, at, count, next, previous, about, children }: Props) {
  usePageKeys((event) => {
    performKey(event, 'sequence', { next, previous });
  });
  return (
    <nav className={styles.bar} aria-label={label}>
      <Tooltip label={t`Previous document (P)`}>
        <ActionIcon
          aria-label={t`Previous document`}
          disabled={previous === null}
          onClick={previous ?? undefined}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <span>{t`${{ at: at + 1 }} of ${{ count }}`}</span>
      <Tooltip label={t`Next document (N)`}>
        <ActionIcon aria-label={t`Next document`} disabled={next === null} onClick={next ?? undefined}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <span className={styles.name}>{children}</span>
      <span className={styles.quiet}>{about}</span>
    </nav>
  );
}
