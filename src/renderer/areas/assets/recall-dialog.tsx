import { plural, t } from '@lingui/core/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { StepFrame } from '../../ui/step-frame.tsx';
import { AssetPicker } from './asset-picker.tsx';
import { type RecallAsked, recall, recallAsked } from './recall-assets.ts';
import styles from './step-dialog.module.css';

/** Asks why assets are recalled and what is to be used in their place. */
export function RecallDialog() {
  return (
    <AskedDialog store={recallAsked} titleOf={titleOf} size="lg">
      {(asked, close) => <RecallForm key={asked.assets.join()} asked={asked} onClose={close} />}
    </AskedDialog>
  );
}

function titleOf({ assets, title }: RecallAsked): string {
  return title === undefined
    ? plural(assets.length, { one: 'Recall # asset?', other: 'Recall # assets?' })
    : t`Recall “${title}”?`;
}

type Chosen = { readonly id: string; readonly title: string };

function RecallForm({ asked, onClose }: { readonly asked: RecallAsked; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [replacement, setReplacement] = useState<Chosen | null>(null);
  const why = { reason, ...(replacement !== null && { replacement: replacement.id }) };
  return (
    <StepFrame
      ready={reason.trim() !== ''}
      word={t`Recall`}
      grave
      take={() => recall(asked, why)}
      onClose={onClose}
    >
      <p className={styles.note}>
        {t`Nobody can present, save, copy or send it anymore. Everyone who used it is told why, and what to use instead.`}
      </p>
      <TextInput
        data-autofocus
        label={t`Reason`}
        placeholder={t`Prices changed on June 1`}
        withAsterisk
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {replacement === null ? (
        <div className={styles.picker}>
          <AssetPicker
            label={t`Use instead (optional)`}
            value={null}
            except={asked.assets}
            onPick={({ id, title }) => setReplacement({ id, title })}
          />
        </div>
      ) : (
        <p className={styles.chosen}>
          <span>{t`Use instead: “${{ title: replacement.title }}”`}</span>
          <Button size="compact-sm" variant="subtle" onClick={() => setReplacement(null)}>{t`Change`}</Button>
        </p>
      )}
    </StepFrame>
  );
}
