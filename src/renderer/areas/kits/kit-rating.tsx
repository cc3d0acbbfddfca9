import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { KitDetail } from '../../../contract/kits.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import styles from './kits.module.css';
import { rateKit } from './use-kits.ts';

/** Rating a kit; null where one can't. */
type KitRatingActions = {
  readonly give: ((value: number) => void) | null;
  readonly withdraw: () => void;
};

/** What rates a kit for the call that one prepares for. */
export function useKitRating(kit: KitDetail): KitRatingActions {
  const [{ stage, persona }] = useCallContext();
  const give = (value: number): void =>
    void rateKit(kit, {
      value,
      ...(stage !== undefined && { stage }),
      ...(persona !== undefined && { persona }),
    });
  return { give: kit.can.rate ? give : null, withdraw: () => void rateKit(kit, null) };
}

const VALUES = [1, 2, 3, 4, 5] as const;

/** The bar below: was the kit useful? */
export function KitRating({ kit, rating }: { readonly kit: KitDetail; readonly rating: KitRatingActions }) {
  const { mine, usefulness } = kit;
  return (
    <section className={styles.rating} aria-label={t`Your rating`}>
      <span>{mine === undefined ? t`Was this kit useful?` : t`Your rating`}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in the bar */}
      <span className={styles.values} role="group" aria-label={t`Usefulness from 1 to 5`}>
        {VALUES.map((value) => (
          <button
            key={value}
            type="button"
            className={styles.value}
            aria-label={t`${value} of 5`}
            aria-pressed={mine?.value === value}
            onClick={() => rating.give?.(value)}
          >
            {value}
          </button>
        ))}
      </span>
      {mine !== undefined && (
        <Tooltip label={t`Withdraw your rating`}>
          <ActionIcon aria-label={t`Withdraw your rating`} onClick={rating.withdraw}>
            <IconArrowBackUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <UsefulnessMeter usefulness={usefulness} />
    </section>
  );
}
