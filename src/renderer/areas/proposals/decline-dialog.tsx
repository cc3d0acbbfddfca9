import { t } from '@lingui/core/macro';
import type { Proposal } from '../../../contract/proposals.ts';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { DeclineForm } from '../../ui/decline-form.tsx';
import { decline, toDecline } from './adopt.ts';

/** Asks why something is declined: whoever proposed it is told. */
export function DeclineDialog() {
  return (
    <AskedDialog store={toDecline} titleOf={({ fileName }) => t`Decline “${{ file: fileName }}”`}>
      {(asked, close) => (
        <DeclineForm
          key={asked.id}
          name={asked.by.name}
          begin={thereAs(asked)}
          placeholder={t`Prices of last year`}
          decline={(reason) => decline(asked, reason)}
          onClose={close}
        />
      )}
    </AskedDialog>
  );
}

function thereAs({ inLibrary }: Proposal): string {
  return inLibrary === undefined ? '' : t`Already in the library as “${{ title: inLibrary.title }}”.`;
}
