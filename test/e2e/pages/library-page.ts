import type { Locator, Page } from '@playwright/test';

/** The library and the results of a search. */
export class LibraryPage {
  readonly count: Locator;
  readonly results: Locator;
  readonly rows: Locator;
  readonly quickLook: Locator;
  readonly filters: Locator;
  /** How many rows are picked. */
  readonly selected: Locator;
  /** Titles that come near, where nothing has the words. */
  readonly near: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const screen = page.getByRole('region', { name: 'Library', exact: true });
    this.count = screen.getByText(/^[\d,]+ (results?|assets?)/);
    this.results = page.getByRole('list', { name: 'Results' });
    // Rows hold lists of pages themselves: only the list's own items have a place in the set.
    this.rows = this.results.getByRole('listitem').and(page.locator('[aria-posinset]'));
    this.quickLook = page.getByRole('complementary', { name: 'Quick look' });
    this.selected = page.getByRole('region', { name: 'Selected assets' }).getByText(/selected$/);
    this.filters = page.getByRole('complementary', { name: 'Filters' });
    this.near = page.getByRole('region', { name: 'Similar titles' });
  }

  /** Waits until the results are those of these words, and not of the letters before the last one. */
  async found(words: string): Promise<void> {
    await this.#page.locator(`[data-found="${words}"]`).waitFor();
  }

  /** What completes the word at the cursor of the search field. */
  completions(): Locator {
    return this.#page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  }

  /** Why the result of a row is there: open once its words are. */
  why(): Locator {
    return this.#page.getByRole('dialog', { name: /^Why / });
  }

  /** Filters and operators that are on. */
  activeFilters(): Locator {
    return this.#page.getByRole('list', { name: 'Active filters' }).getByRole('listitem');
  }

  /** A sentence about the result. */
  notice(text: string | RegExp): Locator {
    return this.#page.getByRole('region', { name: 'Library', exact: true }).getByText(text);
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ has: this.#page.getByRole('link', { name: title }) });
  }

  /** Opens a row's menu and chooses from it. */
  async fromMenu(title: string, item: string): Promise<void> {
    await this.#page.getByRole('button', { name: `More for ${title}` }).click();
    await this.#page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** The box that picks a row. */
  pick(row: Locator): Locator {
    return row.getByRole('checkbox');
  }

  /** The lines of a row that each open a page. */
  pagesOf(row: Locator): Locator {
    return row.getByRole('list').getByRole('link');
  }

  filter(name: string | RegExp): Locator {
    return this.filters.getByRole('checkbox', { name });
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name });
  }

  /** How far down messages reach that come at the lower right, from the top of the page. */
  messagesEnd(): Promise<number> {
    return this.#page
      .locator('[data-position="bottom-right"]')
      .first()
      .evaluate((place) => place.getBoundingClientRect().bottom);
  }
}
