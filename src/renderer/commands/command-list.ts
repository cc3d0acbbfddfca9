import type { Role } from '../../contract/common.ts';
import { areasOf, settingsArea } from '../app/areas.ts';
import { focusSearch } from '../app/focus-search.ts';
import { openRequestDrawer } from '../app/request-drawer-state.ts';
import { chooseAndStage } from '../app/stage-files.ts';
import { openCallContext } from '../features/call-context/call-context-pill.tsx';
import { exchangeNow } from '../features/exchange/exchange-now.ts';
import type { Command } from './command.ts';

const everybody: readonly Role[] = ['rep', 'marketer', 'lead'];
const publishers: readonly Role[] = ['marketer', 'lead'];
const plain = { keywords: '', keys: [], whileTyping: true, roles: everybody } as const;

const actions: readonly Command[] = [
  {
    ...plain,
    id: 'search',
    name: 'Search',
    group: 'Do',
    keywords: 'find look for',
    keys: ['mod+K'],
    perform: () => focusSearch(),
  },
  {
    ...plain,
    id: 'call',
    name: 'Set my call',
    group: 'Do',
    keywords: 'context stage persona prepare',
    keys: ['mod+.'],
    perform: () => openCallContext(),
  },
  {
    ...plain,
    id: 'ask',
    name: 'Ask marketing for something',
    group: 'Do',
    keywords: 'request need new missing',
    keys: ['mod+shift+R'],
    perform: () => openRequestDrawer(),
  },
  {
    ...plain,
    id: 'choose-files',
    name: 'Publish files',
    group: 'Do',
    keywords: 'upload add import document',
    keys: ['mod+shift+U'],
    roles: publishers,
    perform: (context) => void chooseAndStage('files', () => context.go('/publish')),
  },
  {
    ...plain,
    id: 'choose-folder',
    name: 'Publish a folder',
    group: 'Do',
    keywords: 'upload add import directory',
    roles: publishers,
    perform: (context) => void chooseAndStage('folder', () => context.go('/publish')),
  },
  {
    ...plain,
    id: 'exchange',
    name: 'Exchange with the hub now',
    group: 'Do',
    keywords: 'sync synchronise refresh update pull push',
    perform: () => void exchangeNow(),
  },
  {
    ...plain,
    id: 'sync',
    name: 'Sync',
    group: 'Go to',
    keywords: 'screen open hub devices state offline blocked behind folder',
    perform: (context) => context.go('/sync'),
  },
  {
    ...plain,
    id: 'palette',
    name: 'Find a command',
    group: 'Do',
    keywords: 'palette actions',
    keys: ['mod+shift+P'],
    perform: (context) => context.openPalette(),
  },
  {
    ...plain,
    id: 'help',
    name: 'Show all keys',
    group: 'Look',
    keywords: 'keyboard shortcuts help',
    keys: ['shift+?'],
    whileTyping: false,
    perform: (context) => context.openHelp(),
  },
  {
    ...plain,
    id: 'back',
    name: 'Back',
    group: 'Go to',
    keys: ['alt+ArrowLeft'],
    perform: (context) => context.back(),
  },
  {
    ...plain,
    id: 'forward',
    name: 'Forward',
    group: 'Go to',
    keys: ['alt+ArrowRight'],
    perform: (context) => context.forward(),
  },
  {
    ...plain,
    id: 'theme-light',
    name: 'Light theme',
    group: 'Look',
    perform: (context) => context.setTheme('light'),
  },
  {
    ...plain,
    id: 'theme-dark',
    name: 'Dark theme',
    group: 'Look',
    perform: (context) => context.setTheme('dark'),
  },
  {
    ...plain,
    id: 'theme-system',
    name: 'Theme of the system',
    group: 'Look',
    perform: (context) => context.setTheme('system'),
  },
];

/** What somebody with this role can do from anywhere. */
export function commandsOf(role: Role): readonly Command[] {
  const screens: readonly Command[] = [
    ...areasOf(role).map((area, index) => ({ area, keys: [`mod+${index + 1}`] })),
    { area: settingsArea, keys: ['mod+,'] },
  ].map(({ area, keys }) => ({
    ...plain,
    id: `go-${area.name}`,
    name: area.name,
    group: 'Go to',
    keywords: 'screen open',
    keys,
    perform: (context) => context.go(area.to),
  }));
  return [...screens, ...actions.filter((action) => action.roles.includes(role))];
}
