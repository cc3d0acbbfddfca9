import { t } from '@lingui/core/macro';
import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import type { KnownKeys } from './bucket-named.ts';
import styles from './hub.module.css';
import { fromOf, type Typed } from './typed-bucket.ts';

type Props = {
  readonly typed: Typed;
  /** Keys that are used where none are typed. */
  readonly kept: KnownKeys | undefined;
  readonly more: boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
};

/** The keys, or where this computer has them. */
export function KeyFields({ typed, kept, more, errorOf, onChange }: Props) {
  return (
    <>
      <div>
        <p className={styles.label} id="bucket-keys">
          {t({ message: 'Keys', context: 'bucket' })}
        </p>
        <SegmentedControl
          aria-labelledby="bucket-keys"
          value={typed.from}
          data={[
            { value: 'typed', label: t`Access key` },
            { value: 'profile', label: t`Profile` },
            { value: 'environment', label: t`Environment` },
          ]}
          onChange={(from) => onChange({ from: fromOf(from) })}
        />
      </div>
      {typed.from === 'typed' && <TypedKeys typed={typed} kept={kept} more={more} onChange={onChange} />}
      {typed.from === 'profile' && (
        <TextInput
          label={t`Profile`}
          description={t`From this computer’s shared credentials file (~/.aws/credentials). Kitbag reads it again when it changes.`}
          maw={400}
          spellCheck={false}
          autoComplete="off"
          value={typed.profile}
          error={errorOf('profile')}
          onChange={(event) => onChange({ profile: event.currentTarget.value })}
        />
      )}
      {typed.from === 'environment' && (
        <p
          className={`${styles.text} ${styles.quiet}`}
        >{t`From Kitbag’s environment variables: KITBAG_S3_KEY_ID and KITBAG_S3_SECRET, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`}</p>
      )}
    </>
  );
}

/** Shown where nothing is typed. */
const KEPT = t`Kept on this device`;

function TypedKeys({ typed, kept, more, onChange }: Omit<Props, 'errorOf'>) {
  const placeholder = kept === undefined ? {} : { placeholder: KEPT };
  const half = (typed.accessKeyId.trim() === '') !== (typed.secretAccessKey.trim() === '');
  const missing = (value: string): string | undefined =>
    kept !== undefined && half && value.trim() === ''
      ? t`Enter both, or leave both empty to keep the ones on this device.`
      : undefined;
  return (
    <div className={styles.fields}>
      <TextInput
        label={t`Access key ID`}
        spellCheck={false}
        autoComplete="off"
        maxLength={256}
        {...placeholder}
        error={missing(typed.accessKeyId)}
        value={typed.accessKeyId}
        onChange={(event) => onChange({ accessKeyId: event.currentTarget.value })}
      />
      <PasswordInput
        label={t`Secret access key`}
        autoComplete="off"
        maxLength={1024}
        {...placeholder}
        error={missing(typed.secretAccessKey)}
        value={typed.secretAccessKey}
        visibilityToggleButtonProps={{ 'aria-label': t`Show the secret access key` }}
        onChange={(event) => onChange({ secretAccessKey: event.currentTarget.value })}
      />
      {more && (
        <PasswordInput
          label={t`Session token`}
          description={t`Only with keys that expire.`}
          autoComplete="off"
          maxLength={8192}
          value={typed.sessionToken}
          visibilityToggleButtonProps={{ 'aria-label': t`Show the session token` }}
          onChange={(event) => onChange({ sessionToken: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
