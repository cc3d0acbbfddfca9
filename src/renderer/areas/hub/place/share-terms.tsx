import { t } from '@lingui/core/macro';
import { Radio, Stack } from '@mantine/core';
import type { PlaceKind } from '../../../../shared/hub-location.ts';
import type { Admission } from '../../../../shared/vocabulary/people.ts';
import { whoCan } from '../../../../words/who-can.ts';
import styles from './hub.module.css';

/** Who can read and write what once the hub is shared there. */
export function WhoCan({ kind }: { readonly kind: PlaceKind }) {
  return (
    <ul className={styles.whoCan} aria-label={t`Who can read and write`}>
      {whoCan(kind).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** What becomes of a sample hub. */
export function SampleEnds() {
  return (
    <p
      className={styles.note}
    >{t`This is the sample hub. Sharing it ends the sample: you lead the hub, and nobody else can choose their own role any more. The fictional colleagues and documents stay. This can’t be undone.`}</p>
  );
}

/** Asks whether the place is the team's own. */
export function AdmissionChoice({
  value,
  onChange,
}: {
  readonly value: Admission;
  readonly onChange: (value: Admission) => void;
}) {
  return (
    <Radio.Group
      label={t`Who can join`}
      description={t`You can change this later, under People.`}
      value={value}
      onChange={(next) => onChange(next === 'open' ? 'open' : 'ask')}
    >
      <Stack gap={8} mt={8}>
        <Radio value="ask" label={t`People a lead lets in`} />
        <Radio value="open" label={t`Anyone who can write there, right away: only my team can`} />
      </Stack>
    </Radio.Group>
  );
}
