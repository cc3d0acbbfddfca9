import { plural, t } from '@lingui/core/macro';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { type RecallAsked, recall, recallAsked } from './recall-assets.ts';
import { RecallForm } from './recall-form.tsx';

/** Asks why assets are recalled and what is to be used in their place. */
export function RecallDialog() {
  return (
    <AskedDialog store={recallAsked} titleOf={titleOf} size="lg">
      {(asked, close) => (
        <RecallForm
          key={asked.assets.join()}
          note={t`Nobody can present, save, copy or send it anymore. Everyone who used it is told why, and what to use instead.`}
          except={asked.assets}
          recall={(why) => recall(asked, why)}
          onClose={close}
        />
      )}
    </AskedDialog>
  );
}

function titleOf({ assets, title }: RecallAsked): string {
  return title === undefined
    ? plural(assets.length, { one: 'Recall # asset?', other: 'Recall # assets?' })
    : t`Recall “${title}”?`;
}
