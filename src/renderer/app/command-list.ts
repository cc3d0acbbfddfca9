import { t } from '@lingui/core/macro';
import type { WindowControl } from '../../contract/shell.ts';
import type { Can } from '../../shared/vocabulary/capabilities.ts';
import { type Command, PLAIN_COMMAND } from '../base/command.ts';
import { showError } from '../base/undo-toast.ts';
import { AREA_COMMANDS, has, railOf, SETTINGS } from './areas.ts';

/** Of no area. */
const actions: readonly Command[] = [
  {
    ...PLAIN_COMMAND,
    id: 'palette',
    name: t`Find a command`,
    group: 'do',
    keywords: t`palette actions`,
    keys: ['Mod+Shift+P'],
    inPalette: false,
    perform: (context) => context.openPalette(),
  },
  {
    ...PLAIN_COMMAND,
    id: 'help',
    name: t`Show all keys`,
    group: 'look',
    keywords: t`keyboard shortcuts help`,
    keys: ['?'],
    perform: (context) => context.openHelp(),
  },
  {
    ...PLAIN_COMMAND,
    id: 'back',
    name: t`Back`,
    group: 'go',
    keys: ['Alt+ArrowLeft'],
    perform: (context) => context.back(),
  },
  {
    ...PLAIN_COMMAND,
    id: 'forward',
    name: t`Forward`,
    group: 'go',
    keys: ['Alt+ArrowRight'],
    perform: (context) => context.forward(),
  },
  {
    ...PLAIN_COMMAND,
    id: 'copy-link',
    name: t`Copy a link to what is shown`,
    group: 'do',
    keywords: t`share address`,
    keys: ['Mod+Shift+L'],
    perform: (context) => context.copyLink(),
  },
  {
    ...PLAIN_COMMAND,
    id: 'theme-light',
    name: t`Light theme`,
    group: 'look',
    perform: (context) => context.setTheme('light'),
  },
  {
    ...PLAIN_COMMAND,
    id: 'theme-dark',
    name: t`Dark theme`,
    group: 'look',
    perform: (context) => context.setTheme('dark'),
  },
  {
    ...PLAIN_COMMAND,
    id: 'theme-system',
    name: t`Match system theme`,
    group: 'look',
    perform: (context) => context.setTheme('system'),
  },
  {
    ...PLAIN_COMMAND,
    id: 'window-larger',
    name: t`Zoom in`,
    group: 'look',
    keywords: t`larger bigger window text size`,
    keys: ['Mod++', 'Mod+='],
    perform: () => controlWindow('larger'),
  },
  {
    ...PLAIN_COMMAND,
    id: 'window-smaller',
    name: t`Zoom out`,
    group: 'look',
    keywords: t`smaller window text size`,
    keys: ['Mod+-'],
    perform: () => controlWindow('smaller'),
  },
  {
    ...PLAIN_COMMAND,
    id: 'window-actual',
    name: t`Reset zoom`,
    group: 'look',
    keywords: t`actual window text size`,
    keys: ['Mod+0'],
    perform: () => controlWindow('actual size'),
  },
  {
    ...PLAIN_COMMAND,
    id: 'full-screen',
    name: t`Full screen`,
    group: 'look',
    keywords: t`window`,
    keys: ['F11'],
    perform: () => controlWindow('full screen'),
  },
];

function controlWindow(to: WindowControl): void {
  window.kitbag.controlWindow(to).catch(showError);
}

/** What somebody can do from anywhere. */
export function commandsOf(can: Can): readonly Command[] {
  const screens: readonly Command[] = [
    ...railOf(can).map((place) => ({ place, keys: [`Mod+${place.digit}`] })),
    { place: SETTINGS, keys: ['Mod+,'] },
  ].map(({ place, keys }) => ({
    ...PLAIN_COMMAND,
    id: `go-${place.name}`,
    name: place.name,
    group: 'go',
    keywords: t`screen open`,
    keys,
    perform: (context) => context.go(place.to),
  }));
  return [...screens, ...[...AREA_COMMANDS, ...actions].filter((command) => has(can, command))];
}
