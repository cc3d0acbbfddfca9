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
const ends = t`Go to the first or last one`;

/** The keys of each place. */
const KEY_MAP = {
  search: {
    title: t`Search field`,
    keys: {
      accept: { name: t`Accept suggestion`, keys: ['Tab'] },
      filters: { name: t`Show search filters`, keys: ['Alt+ArrowDown', 'Mod+Space'] },
      open: { name: t`Open the best result`, keys: ['Enter'] },
      results: { name: t`Go to the results`, keys: ['ArrowDown'] },
      recent: { name: t`Show recent searches`, keys: ['ArrowUp'] },
      clear: { name: t`Clear the search`, keys: ['Escape'] },
    },
  },
  suggestions: {
    title: t`Suggestions`,
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      take: { name: t`Accept suggestion`, keys: ['Enter', 'Tab'] },
      close: { name: t`Close them`, keys: ['Escape'] },
    },
  },
  results: {
    title: t`Results`,
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      pageDown: { name: t`Move by a screen`, keys: ['PageDown'] },
      pageUp: { name: t`Move by a screen`, keys: ['PageUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      quickLook: { name: t`Quick look`, keys: ['Space'] },
      closeQuickLook: { name: t`Close the quick look`, keys: ['Escape'] },
      pick: { name: t`Select`, keys: ['x'] },
      pickRange: { name: t`Select everything up to here`, keys: ['Shift+X'] },
      pickAll: { name: t`Select all results`, keys: ['Mod+A'] },
      edit: { name: t`Edit the selected assets`, keys: ['e'] },
      send: { name: t`Send the result, or what is selected`, keys: ['s'] },
      present: { name: t`Present the result`, keys: ['F5'] },
      tray: { name: t`Put the page found into the tray, or take it out`, keys: ['t'] },
    },
  },
  gallery: {
    title: t`Results as pages`,
    keys: {
      next: { name: step, keys: ['ArrowRight'] },
      previous: { name: step, keys: ['ArrowLeft'] },
      down: { name: step, keys: ['ArrowDown'] },
      up: { name: step, keys: ['ArrowUp'] },
      pageDown: { name: t`Move by a screen`, keys: ['PageDown'] },
      pageUp: { name: t`Move by a screen`, keys: ['PageUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      pick: { name: t`Put the page into the tray, or take it out`, keys: ['Space', 't'] },
      whole: { name: t`Show all pages of the document, or those found`, keys: ['p'] },
      send: { name: t`Send the document`, keys: ['s'] },
    },
  },
  library: {
    title: t`Library`,
    keys: { view: { name: t`Show results as pages or as a list`, keys: ['v'] } },
  },
  reviews: {
    title: t`Reviews`,
    needs: 'publish',
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      extendDown: { name: t`Select rows while moving`, keys: ['Shift+ArrowDown'] },
      extendUp: { name: t`Select rows while moving`, keys: ['Shift+ArrowUp'] },
      pick: { name: t`Select the row`, keys: ['Mod+Space', 'Shift+Space'] },
      pickAll: { name: t`Select all rows`, keys: ['Mod+A'] },
      pickNone: { name: t`Select nothing`, keys: ['Escape'] },
      open: { name: t`Open`, keys: ['Enter'] },
      look: { name: t`Quick look`, keys: ['Space'] },
      verify: { name: t`Verify or approve`, keys: ['v'] },
      giveBack: { name: t`Return what you were asked to review`, keys: ['t'] },
      expiry: { name: t`Set the last day of use`, keys: ['e'] },
      reassign: { name: t`Change owner or verifier`, keys: ['r'] },
      archive: { name: t`Archive`, keys: ['a'] },
      recall: { name: t`Recall`, keys: ['x'] },
    },
  },
  proposals: {
    title: t`What colleagues propose`,
    needs: 'publish',
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      adopt: { name: t`Put it on the publish table`, keys: ['Enter'] },
      decline: { name: t`Decline`, keys: ['d'] },
    },
  },
  duplicates: {
    title: t`Duplicates`,
    needs: 'publish',
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      open: { name: t`Open`, keys: ['Enter'] },
      look: { name: t`Look at both side by side`, keys: ['Space'] },
      closeLook: { name: t`Close the look`, keys: ['Escape'] },
      merge: { name: t`Merge`, keys: ['m'] },
      swap: { name: t`Keep the other one`, keys: ['s'] },
      apart: { name: t`Not the same`, keys: ['n'] },
    },
  },
  reader: {
    title: t`Reader`,
    keys: {
      rate1: { name: t`Rate what you are reading`, keys: ['1'] },
      rate2: { name: t`Rate what you are reading`, keys: ['2'] },
      rate3: { name: t`Rate what you are reading`, keys: ['3'] },
      rate4: { name: t`Rate what you are reading`, keys: ['4'] },
      rate5: { name: t`Rate what you are reading`, keys: ['5'] },
      comment: { name: t`Add a reason to your rating`, keys: ['c'] },
      nextPage: { name: t`Next page`, keys: ['ArrowRight'] },
      previousPage: { name: t`Previous page`, keys: ['ArrowLeft'] },
      firstPage: { name: t`First page`, keys: ['Home'] },
      lastPage: { name: t`Last page`, keys: ['End'] },
      screenDown: { name: t`Scroll by a screen`, keys: ['PageDown'] },
      screenUp: { name: t`Scroll by a screen`, keys: ['PageUp'] },
      find: { name: t`Find in document`, keys: ['Mod+F'] },
      nextMatch: { name: t`Next match`, keys: ['F3'] },
      previousMatch: { name: t`Previous match`, keys: ['Shift+F3'] },
      zoomIn: { name: t`Larger`, keys: ['+', '=', 'Mod++', 'Mod+='] },
      zoomOut: { name: t`Smaller`, keys: ['-', 'Mod+-'] },
      fitWidth: { name: t`Fit width`, keys: ['0'] },
      actualSize: { name: t`Actual size`, keys: ['Mod+0'] },
      present: { name: t`Present`, keys: ['F5'] },
      copy: { name: t`Copy the selected text or the file`, keys: ['Mod+C'] },
      selectText: { name: t`Select the text`, keys: ['Mod+A'] },
      save: { name: t`Save a copy`, keys: ['Mod+S'] },
      send: { name: t`Send`, keys: ['s'] },
      tray: { name: t`Put the page into the tray, or take it out`, keys: ['t'] },
      leave: { name: t`Back`, keys: ['Escape'] },
    },
  },
  kit: {
    title: t`Kit`,
    keys: {
      rate1: { name: t`Rate the kit`, keys: ['1'] },
      rate2: { name: t`Rate the kit`, keys: ['2'] },
      rate3: { name: t`Rate the kit`, keys: ['3'] },
      rate4: { name: t`Rate the kit`, keys: ['4'] },
      rate5: { name: t`Rate the kit`, keys: ['5'] },
      send: { name: t`Send what is in the kit`, keys: ['s'] },
      present: { name: t`Present what is in the kit`, keys: ['F5'] },
      tray: { name: t`Put what is in the kit into the tray`, keys: ['t'] },
    },
  },
  orderedItems: {
    title: t`Items of a kit or a pack`,
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      moveUp: { name: t`Move it up or down`, keys: ['Alt+ArrowUp'] },
      moveDown: { name: t`Move it up or down`, keys: ['Alt+ArrowDown'] },
      remove: { name: t`Remove it`, keys: ['Delete'] },
    },
  },
  sequence: {
    title: t`Reading a kit or a pack`,
    keys: {
      next: { name: t`Next or previous document`, keys: ['n'] },
      previous: { name: t`Next or previous document`, keys: ['p'] },
    },
  },
  callPage: {
    title: t`Call`,
    keys: {
      send: { name: t`Send the pack`, keys: ['s'] },
      present: { name: t`Present the pack`, keys: ['F5'] },
      fix: { name: t`Fix the first thing that isn’t ready`, keys: ['f'] },
      add: { name: t`Add documents`, keys: ['a'] },
    },
  },
  compare: {
    title: t`Comparing versions`,
    keys: {
      next: { name: t`Next change`, keys: ['n'] },
      previous: { name: t`Previous change`, keys: ['p'] },
      leave: { name: t`Back`, keys: ['Escape'] },
    },
  },
  findBar: {
    title: t`Find in document`,
    keys: {
      next: { name: t`Next match`, keys: ['Enter'] },
      previous: { name: t`Previous match`, keys: ['Shift+Enter'] },
      close: { name: t`Close`, keys: ['Escape'] },
    },
  },
  presenting: {
    title: t`While presenting`,
    keys: {
      next: { name: t`Next page`, keys: ['ArrowRight', 'ArrowDown', 'PageDown', 'Space'] },
      previous: { name: t`Previous page`, keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'] },
      first: { name: t`First page`, keys: ['Home'] },
      last: { name: t`Last page`, keys: ['End'] },
      go: { name: t`Go to the number or word you typed (after / also words with B or L)`, keys: ['Enter'] },
      black: { name: t`Black`, keys: ['b'] },
      laser: { name: t`Laser pointer, while held`, keys: ['l'] },
      swap: { name: t`Swap displays`, keys: ['F8'] },
      end: { name: t`End`, keys: ['Escape'] },
    },
  },
  pages: {
    title: t`Page list and page number`,
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      pick: { name: t`Put the page into the tray, or take it out`, keys: ['Space'] },
      go: { name: t`Go to the page you typed`, keys: ['Enter'] },
      restore: { name: t`Reset the page number`, keys: ['Escape'] },
    },
  },
  call: {
    title: t`My call`,
    keys: {
      clear: { name: t`Clear my call`, keys: ['Backspace', 'Delete'] },
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
    keys: { close: { name: t`Close`, keys: ['Escape'] } },
  },
  divider: {
    title: t`Dividers between panes`,
    keys: {
      left: { name: t`Move it`, keys: ['ArrowLeft'] },
      right: { name: t`Move it`, keys: ['ArrowRight'] },
    },
  },
  form: {
    title: t`Forms`,
    keys: {
      send: { name: t`Send`, keys: ['Mod+Enter'] },
      take: { name: t`Accept what you typed`, keys: ['Enter'] },
      leave: { name: t`Cancel`, keys: ['Escape'] },
    },
  },
  plan: {
    title: t`Import plan`,
    needs: 'publish',
    keys: {
      next: { name: step, keys: ['ArrowDown'] },
      previous: { name: step, keys: ['ArrowUp'] },
      first: { name: ends, keys: ['Home'] },
      last: { name: ends, keys: ['End'] },
      accept: { name: t`Accept what is proposed`, keys: ['Enter'] },
      acceptAll: { name: t`Accept all proposals`, keys: ['a'] },
      look: { name: t`Look into it`, keys: ['Space'] },
      closeLook: { name: t`Close`, keys: ['Escape'] },
      rule: { name: t`Keep as a rule`, keys: ['r'] },
      table: { name: t`Go to the table`, keys: ['t'] },
      undo: { name: t`Undo`, keys: ['Mod+Z'] },
    },
  },
  table: {
    title: t`Publish table`,
    needs: 'publish',
    keys: {
      up: { name: t`Move by a cell`, keys: ['ArrowUp'] },
      down: { name: t`Move by a cell`, keys: ['ArrowDown'] },
      left: { name: t`Move by a cell`, keys: ['ArrowLeft'] },
      right: { name: t`Move by a cell`, keys: ['ArrowRight'] },
      next: { name: t`Next or previous cell`, keys: ['Tab'] },
      previous: { name: t`Next or previous cell`, keys: ['Shift+Tab'] },
      firstColumn: { name: t`First or last column`, keys: ['Home', 'Mod+ArrowLeft'] },
      lastColumn: { name: t`First or last column`, keys: ['End', 'Mod+ArrowRight'] },
      firstRow: { name: t`First or last row`, keys: ['Mod+ArrowUp'] },
      lastRow: { name: t`First or last row`, keys: ['Mod+ArrowDown'] },
      start: { name: t`First or last cell`, keys: ['Mod+Home'] },
      end: { name: t`First or last cell`, keys: ['Mod+End'] },
      pageUp: { name: t`Move by a screen`, keys: ['PageUp'] },
      pageDown: { name: t`Move by a screen`, keys: ['PageDown'] },
      extendUp: { name: t`Select rows while moving`, keys: ['Shift+ArrowUp'] },
      extendDown: { name: t`Select rows while moving`, keys: ['Shift+ArrowDown'] },
      extendPageUp: { name: t`Select a screen of rows`, keys: ['Shift+PageUp'] },
      extendPageDown: { name: t`Select a screen of rows`, keys: ['Shift+PageDown'] },
      extendToFirst: { name: t`Select up to the first or last row`, keys: ['Mod+Shift+ArrowUp'] },
      extendToLast: { name: t`Select up to the first or last row`, keys: ['Mod+Shift+ArrowDown'] },
      narrower: { name: t`Make the column narrower or wider`, keys: ['Alt+Shift+ArrowLeft'] },
      wider: { name: t`Make the column narrower or wider`, keys: ['Alt+Shift+ArrowRight'] },
      edit: { name: t`Edit`, keys: ['Enter', 'F2'] },
      clear: { name: t`Clear the cell`, keys: ['Delete', 'Backspace'] },
      pick: { name: t`Select the row`, keys: ['Space'] },
      pickRange: { name: t`Select everything up to here`, keys: ['Shift+Space'] },
      pickAll: { name: t`Select all rows`, keys: ['Mod+A'] },
      undo: { name: t`Undo`, keys: ['Mod+Z'] },
      leave: { name: t`Clear the selection, so that Tab leaves the table`, keys: ['Escape'] },
    },
  },
  cell: {
    title: t`A cell of the publish table while you edit it`,
    needs: 'publish',
    keys: {
      accept: { name: t`Accept`, keys: ['Enter'] },
      next: { name: t`Accept and go to the next or previous cell`, keys: ['Tab'] },
      previous: { name: t`Accept and go to the next or previous cell`, keys: ['Shift+Tab'] },
      up: { name: t`Move in the list`, keys: ['ArrowUp'] },
      down: { name: t`Move in the list`, keys: ['ArrowDown'] },
      mark: { name: t`Select, where you can choose several`, keys: ['Space'] },
      cancel: { name: t`Cancel`, keys: ['Escape'] },
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
