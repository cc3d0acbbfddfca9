import { plural, t } from '@lingui/core/macro';
import { Button, Drawer } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { AssetSummary } from '../../../../contract/assets.ts';
import { useDimensions } from '../../../base/use-taxonomy.ts';
import { useEscapeCloses } from '../../../ui/dismiss.ts';
import { performKey } from '../../../ui/keys/perform-key.ts';
import classes from './bulk-edit.module.css';
import { BulkFieldRow } from './bulk-field-row.tsx';
import { type BulkDraft, bulkFields, countChanged } from './edit-draft.ts';
import { useFieldChoices } from './field-choices.ts';
import { effectWords, useApply, useEffectOf } from './use-bulk-edit.ts';

type Props = {
  readonly opened: boolean;
  readonly assets: readonly AssetSummary[];
  readonly onClose: () => void;
  /** Something was changed. */
  readonly onDone: () => void;
};

/** Every field of many assets: one row a field, with what they have now; one change, one undo. */
export function BulkEditDrawer({ opened, assets, onClose, onDone }: Props) {
  useEscapeCloses(opened, onClose);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      closeOnEscape={false}
      data-layer
      position="right"
      size={620}
      title={plural(assets.length, { one: 'Edit # asset', other: 'Edit # assets' })}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 120 }}
    >
      {opened ? <BulkEditForm assets={assets} onClose={onClose} onDone={onDone} /> : null}
    </Drawer>
  );
}

function BulkEditForm({ assets, onClose, onDone }: Omit<Props, 'opened'>) {
  const [draft, setDraft] = useState<BulkDraft>({});
  const choices = useFieldChoices();
  const dimensions = useDimensions().map(({ field }) => field);
  const changed = countChanged(draft);
  const effect = useEffectOf(assets, draft);
  const { apply, busy } = useApply(assets, draft, onDone);
  const send = (): void => {
    if (changed > 0 && !busy) void apply();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    performKey(event, 'form', { send, take: null, leave: null });
  };
  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={classes.rows}>
        {bulkFields(dimensions).map((field, at) => (
          <BulkFieldRow
            key={field}
            field={field}
            assets={assets}
            draft={draft[field]}
            choices={choices}
            first={at === 0}
            onChange={(next) => setDraft((before) => ({ ...before, [field]: next }))}
          />
        ))}
      </div>
      <div className={classes.foot}>
        <p className={classes.effect} role="status">
          {changed === 0 ? t`Nothing is changed yet.` : effectWords(effect)}
        </p>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
        <Button
          type="submit"
          loading={busy}
          disabled={changed === 0 || effect?.changed === 0}
          title={t`Ctrl+Enter`}
        >
          {plural(effect?.changed ?? assets.length, { one: 'Change # asset', other: 'Change # assets' })}
        </Button>
      </div>
    </form>
  );
}
