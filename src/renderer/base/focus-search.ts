import { createStore } from './store.ts';

/** The id of the one search field. */
export const SEARCH_FIELD_ID = 'search-field';

/** Takes the focus to the list of results; set while there is one on the screen. */
export const enterResults = createStore<(() => void) | null>(null);

/** The text for which Enter was pressed: its best result opens as soon as it is there, never one of an older text. */
export const wantedOpen = createStore<string | null>(null);

/** Asks for what words find before the address has them: while it follows, the answer is on its way. Set while the library is shown. */
export const askEarly = createStore<((words: string) => void) | null>(null);

/** Takes the focus to the results where nothing that does something has it. Says whether there are any to go to. */
export function enterResultsFromNowhere(): boolean {
  const active = document.activeElement;
  const nowhere =
    active === null || active === document.body || active.id === 'main' || 'screen' in dataOf(active);
  const enter = enterResults.get();
  if (!nowhere || enter === null) return false;
  enter();
  return true;
}

function dataOf(element: Element): DOMStringMap {
  return element instanceof HTMLElement ? element.dataset : {};
}

/** Takes the focus to the search field and selects what is in it. */
export function focusSearch(): void {
  const field = searchField();
  field?.focus();
  field?.select();
}

/** Takes the focus to the search field and goes on typing there. */
export function typeIntoSearch(): void {
  const field = searchField();
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

function searchField(): HTMLInputElement | null {
  const found = document.getElementById(SEARCH_FIELD_ID);
  return found instanceof HTMLInputElement ? found : null;
}
