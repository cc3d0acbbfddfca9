import { TextInput } from '@mantine/core';
import styles from './hub.module.css';
import type { Typed } from './typed-bucket.ts';

type Props = {
  readonly typed: Typed;
  /** The bucket's field holds a whole address. */
  readonly whole: boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
};

/** Which bucket of which store. */
export function AddressFields({ typed, whole, errorOf, onChange }: Props) {
  return (
    <div className={styles.fields}>
      <TextInput
        label="Bucket"
        description="Its name, or a whole address: s3://bucket/path?endpoint=…"
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        value={typed.bucket}
        error={errorOf('bucket') ?? errorOf('address')}
        onChange={(event) => onChange({ bucket: event.currentTarget.value })}
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
            onChange={(event) => onChange({ prefix: event.currentTarget.value })}
          />
          <TextInput
            label="Address of the store"
            description="As its provider shows it. Leave empty for AWS."
            placeholder="https://s3.example.com"
            spellCheck={false}
            autoComplete="off"
            value={typed.endpoint}
            error={errorOf('endpoint')}
            onChange={(event) => onChange({ endpoint: event.currentTarget.value })}
          />
          <TextInput
            label="Region"
            description="Where the bucket is; “auto” at Cloudflare."
            placeholder="us-east-1"
            spellCheck={false}
            autoComplete="off"
            value={typed.region}
            error={errorOf('region')}
            onChange={(event) => onChange({ region: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}
