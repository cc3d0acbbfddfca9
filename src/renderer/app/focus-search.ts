import { createStore } from './store.ts';

/** The id of the one search field. */
export const SEARCH_FIELD_ID = 'search-field';

/** What the list of results does for keys that are pressed in the search field. */
export type ResultsKeys = {
  /** Opens the chosen result, or the first. */
  readonly open: () => void;
  /** Takes the focus to the list. */
  readonly enterList: () => void;
};

/** Set while a list of results is on the screen. */
export const resultsKeys = createStore<ResultsKeys | null>(null);

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
