import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The people screen. */
export class PeoplePage {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly refused: Locator;
  /** Whom a link led to. */
  readonly shown: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.dialog = window.getByRole('dialog');
    this.shown = window.locator('li[aria-current="true"]');
    this.refused = window.getByRole('list', { name: 'Refused entries' }).getByRole('listitem');
  }

  tab(name: 'Members' | 'Policies' | 'Refused'): Locator {
    return this.#page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** The people of a group, by who they are. */
  person(group: 'Members' | 'Waiting to be let in' | 'Removed', name: string): Locator {
    return this.#page
      .getByRole('list', { name: group, exact: true })
      .locator(':scope > li')
      .filter({ hasText: name });
  }

  role(name: string): Locator {
    return this.#page.getByRole('combobox', { name: `Role of ${name}` });
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  choice(name: string): Locator {
    return this.#page.getByRole('radio', { name });
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }
}
