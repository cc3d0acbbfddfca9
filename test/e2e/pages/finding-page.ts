import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';
import { LibraryPage } from './library-page.ts';

/** Saved searches, pins, what resembles a page, and what helps where nothing was found. */
export class FindingPage {
  readonly bell: Locator;
  /** The bell's list. */
  readonly saved: Locator;
  readonly saveSearch: Locator;
  readonly saveForm: Locator;
  readonly pinned: Locator;
  readonly drawer: Locator;
  /** What was searched for before, below the search field. */
  readonly recent: Locator;
  readonly #page: Page;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.bell = window.getByRole('button', { name: /^Saved searches: / });
    this.saved = window.getByRole('dialog', { name: 'Saved searches' });
    this.saveSearch = window.getByRole('button', { name: 'Save search', exact: true });
    this.saveForm = window.getByRole('dialog', { name: 'Save this search' });
    this.recent = window.getByRole('listbox', { name: 'Recent searches' });
    this.pinned = window.getByRole('region', { name: 'Pinned', exact: true });
    this.drawer = window.getByRole('dialog', { name: 'Ask for content' });
  }

  /** Keeps the search that is shown. */
  async save(name: string): Promise<void> {
    await this.saveSearch.click();
    await this.saveForm.getByLabel('Name').fill(name);
    await this.saveForm.getByRole('button', { name: 'Save', exact: true }).click();
    // Until it is kept: what is typed meanwhile would be another search below the same form.
    await this.saveForm.waitFor({ state: 'hidden' });
  }

  /** A saved search in the bell's list. */
  savedRow(name: string): Locator {
    return this.saved
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('button', { name: `Rename ${name}` }) });
  }

  /** Opens the menu of a result and chooses from it. */
  async chooseFor(title: string | RegExp, item: string | RegExp): Promise<void> {
    const row = new LibraryPage(this.#page).row(title);
    await row.getByRole('button', { name: /^More for / }).click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }

  table(name: string): Locator {
    return this.#page.getByRole('table', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.#page.getByRole('heading', { name });
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name });
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }
}
