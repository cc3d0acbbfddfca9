import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { readFingerprint } from '../../../../shared/fingerprint.ts';
import styles from './hub.module.css';

type Props = {
  /** Of the hub that is there; absent while its description has not arrived. */
  readonly fingerprint: string | undefined;
  /** What somebody copied out of their invitation. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fieldRef: Ref<HTMLInputElement>;
};

/** Why what somebody copied out of their invitation keeps them from joining; null where it does not. */
export function fingerprintProblem(fingerprint: string | undefined, value: string): string | null {
  if (value.trim() === '') return null;
  const wanted = readFingerprint(value);
  if (wanted === undefined)
    return t`This isn’t a fingerprint: it should have four groups of four letters and digits.`;
  if (fingerprint === undefined || wanted === fingerprint) return null;
  return t`This is another hub than the one in your invitation. Don’t join it; ask the lead who invited you.`;
}

/** Shows the hub's fingerprint, to be compared with the one in the invitation: by eye, or by Kitbag. */
export function FingerprintCheck({ fingerprint, value, onChange, fieldRef }: Props) {
  const problem = fingerprintProblem(fingerprint, value);
  const isSame = problem === null && fingerprint !== undefined && value.trim() !== '';
  return (
    <>
      {fingerprint !== undefined && (
        <p className={styles.text}>
          <Trans>
            Fingerprint of this hub: <strong className={styles.fingerprint}>{fingerprint}</strong>
          </Trans>
          <br />
          <span
            className={styles.quiet}
          >{t`Compare it with your invitation. If it differs, this isn’t your team’s hub: don’t join it.`}</span>
        </p>
      )}
      <TextInput
        ref={fieldRef}
        label={t`Fingerprint in your invitation (optional)`}
        description={
          isSame
            ? t`It matches: this is the hub in your invitation.`
            : t`Kitbag compares it for you. You can paste the whole invitation.`
        }
        maw={400}
        maxLength={5000}
        value={value}
        error={problem ?? undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
