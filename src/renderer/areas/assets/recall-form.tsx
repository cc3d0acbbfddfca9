import { t } from '@lingui/core/macro';
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { StepFrame } from '../../ui/step-frame.tsx';
import { AssetPicker } from './asset-picker.tsx';
import styles from './step-dialog.module.css';

/** What is to be used instead. */
export type Replacement = { readonly id: string; readonly title: string };

type Props = {
  readonly note: string;
  /** Assets that can't take its place. */
  readonly except: readonly string[];
  readonly recall: (why: { readonly reason: string; readonly replacement?: string }) => Promise<boolean>;
  /** What else can take its place, to be picked from. */
  readonly others?: (pick: (chosen: Replacement) => void) => ReactNode;
  readonly onClose: () => void;
};

/** Why something is recalled and what is to be used in its place. */
export function RecallForm({ note, except, recall, others, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [replacement, setReplacement] = useState<Replacement | null>(null);
  const why = { reason, ...(replacement !== null && { replacement: replacement.id }) };
  return (
    <StepFrame ready={reason.trim() !== ''} word={t`Recall`} grave take={() => recall(why)} onClose={onClose}>
      <p className={styles.note}>{note}</p>
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
        <>
          {others?.(setReplacement)}
          <div className={styles.picker}>
            <AssetPicker
              label={t`Use instead (optional)`}
              value={null}
              except={except}
              onPick={({ id, title }) => setReplacement({ id, title })}
            />
          </div>
        </>
      ) : (
        <p className={styles.chosen}>
          <span>{t`Use instead: “${{ title: replacement.title }}”`}</span>
          <Button size="compact-sm" variant="subtle" onClick={() => setReplacement(null)}>{t`Change`}</Button>
        </p>
      )}
    </StepFrame>
  );
}
