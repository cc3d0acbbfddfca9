import type { Can, Capability } from '../../shared/vocabulary/capabilities.ts';
import type { PlainAddress } from './addresses.ts';

/** What an action may use. */
export type CommandContext = {
  readonly can: Can;
  readonly go: (to: PlainAddress) => void;
  readonly back: () => void;
  readonly forward: () => void;
  /** Copies a link to what is shown. */
  readonly copyLink: () => void;
  readonly setTheme: (theme: 'system' | 'light' | 'dark') => void;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
};

/** Something that a person can do from anywhere: one list for shortcuts, palette and the list of keys. */
export type Command = {
  readonly id: string;
  readonly name: string;
  readonly group: 'go' | 'do' | 'look';
  /** More words that find it. */
  readonly keywords: string;
  /** As `keys.ts` reads them: `Mod+Shift+P`, `/`. */
  readonly keys: readonly string[];
  /** Whether the palette offers it too: not what only makes sense where one is. */
  readonly inPalette: boolean;
  /** What somebody must be allowed to; absent: everybody has it. */
  readonly needs?: Capability;
  /** Whoever may this has no use for it. */
  readonly lacks?: Capability;
  /** `false` says that it did nothing: the key goes on as if nobody had heard it. */
  readonly perform: (context: CommandContext) => unknown;
};

/** What most commands are: in the palette, for everybody, without keys. */
export const PLAIN_COMMAND = { keywords: '', keys: [], inPalette: true } as const;
