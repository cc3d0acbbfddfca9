import { t } from '@lingui/core/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import type { AskedPlace } from '../../../../contract/hub.ts';
import { AddressFields } from './bucket-address-fields.tsx';
import { KeyFields } from './bucket-key-fields.tsx';
import type { KnownBucket } from './bucket-named.ts';
import { BucketTest, useBucketTest } from './bucket-test.tsx';
import styles from './hub.module.css';
import { askedOf, begun, styleOf, type Typed } from './typed-bucket.ts';

/** A field of the address that something is wrong with. */
export type BucketProblem = { readonly field: string | undefined; readonly message: string };

type Props = {
  /** What is known already, for example from an invitation. */
  readonly known?: KnownBucket | undefined;
  readonly problem: BucketProblem | null;
  readonly busy: boolean;
  readonly onAsk: (asked: AskedPlace) => void;
  readonly onBack: () => void;
};

/** Names a bucket, with the keys for it; tests it, and goes on to look into it. */
export function BucketForm({ known, problem, busy, onAsk, onBack }: Props) {
  const [typed, setTyped] = useState<Typed>(() => begun(known));
  const [more, setMore] = useState(false);
  const { test, forget, result, testing, failed } = useBucketTest();
  const change = (part: Partial<Typed>): void => {
    setTyped((before) => ({ ...before, ...part }));
    forget();
  };
  const kept = known?.keys?.secret.from === 'kept' ? known.keys : undefined;
  const asked = askedOf(typed, kept);
  const wrong = problem ?? failed;
  const errorOf = (field: string): string | undefined => (wrong?.field === field ? wrong.message : undefined);
  const elsewhere = wrong !== null && !FIELDS.has(wrong.field ?? '') ? wrong.message : null;
  const whole = /^s3:\/\//i.test(typed.bucket.trim());
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked !== null) onAsk(asked);
      }}
    >
      <AddressFields typed={typed} whole={whole} errorOf={errorOf} onChange={change} />
      <KeyFields typed={typed} kept={kept} more={more} errorOf={errorOf} onChange={change} />
      {more ? (
        !whole && (
          <NativeSelect
            label={t`Style of addresses`}
            description={t`Only where the provider asks for one.`}
            maw={280}
            value={typed.style}
            data={[
              { value: '', label: t`Automatic` },
              { value: 'path', label: t`Bucket in the path` },
              { value: 'host', label: t`Bucket in the host` },
            ]}
            onChange={(event) => change({ style: styleOf(event.currentTarget.value) })}
          />
        )
      ) : (
        <Button
          className={styles.link ?? ''}
          variant="subtle"
          size="compact-sm"
          onClick={() => setMore(true)}
        >{t`More options`}</Button>
      )}
      {elsewhere !== null && (
        <p className={styles.problem} role="alert">
          {elsewhere}
        </p>
      )}
      <BucketTest result={result} testing={testing} />
      <p
        className={`${styles.text} ${styles.quiet}`}
      >{t`The keys stay on this device, next to its own key. They are never written to the hub.`}</p>
      <div className={styles.line}>
        <Button variant="default" disabled={busy} onClick={onBack}>{t`Back`}</Button>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={testing}
          disabled={asked === null || busy}
          onClick={() => {
            if (asked !== null) test(asked);
          }}
        >{t`Test connection`}</Button>
        <Button type="submit" loading={busy} disabled={asked === null}>{t`Continue`}</Button>
      </div>
    </form>
  );
}

/** The fields that show what is wrong with them; the rest is said below the form. */
const FIELDS: ReadonlySet<string> = new Set(['bucket', 'address', 'prefix', 'endpoint', 'region', 'profile']);
