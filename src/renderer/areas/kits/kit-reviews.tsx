import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KitToReview } from '../../../contract/kit-steps.ts';
import { orpc } from '../../base/engine-client.ts';
import { useSession } from '../../base/use-session.ts';
import { whoIsMissing } from '../assets/review-words.ts';
import { KitList } from './kit-list.tsx';
import { approveKit, kitStepAsked, verifyKit } from './kit-steps.ts';
import styles from './kits.module.css';

/** Kits that wait for an approval, are due for another look, or have nobody who answers for them; nothing where there are none. `onBelow`: where Down leads from the last one. */
export function KitReviews({ onBelow }: { readonly onBelow: () => boolean }) {
  const { can } = useSession();
  const { data = [] } = useQuery({ ...orpc.kits.toReview.queryOptions(), enabled: can.publish });
  if (data.length === 0) return null;
  return (
    <section className={styles.toReview} aria-label={t`Kits to review`} data-own-keys>
      <h2 className={styles.heading}>{t`Kits to review`}</h2>
      <KitList
        kits={data}
        onBelow={onBelow}
        warning={({ reasons }) => whoIsMissing(reasons)}
        action={(kit) => <WhatToDo kit={kit} />}
      />
    </section>
  );
}

/** What there is to do about each of its reasons. */
function WhatToDo({ kit }: { readonly kit: KitToReview }) {
  const { reasons } = kit;
  return (
    <>
      {reasons.includes('review-asked') && (
        <>
          <Button size="compact-sm" onClick={() => void approveKit(kit)}>
            {t`Approve`}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => kitStepAsked.set({ kit, step: 'return' })}
          >
            {t`Return…`}
          </Button>
        </>
      )}
      {reasons.includes('due') && (
        <Button size="compact-sm" variant="default" onClick={() => void verifyKit(kit)}>
          {t`Verify`}
        </Button>
      )}
      {whoIsMissing(reasons) !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => kitStepAsked.set({ kit, step: 'reassign' })}
        >
          {t`Reassign…`}
        </Button>
      )}
    </>
  );
}
