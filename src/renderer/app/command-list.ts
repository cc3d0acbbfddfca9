import type { Role } from '../../contract/common.ts';
import type { WindowControl } from '../../contract/shell.ts';
import { openCallContext } from '../areas/calls/call-context-pill.tsx';
import { exchangeNow } from '../areas/hub/sync/exchange-now.ts';
import { chooseAndStage } from '../areas/publish/stage-files.ts';
import { ASK_KEY, askMarketing } from '../areas/requests/request-drawer-state.ts';
import type { Command } from '../base/command.ts';
import { enterResultsFromNowhere, focusSearch } from '../base/focus-search.ts';
import { showError } from '../base/undo-toast.ts';
import { areasOf, settingsArea } from './areas.ts';

const everybody: readonly Role[] = ['rep', 'marketer', 'lead'];
const publishers: readonly Role[] = ['marketer', 'lead'];
const plain = { keywords: '', keys: [], inPalette: true, roles: everybody } as const;

const actions: readonly Command[] = [
  {
    ...plain,
    id: 'search',
    name: 'Search',
    group: 'Do',
    keywords: 'find look for',
    keys: ['/', 'Mod+K'],
    perform: () => focusSearch(),
  },
  {
    ...plain,
    id: 'results',
    name: 'Go to the results',
    group: 'Do',
    keys: ['ArrowDown'],
    inPalette: false,
    perform: () => enterResultsFromNowhere(),
  },
  {
    ...plain,
    id: 'call',
    name: 'Set my call',
    group: 'Do',
    keywords: 'context stage persona prepare',
    keys: ['Mod+.'],
    perform: () => openCallContext(),
  },
  {
    ...plain,
    id: 'ask',
    name: 'Ask marketing for something',
    group: 'Do',
    keywords: 'request need new missing',
    keys: [ASK_KEY],
    perform: () => askMarketing(),
  },
  {
    ...plain,
    id: 'choose-files',
    name: 'Publish files',
    group: 'Do',
    keywords: 'upload add import document',
    keys: ['Mod+Shift+U'],
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
    name: 'Sync now',
    group: 'Do',
    keywords: 'exchange hub synchronize refresh update pull push',
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
    keys: ['Mod+Shift+P'],
    inPalette: false,
    perform: (context) => context.openPalette(),
  },
  {
    ...plain,
    id: 'help',
    name: 'Show all keys',
    group: 'Look',
    keywords: 'keyboard shortcuts help',
    keys: ['?'],
    perform: (context) => context.openHelp(),
  },
  {
    ...plain,
    id: 'back',
    name: 'Back',
    group: 'Go to',
    keys: ['Alt+ArrowLeft'],
    perform: (context) => context.back(),
  },
  {
    ...plain,
    id: 'forward',
    name: 'Forward',
    group: 'Go to',
    keys: ['Alt+ArrowRight'],
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
    name: 'Match system theme',
    group: 'Look',
    perform: (context) => context.setTheme('system'),
  },
  {
    ...plain,
    id: 'window-larger',
    name: 'Zoom in',
    group: 'Look',
    keywords: 'larger bigger window text size',
    keys: ['Mod++', 'Mod+='],
    perform: () => controlWindow('larger'),
  },
  {
    ...plain,
    id: 'window-smaller',
    name: 'Zoom out',
    group: 'Look',
    keywords: 'smaller window text size',
    keys: ['Mod+-'],
    perform: () => controlWindow('smaller'),
  },
  {
    ...plain,
    id: 'window-actual',
    name: 'Reset zoom',
    group: 'Look',
    keywords: 'actual window text size',
    keys: ['Mod+0'],
    perform: () => controlWindow('actual size'),
  },
  {
    ...plain,
    id: 'full-screen',
    name: 'Full screen',
    group: 'Look',
    keywords: 'window',
    keys: ['F11'],
    perform: () => controlWindow('full screen'),
  },
];

function controlWindow(to: WindowControl): void {
  window.kitbag.controlWindow(to).catch(showError);
}

/** What somebody with this role can do from anywhere. */
export function commandsOf(role: Role): readonly Command[] {
  const screens: readonly Command[] = [
    ...areasOf(role).map((area, index) => ({ area, keys: [`Mod+${index + 1}`] })),
    { area: settingsArea, keys: ['Mod+,'] },
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
