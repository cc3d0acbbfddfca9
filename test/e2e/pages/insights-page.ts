import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The insights screen. */
export class InsightsPage {
  readonly #page: Page;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
  }

  /** The card of one of the four numbers. */
  number(name: string): Locator {
    return this.#page.getByRole('article', { name, exact: true });
  }

  definition(name: string): Locator {
    return this.number(name).getByRole('button', { name: /^What is / });
  }

  tooltip(): Locator {
    return this.#page.getByRole('tooltip');
  }

  /** A cell of the map, a link where there are assets and a button where there are none. */
  cell(stage: string, persona: string): Locator {
    const name = new RegExp(`^${stage}, ${persona}:`);
    return this.#page.getByRole('link', { name }).or(this.#page.getByRole('button', { name }));
  }

  /** Chooses a list for the rows or the columns of the map. */
  async chooseAxis(axis: 'Rows' | 'Columns', list: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: axis }).selectOption({ label: list });
  }

  table(name: string): Locator {
    return this.#page.getByRole('table', { name, exact: true });
  }

  section(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  sortBy(table: string, column: string): Promise<void> {
    return this.table(table).getByRole('button', { name: column, exact: true }).click();
  }

  export(name: string): Promise<void> {
    return this.#page.getByRole('button', { name: `Export ${name} as CSV` }).click();
  }

  /** Chooses what stands between the columns of all CSV files. */
  async chooseSeparator(name: string): Promise<void> {
    await this.#page
      .getByRole('button', { name: /^Separator of CSV files/ })
      .first()
      .click();
    await this.#page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  }

  period(name: string): Locator {
    return this.#page.getByRole('radiogroup', { name: 'Period' }).getByText(name, { exact: true });
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  heading(name: string): Locator {
    return this.#page.getByRole('heading', { name, exact: true });
  }

  drawer(): Locator {
    return this.#page.getByRole('dialog', { name: 'Ask for content' });
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }

  address(): Promise<string> {
    return this.#page.evaluate(() => decodeURIComponent(globalThis.location.hash));
  }
}
