import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The history beside a document or a request. */
export class HistoryPage {
  readonly #page: Page;
  readonly entries: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.entries = window.getByRole('list', { name: 'History' }).locator(':scope > li');
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  /** Archives the asset although that leaves a gap, as the dialog says. */
  async archive(): Promise<void> {
    await this.button('Archive').click();
    await this.#page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }
}
