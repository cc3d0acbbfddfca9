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

/** Something that a person can do from anywhere: one list for shortcuts, palette and the list of keys. */
export type Command = {
  readonly id: string;
  readonly name: string;
  readonly group: 'Go to' | 'Do' | 'Look';
  /** More words that find it. */
  readonly keywords: string;
  /** As `keys.ts` reads them: `Mod+Shift+P`, `/`. */
  readonly keys: readonly string[];
  /** Whether the palette offers it too: not what only makes sense where one is. */
  readonly inPalette: boolean;
  readonly roles: readonly Role[];
  /** `false` says that it did nothing: the key goes on as if nobody had heard it. */
  readonly perform: (context: CommandContext) => unknown;
};

/** Whether keys work while one writes: those that write nothing and do not move in what is written. */
export function worksWhileTyping(keys: string): boolean {
  return /^(?:Mod|Alt)\+/.test(keys) || /^F\d+$/.test(keys);
}

const names: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'Page up',
  PageDown: 'Page down',
  '-': '−',
};

/** Keys as people say them: `Mod+Shift+P` is Ctrl, Shift, P. */
export function keyCaps(keys: string): readonly string[] {
  // A plus at the end is the key itself.
  return keys.split(/\+(?=.)/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
