import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { ledgerShown } from './send-state.ts';

/** What the area brings into the window. */
export const sends = {
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'sent',
      name: t`What I sent`,
      group: 'look',
      keywords: t`ledger mail recipient customer shared`,
      perform: () => ledgerShown.set(true),
    },
  ],
} as const satisfies Area;
