import { t } from '@lingui/core/macro';
import type { Capability } from '../../../shared/vocabulary/capabilities.ts';

/**
 * Every key that does something in one place of the window. The handlers take their keys from here (`perform-key.ts`), and so does the
 * list of keys; what works from anywhere is in `command-list.ts`. Lines of the same name are one line in that list.
 */

type Binding = { readonly name: string; readonly keys: readonly string[] };
type Area = {
  /** Where they hold, as a heading. */
  readonly title: string;
  /** Who has such a place. */
  readonly needs?: Capability;
  readonly keys: Readonly<Record<string, Binding>>;
};

const step = t`Move by one`;
const ends = t`Go to the first, to the last`;

/** The keys of each place. */
export const KEY_MAP = {
  search: {
    title: t`Search field`,
    keys: {
      accept: { name: 'Accept suggestion', keys: ['Tab'] },
      filters: { name: 'Show search filters', keys: ['Alt+ArrowDown', 'Mod+Space'] },
      open: { name: 'Open the best result', keys: ['Enter'] },
      results: { name: 'Go to the results', keys: ['ArrowDown'] },
      recent: { name: 'Show recent searches', keys: ['ArrowUp'] },
      clear: { name: 'Clear the search', keys: ['Escape'] },
    },
  },
  suggestions: {
    title: t`Suggestions`,
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      take: { name: 'Accept suggestion', keys: ['Enter', 'Tab'] },
      close: { name: 'Close them', keys: ['Escape'] },
    },
  },
  results: {
    title: t`Results`,
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      pageDown: { name: 'Move by a screen', keys: ['PageDown'] },
      pageUp: { name: 'Move by a screen', keys: ['PageUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      quickLook: { name: 'Quick look', keys: ['Space'] },
      closeQuickLook: { name: 'Close the quick look', keys: ['Escape'] },
      pick: { name: 'Select', keys: ['x'] },
      pickRange: { name: 'Select everything up to here', keys: ['Shift+X'] },
      pickAll: { name: 'Select all results', keys: ['Mod+A'] },
    },
  },
  reader: {
    title: t`Reader`,
    keys: {
      rate1: { name: 'Rate what you are reading', keys: ['1'] },
      rate2: { name: 'Rate what you are reading', keys: ['2'] },
      rate3: { name: 'Rate what you are reading', keys: ['3'] },
      rate4: { name: 'Rate what you are reading', keys: ['4'] },
      rate5: { name: 'Rate what you are reading', keys: ['5'] },
      comment: { name: 'Add a reason to your rating', keys: ['c'] },
      nextPage: { name: 'Next page', keys: ['ArrowRight'] },
      previousPage: { name: 'Previous page', keys: ['ArrowLeft'] },
      firstPage: { name: 'First page', keys: ['Home'] },
      lastPage: { name: 'Last page', keys: ['End'] },
      screenDown: { name: 'Scroll by a screen', keys: ['PageDown'] },
      screenUp: { name: 'Scroll by a screen', keys: ['PageUp'] },
      find: { name: 'Find in document', keys: ['Mod+F'] },
      nextMatch: { name: 'Next match', keys: ['F3'] },
      previousMatch: { name: 'Previous match', keys: ['Shift+F3'] },
      zoomIn: { name: 'Larger', keys: ['+', '=', 'Mod++', 'Mod+='] },
      zoomOut: { name: 'Smaller', keys: ['-', 'Mod+-'] },
      fitWidth: { name: 'Fit width', keys: ['0'] },
      actualSize: { name: 'Actual size', keys: ['Mod+0'] },
      present: { name: 'Present', keys: ['F5'] },
      copy: { name: 'Copy the selected text, or the file', keys: ['Mod+C'] },
      selectText: { name: 'Select the text', keys: ['Mod+A'] },
      save: { name: 'Save a copy', keys: ['Mod+S'] },
      leave: { name: 'Back', keys: ['Escape'] },
    },
  },
  findBar: {
    title: t`Find in document`,
    keys: {
      next: { name: 'Next match', keys: ['Enter'] },
      previous: { name: 'Previous match', keys: ['Shift+Enter'] },
      close: { name: 'Close', keys: ['Escape'] },
    },
  },
  presenting: {
    title: t`While presenting`,
    keys: {
      next: {
        name: 'Next page',
        keys: ['ArrowRight', 'ArrowDown', 'PageDown', 'Space', 'Enter', 'n'],
      },
      previous: { name: 'Previous page', keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'p'] },
      first: { name: 'First page', keys: ['Home'] },
      last: { name: 'Last page', keys: ['End'] },
      end: { name: 'End', keys: ['Escape'] },
    },
  },
  pages: {
    title: t`Page list and page number`,
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      go: { name: 'Go to the page you typed', keys: ['Enter'] },
      restore: { name: 'Leave the page number as it was', keys: ['Escape'] },
    },
  },
  call: {
    title: t`My call`,
    keys: {
      clear: { name: 'Clear my call', keys: ['Backspace', 'Delete'] },
    },
  },
  list: {
    title: t`Lists, columns and maps`,
    keys: {
      down: { name: step, keys: ['ArrowDown'] },
      up: { name: step, keys: ['ArrowUp'] },
      left: { name: step, keys: ['ArrowLeft'] },
      right: { name: step, keys: ['ArrowRight'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
    },
  },
  layer: {
    title: t`Dialogs and pop-overs`,
    keys: { close: { name: 'Close', keys: ['Escape'] } },
  },
  divider: {
    title: t`Dividers between panes`,
    keys: {
      left: { name: 'Move it', keys: ['ArrowLeft'] },
      right: { name: 'Move it', keys: ['ArrowRight'] },
    },
  },
  form: {
    title: t`Forms`,
    keys: {
      send: { name: 'Send', keys: ['Mod+Enter'] },
      take: { name: 'Accept what you typed', keys: ['Enter'] },
      leave: { name: 'Leave it as it was', keys: ['Escape'] },
    },
  },
  table: {
    title: t`Publish table`,
    needs: 'publish',
    keys: {
      up: { name: 'Move by a cell', keys: ['ArrowUp'] },
      down: { name: 'Move by a cell', keys: ['ArrowDown'] },
      left: { name: 'Move by a cell', keys: ['ArrowLeft'] },
      right: { name: 'Move by a cell', keys: ['ArrowRight'] },
      next: { name: 'Next cell, previous cell', keys: ['Tab'] },
      previous: { name: 'Next cell, previous cell', keys: ['Shift+Tab'] },
      firstColumn: { name: 'First column, last column', keys: ['Home', 'Mod+ArrowLeft'] },
      lastColumn: { name: 'First column, last column', keys: ['End', 'Mod+ArrowRight'] },
      firstRow: { name: 'First row, last row', keys: ['Mod+ArrowUp'] },
      lastRow: { name: 'First row, last row', keys: ['Mod+ArrowDown'] },
      start: { name: 'First cell, last cell', keys: ['Mod+Home'] },
      end: { name: 'First cell, last cell', keys: ['Mod+End'] },
      pageUp: { name: 'Move by a screen', keys: ['PageUp'] },
      pageDown: { name: 'Move by a screen', keys: ['PageDown'] },
      extendUp: { name: 'Select rows while moving', keys: ['Shift+ArrowUp'] },
      extendDown: { name: 'Select rows while moving', keys: ['Shift+ArrowDown'] },
      extendPageUp: { name: 'Select a screen of rows', keys: ['Shift+PageUp'] },
      extendPageDown: { name: 'Select a screen of rows', keys: ['Shift+PageDown'] },
      extendToFirst: { name: 'Select up to the first, to the last row', keys: ['Mod+Shift+ArrowUp'] },
      extendToLast: { name: 'Select up to the first, to the last row', keys: ['Mod+Shift+ArrowDown'] },
      narrower: { name: 'Make the column narrower, wider', keys: ['Alt+Shift+ArrowLeft'] },
      wider: { name: 'Make the column narrower, wider', keys: ['Alt+Shift+ArrowRight'] },
      edit: { name: 'Edit', keys: ['Enter', 'F2'] },
      clear: { name: 'Clear the cell', keys: ['Delete', 'Backspace'] },
      pick: { name: 'Select the row', keys: ['Space'] },
      pickRange: { name: 'Select everything up to here', keys: ['Shift+Space'] },
      pickAll: { name: 'Select all rows', keys: ['Mod+A'] },
      undo: { name: 'Undo', keys: ['Mod+Z'] },
      leave: { name: 'Clear the selection; Tab leaves the table then', keys: ['Escape'] },
    },
  },
  cell: {
    title: t`A cell of the publish table while you edit it`,
    needs: 'publish',
    keys: {
      accept: { name: 'Accept', keys: ['Enter'] },
      next: { name: 'Accept, go to the next, the previous cell', keys: ['Tab'] },
      previous: { name: 'Accept, go to the next, the previous cell', keys: ['Shift+Tab'] },
      up: { name: 'Move in the list', keys: ['ArrowUp'] },
      down: { name: 'Move in the list', keys: ['ArrowDown'] },
      mark: { name: 'Mark, where several can be chosen', keys: ['Space'] },
      cancel: { name: 'Leave it as it was', keys: ['Escape'] },
    },
  },
} as const satisfies Readonly<Record<string, Area>>;

/** A place with keys of its own. */
export type KeyArea = keyof typeof KEY_MAP;
/** What a key does there. */
export type KeyId<Name extends KeyArea> = keyof (typeof KEY_MAP)[Name]['keys'] & string;

/** The places in the order in which the list of keys shows them. */
export const KEY_AREAS: readonly Area[] = Object.values(KEY_MAP);

/** The keys of a place, by what they do. */
export function bindingsOf(area: KeyArea): Readonly<Record<string, Binding>> {
  return KEY_MAP[area].keys;
}
