import { IconUpload } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { useSession } from '../../base/use-session.ts';
import { PublishScreen } from './publish-screen.tsx';
import { chooseAndStage } from './stage-files.ts';

function useWaiting(): Waiting {
  const { staged } = useSession().counts;
  return { count: staged, told: `${staged} on the table` };
}

/** What the area brings into the window. */
export const publish = {
  screens: { '/publish': PublishScreen },
  rail: { to: '/publish', name: 'Publish', icon: IconUpload, needs: 'publish', useWaiting },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'choose-files',
      name: 'Publish files',
      group: 'Do',
      keywords: 'upload add import document',
      keys: ['Mod+Shift+U'],
      needs: 'publish',
      perform: (context) => void chooseAndStage('files', () => context.go('/publish')),
    },
    {
      ...PLAIN_COMMAND,
      id: 'choose-folder',
      name: 'Publish a folder',
      group: 'Do',
      keywords: 'upload add import directory',
      needs: 'publish',
      perform: (context) => void chooseAndStage('folder', () => context.go('/publish')),
    },
  ],
} as const satisfies Area;
