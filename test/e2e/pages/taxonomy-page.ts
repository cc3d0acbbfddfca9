import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The taxonomy screen. */
export class TaxonomyPage {
  readonly #page: Page;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
  }

  tab(name: string): Locator {
    return this.#page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  terms(list: string): Locator {
    return this.#page.getByRole('list', { name: list, exact: true }).getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  /** Takes back what a message says was done. */
  undo(message: string): Locator {
    return this.#page.getByRole('alert').filter({ hasText: message }).getByRole('button', { name: 'Undo' });
  }

  field(name: string): Locator {
    return this.#page.getByRole('textbox', { name }).or(this.#page.getByRole('combobox', { name }));
  }

  /** Chooses from a select. */
  async choose(label: string, option: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: label }).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Whether something of a form or a list is chosen. */
  box(name: string): Locator {
    return this.#page.getByRole('checkbox', { name, exact: true });
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }
}
