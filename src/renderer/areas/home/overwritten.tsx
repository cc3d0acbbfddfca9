import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Overwritten } from '../../../contract/reviews.ts';
import type { AssetAttribute } from '../../../shared/vocabulary/asset-attributes.ts';
import { fieldName, fieldValue } from '../../../words/fields.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import styles from './home-screen.module.css';
import { Section } from './home-sections.tsx';

/** What one edited and somebody else did at the same time or soon after, so that theirs counts; nothing where that was nothing. */
export function OverwrittenEdits() {
  const { data = [] } = useQuery(orpc.reviews.overwritten.queryOptions());
  if (data.length === 0) return null;
  return (
    <Section title={t`Changed after you`}>
      <ul className={styles.rows}>
        {data.map((edit) => (
          <li key={`${edit.asset} ${edit.field}`} className={styles.recalled}>
            <Link
              className={styles.overwritten}
              to="/asset/$assetId"
              params={{ assetId: edit.asset }}
              draggable={false}
            >
              {sentenceOf(edit)}
            </Link>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void restore(edit)}
            >{t`Restore mine`}</Button>
            <Button size="compact-sm" variant="subtle" onClick={() => void keep(edit)}>{t`Keep`}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function sentenceOf({ title, field: of, dimension, by, mine, theirs }: Overwritten): string {
  const field = dimension === undefined ? (of as AssetAttribute) : { dimension };
  return t`“${title}”, ${{ field: fieldName(field) }}: ${{ name: by.name }} wrote “${{ theirs: fieldValue(field, theirs) }}”, you had written “${{ mine: fieldValue(field, mine) }}”.`;
}

async function restore({ asset, field, title }: Overwritten): Promise<void> {
  try {
    const { undo } = await engine.reviews.restoreMine({ asset, field });
    showChanged({ message: t`Restored in “${title}”.`, undo });
  } catch (error) {
    showError(error);
  }
}

async function keep({ asset, field }: Overwritten): Promise<void> {
  await engine.reviews.overwrittenSeen({ asset, field }).catch(showError);
}
