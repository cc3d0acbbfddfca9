import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../base/engine-client.ts';
import { useSession } from '../../base/use-session.ts';
import { KitList } from './kit-list.tsx';
import { approveKit, kitStepAsked, verifyKit } from './kit-steps.ts';
import styles from './kits.module.css';

/** Kits that wait for an approval or are due for another look; nothing where there are none. `onBelow`: where Down leads from the last one. */
export function KitReviews({ onBelow }: { readonly onBelow: () => boolean }) {
  const { can } = useSession();
  const { data = [] } = useQuery({ ...orpc.kits.toReview.queryOptions(), enabled: can.publish });
  if (data.length === 0) return null;
  return (
    <section className={styles.toReview} aria-label={t`Kits to review`}>
      <h2 className={styles.heading}>{t`Kits to review`}</h2>
      <KitList
        kits={data}
        onBelow={onBelow}
        action={(kit) =>
          kit.state !== 'in-review' ? (
            <Button size="compact-sm" variant="default" onClick={() => void verifyKit(kit)}>
              {t`Verify`}
            </Button>
          ) : (
            kit.mine && (
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
            )
          )
        }
      />
    </section>
  );
}
