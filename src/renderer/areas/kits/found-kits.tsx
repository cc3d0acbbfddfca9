import { t } from '@lingui/core/macro';
import type { KitHit } from '../../../contract/search.ts';
import { KitList } from './kit-list.tsx';
import styles from './kits.module.css';

/** Kits that a search finds, above the assets; nothing where it finds none. */
export function FoundKits({ kits }: { readonly kits: readonly KitHit[] }) {
  if (kits.length === 0) return null;
  return (
    <section className={styles.found} aria-label={t`Kits found`}>
      <KitList kits={kits.map(({ kit }) => kit)} />
    </section>
  );
}
