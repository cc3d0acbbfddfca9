import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The calls on Home, the dialog that prepares one, and the page of a call. */
export class CallsPage {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly title: Locator;
  readonly items: Locator;
  readonly verdict: Locator;
  readonly troubles: Locator;
  readonly bar: Locator;
  /** Where one looks for more, and what is found. */
  readonly picker: Locator;
  readonly pickable: Locator;
  /** The calls on Home. */
  readonly list: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.dialog = window.getByRole('dialog', { name: /^(?:Prepare a|Change the) call$/ });
    this.title = window.getByRole('heading', { level: 1 });
    this.items = window.getByRole('region', { name: 'Pack' }).getByRole('listitem');
    const panel = window.getByRole('region', { name: 'Flight check' });
    this.verdict = panel.getByRole('status');
    this.troubles = panel.getByRole('listitem');
    this.picker = window.getByRole('textbox', { name: 'Add to the pack' });
    this.pickable = window.getByRole('region', { name: 'Pack' }).getByRole('button');
    this.bar = window.getByRole('navigation', { name: 'Call', exact: true });
    this.list = window.getByRole('region', { name: 'Calls' });
  }

  field(name: string): Locator {
    return this.dialog.getByLabel(name);
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  itemTitles(): Promise<string[]> {
    return this.items.locator('[data-item]').allInnerTexts();
  }

  itemLink(at: number): Locator {
    return this.items.nth(at).locator('[data-item]');
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Chooses from the menu of what is not needed every day. */
  async fromMenu(name: string): Promise<void> {
    await this.button('More').click();
    await this.#page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** Opens the dialog from anywhere. */
  async prepare(): Promise<void> {
    await this.press('Control+Shift+M');
    await this.field('Title').waitFor();
  }
}
