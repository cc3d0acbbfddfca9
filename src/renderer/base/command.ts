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
