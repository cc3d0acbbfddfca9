import { Button, NativeSelect, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import type { AskedPlace, GivenKeys } from '../../../contract/hub.ts';
import type { KnownBucket, KnownKeys } from './bucket-named.ts';
import { BucketTest, useBucketTest } from './bucket-test.tsx';
import styles from './hub.module.css';

/** What one can choose. */
type KeysFrom = Exclude<GivenKeys['from'], 'kept'>;

/** What is typed into the form. */
type Typed = {
  readonly bucket: string;
  readonly endpoint: string;
  readonly region: string;
  readonly prefix: string;
  readonly style: 'path' | 'host' | '';
  readonly from: KeysFrom;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly profile: string;
};

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
      <div className={styles.fields}>
        <TextInput
          label="Bucket"
          description="Its name, or a whole address: s3://bucket/path?endpoint=…"
          data-autofocus
          spellCheck={false}
          autoComplete="off"
          value={typed.bucket}
          error={errorOf('bucket') ?? errorOf('address')}
          onChange={(event) => change({ bucket: event.currentTarget.value })}
        />
        {!whole && (
          <>
            <TextInput
              label="Path in the bucket"
              description="Optional. Keeps the hub apart from other things in the bucket."
              spellCheck={false}
              autoComplete="off"
              value={typed.prefix}
              error={errorOf('prefix')}
              onChange={(event) => change({ prefix: event.currentTarget.value })}
            />
            <TextInput
              label="Address of the store"
              description="As its provider shows it. Leave empty for AWS."
              placeholder="https://s3.example.com"
              spellCheck={false}
              autoComplete="off"
              value={typed.endpoint}
              error={errorOf('endpoint')}
              onChange={(event) => change({ endpoint: event.currentTarget.value })}
            />
            <TextInput
              label="Region"
              description="Where the bucket is; “auto” at Cloudflare."
              placeholder="us-east-1"
              spellCheck={false}
              autoComplete="off"
              value={typed.region}
              error={errorOf('region')}
              onChange={(event) => change({ region: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      <KeyFields typed={typed} kept={kept} more={more} errorOf={errorOf} onChange={change} />
      {more ? (
        !whole && (
          <NativeSelect
            label="Style of addresses"
            description="Only where the provider asks for one."
            maw={280}
            value={typed.style}
            data={[
              { value: '', label: 'What fits the store' },
              { value: 'path', label: 'Bucket in the path' },
              { value: 'host', label: 'Bucket in the host' },
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
        >
          More options
        </Button>
      )}
      {elsewhere !== null && (
        <p className={styles.problem} role="alert">
          {elsewhere}
        </p>
      )}
      <BucketTest result={result} testing={testing} />
      <p className={`${styles.text} ${styles.quiet}`}>
        The keys stay on this device, where its own key is kept. They are never written to the hub.
      </p>
      <div className={styles.line}>
        <Button variant="default" disabled={busy} onClick={onBack}>
          Back
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={testing}
          disabled={asked === null || busy}
          onClick={() => {
            if (asked !== null) test(asked);
          }}
        >
          Test connection
        </Button>
        <Button type="submit" loading={busy} disabled={asked === null}>
          Continue
        </Button>
      </div>
    </form>
  );
}

type KeyFieldsProps = {
  readonly typed: Typed;
  /** Keys that are used where none are typed. */
  readonly kept: KnownKeys | undefined;
  readonly more: boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
};

/** Shown where nothing is typed. */
const KEPT = 'Kept on this device';

function KeyFields({ typed, kept, more, errorOf, onChange }: KeyFieldsProps) {
  const placeholder = kept === undefined ? {} : { placeholder: KEPT };
  const half = (typed.accessKeyId.trim() === '') !== (typed.secretAccessKey.trim() === '');
  const missing = (value: string): string | undefined =>
    kept !== undefined && half && value.trim() === ''
      ? 'Enter both, or leave both empty to keep those of this device.'
      : undefined;
  return (
    <>
      <div>
        <p className={styles.label} id="bucket-keys">
          Keys
        </p>
        <SegmentedControl
          aria-labelledby="bucket-keys"
          value={typed.from}
          data={[
            { value: 'typed', label: 'Access key' },
            { value: 'profile', label: 'Profile' },
            { value: 'environment', label: 'Environment' },
          ]}
          onChange={(from) => onChange({ from: fromOf(from) })}
        />
      </div>
      {typed.from === 'typed' && (
        <div className={styles.fields}>
          <TextInput
            label="Access key ID"
            spellCheck={false}
            autoComplete="off"
            maxLength={256}
            {...placeholder}
            error={missing(typed.accessKeyId)}
            value={typed.accessKeyId}
            onChange={(event) => onChange({ accessKeyId: event.currentTarget.value })}
          />
          <PasswordInput
            label="Secret access key"
            autoComplete="off"
            maxLength={1024}
            {...placeholder}
            error={missing(typed.secretAccessKey)}
            value={typed.secretAccessKey}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the secret access key' }}
            onChange={(event) => onChange({ secretAccessKey: event.currentTarget.value })}
          />
          {more && (
            <PasswordInput
              label="Session token"
              description="Only with keys that expire."
              autoComplete="off"
              maxLength={8192}
              value={typed.sessionToken}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the session token' }}
              onChange={(event) => onChange({ sessionToken: event.currentTarget.value })}
            />
          )}
        </div>
      )}
      {typed.from === 'profile' && (
        <TextInput
          label="Profile"
          description="Of this computer’s shared credentials file (~/.aws/credentials). Kitbag reads it again when it changes."
          maw={400}
          spellCheck={false}
          autoComplete="off"
          value={typed.profile}
          error={errorOf('profile')}
          onChange={(event) => onChange({ profile: event.currentTarget.value })}
        />
      )}
      {typed.from === 'environment' && (
        <p className={`${styles.text} ${styles.quiet}`}>
          From the variables that Kitbag is started with: KITBAG_S3_KEY_ID and KITBAG_S3_SECRET, or
          AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
        </p>
      )}
    </>
  );
}

/** The fields that show what is wrong with them; the rest is said below the form. */
const FIELDS: ReadonlySet<string> = new Set(['bucket', 'address', 'prefix', 'endpoint', 'region', 'profile']);

function begun(known: KnownBucket | undefined): Typed {
  const { bucket = '', endpoint = '', region = '', prefix = '', style = '' } = known?.named ?? {};
  const { secret } = known?.keys ?? {};
  const profile = secret?.from === 'profile' ? secret.name : '';
  const from = secret === undefined || secret.from === 'kept' ? 'typed' : secret.from;
  const keys = { accessKeyId: '', secretAccessKey: '', sessionToken: '', profile };
  return { bucket, endpoint, region, prefix, style, from, ...keys };
}

/** What is asked about; null while something is missing. */
function askedOf(typed: Typed, kept: KnownKeys | undefined): AskedPlace | null {
  const bucket = typed.bucket.trim();
  const keys = keysOf(typed, kept);
  if (bucket === '' || keys === null) return null;
  const { endpoint, region, prefix, style } = typed;
  return { bucket: { bucket, endpoint, region, prefix, ...(style !== '' && { style }) }, keys };
}

function keysOf(
  { from, accessKeyId, secretAccessKey, sessionToken, profile }: Typed,
  kept: KnownKeys | undefined,
): GivenKeys | null {
  if (from === 'environment') return { from };
  if (from === 'profile') return profile.trim() === '' ? null : { from, name: profile.trim() };
  const { grant } = kept ?? {};
  if (kept !== undefined && [accessKeyId, secretAccessKey, sessionToken].every((text) => text.trim() === ''))
    return { from: 'kept', ...(grant !== undefined && { grant }) };
  if (accessKeyId.trim() === '' || secretAccessKey.trim() === '') return null;
  return { from, accessKeyId, secretAccessKey, ...(sessionToken.trim() !== '' && { sessionToken }) };
}

function fromOf(value: string): KeysFrom {
  return value === 'profile' || value === 'environment' ? value : 'typed';
}

function styleOf(value: string): Typed['style'] {
  return value === 'path' || value === 'host' ? value : '';
}
