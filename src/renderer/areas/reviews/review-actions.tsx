import { plural, t } from '@lingui/core/macro';
import { Button, Kbd } from '@mantine/core';
import styles from './reviews.module.css';
import type { Desk } from './use-desk.ts';

/** What can be done with the row that is chosen, or with those that are picked. */
export function ReviewActions({ desk }: { readonly desk: Desk }) {
  const { picked, current, giveBack } = desk;
  if (current === undefined) return null;
  const isAsked = giveBack !== null;
  return (
    <section className={styles.bar} aria-label={t`Actions`}>
      <span className={styles.count}>
        {picked.size === 0 ? '' : plural(picked.size, { one: '# selected', other: '# selected' })}
      </span>
      <Action keys={t`Space`} onClick={desk.look}>
        {desk.looking ? t`Close` : t`Look`}
      </Action>
      <Action keys="V" onClick={desk.verify} main>
        {isAsked ? t`Approve` : t`Verify`}
      </Action>
      {giveBack !== null && <Action keys="T" onClick={giveBack}>{t`Return…`}</Action>}
      <Action keys="E" onClick={desk.setExpiry}>{t`Last day…`}</Action>
      <Action keys="R" onClick={desk.reassign}>{t`Reassign…`}</Action>
      <Action keys="A" onClick={desk.archive}>{t`Archive`}</Action>
      <Action keys="X" onClick={desk.recall}>{t`Recall…`}</Action>
    </section>
  );
}

type ActionProps = {
  readonly keys: string;
  readonly onClick: () => void;
  readonly main?: boolean;
  readonly children: string;
};

function Action({ keys, onClick, main = false, children }: ActionProps) {
  return (
    <Button
      size="compact-md"
      variant={main ? 'filled' : 'default'}
      rightSection={<Kbd size="xs">{keys}</Kbd>}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
