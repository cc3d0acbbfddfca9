import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { chooseAndPropose } from './propose-state.ts';

/** What the area brings into the window. */
export const proposals = {
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'propose-file',
      name: t`Propose a file to marketing`,
      group: 'do',
      keywords: t`contribute share upload suggest`,
      lacks: 'publish',
      perform: () => void chooseAndPropose(),
    },
  ],
} as const satisfies Area;
