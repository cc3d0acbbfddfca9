import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
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
  const field = (name: 'bucket' | 'prefix' | 'endpoint' | 'region') => ({
    spellCheck: false,
    autoComplete: 'off',
    value: typed[name],
    error: errorOf(name),
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={styles.fields}>
      <TextInput
        label={t`Bucket`}
        description={t`Its name, or a whole address: s3://bucket/path?endpoint=…`}
        data-autofocus
        {...field('bucket')}
        error={errorOf('bucket') ?? errorOf('address')}
      />
      {!whole && (
        <>
          <TextInput
            label={t`Path in the bucket`}
            description={t`Optional. Keeps the hub apart from other things in the bucket.`}
            {...field('prefix')}
          />
          <TextInput
            label={t`Address of the store`}
            description={t`As its provider shows it. Leave empty for AWS.`}
            placeholder="https://s3.example.com"
            {...field('endpoint')}
          />
          <TextInput
            label={t`Region`}
            description={t`Where the bucket is; “auto” for Cloudflare.`}
            placeholder="us-east-1"
            {...field('region')}
          />
        </>
      )}
    </div>
  );
}
