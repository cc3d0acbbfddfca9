import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { KitChange } from '../../../contract/kits.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { changeSentence } from './kit-words.ts';
import styles from './kits.module.css';

const SHOWN = 5;

/** What changed in a kit since one looked at it last: stays while one is here. Nothing on the first look. */
export function KitChanged({ kit }: { readonly kit: string }) {
  const { data } = useQuery(orpc.kits.changes.queryOptions({ input: { kit } }));
  const [first, setFirst] = useState<readonly KitChange[] | null>(null);
  useEffect(() => {
    if (data === undefined || first !== null) return;
    setFirst(data.since === null ? [] : data.changes);
    engine.kits.look({ kit }).catch(showError);
  }, [data, first, kit]);
  if (first === null || first.length === 0) return null;
  return (
    <section className={styles.changed} aria-label={t`Changed since you looked`}>
      <h2 className={styles.heading}>{t`Changed since you looked`}</h2>
      <ul>
        {first.slice(0, SHOWN).map((change) => (
          <li key={`${change.change} ${change.asset} ${change.at}`}>
            {changeSentence(change)} · <RelativeTime at={change.at} />
          </li>
        ))}
      </ul>
    </section>
  );
}
