import type { Role } from '../../contract/common.ts';

/** What an action may use. */
export type CommandContext = {
  readonly role: Role;
  readonly go: (
    to:
      | '/'
      | '/library'
      | '/requests'
      | '/publish'
      | '/insights'
      | '/taxonomy'
      | '/people'
      | '/sync'
      | '/settings',
  ) => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly setTheme: (theme: 'system' | 'light' | 'dark') => void;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
};

/** Something that a person can do from anywhere: one list for shortcuts, palette and keyboard help. */
export type Command = {
  readonly id: string;
  readonly name: string;
  readonly group: 'Go to' | 'Do' | 'Look';
  /** More words that find it. */
  readonly keywords: string;
  /** As Mantine writes hotkeys: `mod+shift+P`. */
  readonly keys: readonly string[];
  /** Whether its keys work while one types in a field. */
  readonly whileTyping: boolean;
  readonly roles: readonly Role[];
  readonly perform: (context: CommandContext) => void;
};

const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  arrowleft: '←',
  arrowright: '→',
};

/** The keys of a hotkey as people say them: `mod+shift+P` is Ctrl, Shift, P; a character that needs Shift stands alone. */
export function keyCaps(hotkey: string): readonly string[] {
  if (hotkey === 'shift+?') return ['?'];
  return hotkey
    .split('+')
    .map((key) => names[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key));
}
