import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { BucketForm } from './bucket-form.tsx';
import styles from './hub.module.css';
import { InvitationForm } from './invitation-form.tsx';
import type { useJoinHub } from './use-join-hub.ts';

/** What somebody says who joins by an invitation or in a bucket, before the hub is found. */
export function WayIn({ joining }: { readonly joining: ReturnType<typeof useJoinHub> }) {
  const { step, busy, askBucket, readInvitation, back } = joining;
  if (step.at === 'invitation')
    return (
      <InvitationForm
        read={step.read}
        problem={step.problem}
        busy={busy}
        onRead={readInvitation}
        onBack={back}
      />
    );
  if (step.at !== 'bucket') return null;
  return (
    <div className={styles.steps}>
      <BucketHeading invited={step.invited === true} />
      <BucketForm known={step.known} problem={step.problem} busy={busy} onAsk={askBucket} onBack={back} />
    </div>
  );
}

function BucketHeading({ invited }: { readonly invited: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>{t`Join a hub in a bucket`}</h1>
      {invited && (
        <p
          className={styles.text}
        >{t`The invitation says where the hub is. Enter your keys for the bucket.`}</p>
      )}
    </>
  );
}
