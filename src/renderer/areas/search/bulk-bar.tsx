import { plural, t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconBooks,
  IconCopyCheck,
  IconLanguage,
  IconMailForward,
  IconPencil,
  IconRosetteDiscountCheck,
  IconTargetArrow,
  IconWorldUpload,
  IconX,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { MOST_VARIANTS } from '../../../shared/limits.ts';
import { duplicatesOf } from '../../base/addresses.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { useSession } from '../../base/use-session.ts';
import { publishAssets } from '../assets/publish-assets.ts';
import { archive, verify } from '../assets/steps.ts';
import { toAdd } from '../kits/kit-dialogs-state.ts';
import { addAnswers, useGoldenQueries } from '../search-quality/use-golden.ts';
import { openSend } from '../sends/send-state.ts';
import { linkAsked } from '../variants/variants-state.ts';
import styles from './bulk-bar.module.css';
import type { Picked } from './use-picked.ts';

type Props = { readonly picked: Picked; readonly query: string; readonly onEdit: (() => void) | null };

function Count({ count }: { readonly count: number }) {
  return (
    <span
      className={styles.count}
    >{t`${plural(count, { one: '# asset', other: '# assets' })} selected`}</span>
  );
}

/** What one can do with the rows that are picked. */
export function BulkBar({ picked, query, onEdit }: Props) {
  const { can } = useSession();
  return (
    <section className={styles.bar} aria-label={t`Selected assets`}>
      <Count count={picked.ids.size} />
      {can.edit && <Changes picked={picked} onEdit={onEdit} />}
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconMailForward size={16} aria-hidden />}
        title={t`Send (S)`}
        onClick={() => openSend([...picked.ids].map((asset) => ({ asset })))}
      >{t`Send…`}</Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconBooks size={16} aria-hidden />}
        onClick={() => toAdd.set({ assets: [...picked.ids], done: picked.clear })}
      >{t`Add to kit…`}</Button>
      {can.edit && <Tidying picked={picked} />}
      {can['define-terms'] && query.trim() !== '' && <RightAnswers picked={picked} query={query} />}
      <Tooltip label={t`Select nothing`}>
        <ActionIcon aria-label={t`Select nothing`} onClick={picked.clear}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </section>
  );
}

/** Says other things of what is selected, and lets it out. */
function Changes({ picked, onEdit }: Pick<Props, 'picked' | 'onEdit'>) {
  return (
    <>
      <Button
        size="compact-md"
        leftSection={<IconPencil size={16} aria-hidden />}
        title={t`Edit (E)`}
        disabled={onEdit === null}
        onClick={onEdit ?? undefined}
      >{t`Edit`}</Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconWorldUpload size={16} aria-hidden />}
        onClick={() => void publishAssets([...picked.ids]).then(picked.clear)}
      >{t`Publish`}</Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconRosetteDiscountCheck size={16} aria-hidden />}
        onClick={() => void verify({ assets: [...picked.ids], done: picked.clear })}
      >{t`Verify`}</Button>
      {picked.ids.size > 1 && picked.ids.size <= MOST_VARIANTS && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconLanguage size={16} aria-hidden />}
          onClick={() => linkAsked.set({ assets: [...picked.ids], done: picked.clear })}
        >{t`Link as language versions…`}</Button>
      )}
    </>
  );
}

/** Puts what is selected away, or looks whether it is there twice. */
function Tidying({ picked }: Pick<Props, 'picked'>) {
  const navigate = useNavigate();
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconArchive size={16} aria-hidden />}
        onClick={() => void archive({ assets: [...picked.ids], done: picked.clear })}
      >{t`Archive`}</Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconCopyCheck size={16} aria-hidden />}
        onClick={() => void navigate({ to: '/duplicates', search: duplicatesOf(picked.ids) })}
      >{t`Find duplicates`}</Button>
    </>
  );
}

/** Makes what is selected the right answers to the query. */
function RightAnswers({ picked, query }: Pick<Props, 'picked' | 'query'>) {
  const golden = useGoldenQueries();
  const [context] = useCallContext();
  return (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconTargetArrow size={16} aria-hidden />}
      title={t`These are the right answers to “${{ query: query.trim() }}”`}
      onClick={() => void addAnswers(golden, query, context, [...picked.ids]).then(picked.clear)}
    >{t`Right answers`}</Button>
  );
}
