import { plural, t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArchive, IconTargetArrow, IconWorldUpload, IconX } from '@tabler/icons-react';
import type { AssetChanges } from '../../../contract/assets.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { PersonSelect } from '../../base/person-select.tsx';
import { PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { showError } from '../../base/undo-toast.ts';
import { useSession } from '../../base/use-session.ts';
import { publishAssets } from '../assets/publish-assets.ts';
import { archive } from '../assets/steps.ts';
import { addAnswers, useGoldenQueries } from '../search-quality/use-golden.ts';
import styles from './bulk-bar.module.css';
import type { Picked } from './use-picked.ts';

/** What was done to how many. */
const DONE = {
  stage: (changed: number) =>
    plural(changed, { one: 'Set the stage of # asset', other: 'Set the stage of # assets' }),
  persona: (changed: number) =>
    plural(changed, { one: 'Set the persona of # asset', other: 'Set the persona of # assets' }),
  owner: (changed: number) =>
    plural(changed, { one: 'Set the owner of # asset', other: 'Set the owner of # assets' }),
};

/** Changes many assets in one write and offers to take it back. */
async function changeMany(
  picked: Picked,
  set: AssetChanges,
  done: (changed: number) => string,
): Promise<void> {
  try {
    const { changed, undo } = await engine.assets.editMany({ assets: [...picked.ids], set });
    picked.clear();
    showChanged({ message: done(changed), undo });
  } catch (error) {
    showError(error);
  }
}

/** What one can do with the rows that are picked. */
export function BulkBar({ picked, query }: { readonly picked: Picked; readonly query: string }) {
  const { can } = useSession();
  const golden = useGoldenQueries();
  const [context] = useCallContext();
  const makeGolden = (): void => {
    void addAnswers(golden, query, context, [...picked.ids]).then(picked.clear);
  };
  return (
    <section className={styles.bar} aria-label={t`Selected assets`}>
      <span
        className={styles.count}
      >{t`${plural(picked.ids.size, { one: '# asset', other: '# assets' })} selected`}</span>
      <div className={styles.set}>
        <StageSelect
          aria-label={t`Set buying stage`}
          placeholder={t`Set stage`}
          size="xs"
          value={null}
          onChange={(stage) => {
            if (stage !== null) void changeMany(picked, { stages: [stage] }, DONE.stage);
          }}
        />
      </div>
      <div className={styles.set}>
        <PersonaSelect
          aria-label={t`Set persona`}
          placeholder={t`Set persona`}
          size="xs"
          value={null}
          onChange={(persona) => {
            if (persona !== null) void changeMany(picked, { personas: [persona] }, DONE.persona);
          }}
        />
      </div>
      <div className={styles.set}>
        <PersonSelect
          aria-label={t`Set owner`}
          placeholder={t`Set owner`}
          size="xs"
          value={null}
          onChange={(owner) => {
            if (owner !== null) void changeMany(picked, { owner }, DONE.owner);
          }}
        />
      </div>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconWorldUpload size={16} aria-hidden />}
        onClick={() => void publishAssets([...picked.ids]).then(picked.clear)}
      >{t`Publish`}</Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconArchive size={16} aria-hidden />}
        onClick={() => void archive({ assets: [...picked.ids], done: picked.clear })}
      >{t`Archive`}</Button>
      {can['define-terms'] && query.trim() !== '' && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconTargetArrow size={16} aria-hidden />}
          title={t`These are the right answers to “${{ query: query.trim() }}”`}
          onClick={makeGolden}
        >{t`Right answers`}</Button>
      )}
      <Tooltip label={t`Select nothing`}>
        <ActionIcon aria-label={t`Select nothing`} onClick={picked.clear}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </section>
  );
}
