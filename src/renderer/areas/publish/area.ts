import { plural, t } from '@lingui/core/macro';
import { IconUpload } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { useSession } from '../../base/use-session.ts';
import { PublishScreen } from './publish-screen.tsx';
import { chooseAndStage } from './stage-files.ts';

function useWaiting(): Waiting {
  const { staged } = useSession().counts;
  return { count: staged, told: plural(staged, { one: '# on the table', other: '# on the table' }) };
}

/** What the area brings into the window. */
export const publish = {
  screens: { '/publish': PublishScreen },
  rail: { to: '/publish', name: t`Publish`, icon: IconUpload, digit: 4, needs: 'publish', useWaiting },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'choose-files',
      name: t`Publish files`,
      group: 'do',
      keywords: t`upload add import document`,
      keys: ['Mod+Shift+U'],
      needs: 'publish',
      perform: (context) => void chooseAndStage('files', () => context.go('/publish')),
    },
    {
      ...PLAIN_COMMAND,
      id: 'choose-folder',
      name: t`Publish a folder`,
      group: 'do',
      keywords: t`upload add import directory`,
      needs: 'publish',
      perform: (context) => void chooseAndStage('folder', () => context.go('/publish')),
    },
  ],
} as const satisfies Area;
