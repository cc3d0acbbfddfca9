import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The list of kits, one kit, and the dialogs that make one and add to one. */
export class KitsPage {
  readonly #page: Page;
  readonly makeDialog: Locator;
  readonly name: Locator;
  readonly addDialog: Locator;
  readonly rows: Locator;
  readonly items: Locator;
  readonly bar: Locator;
  readonly title: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.makeDialog = window.getByRole('dialog', { name: 'Make a kit' });
    this.name = this.makeDialog.getByRole('textbox', { name: 'Name' });
    this.addDialog = window.getByRole('dialog', { name: /to a kit$/ });
    this.rows = window.getByRole('list', { name: 'Kits' }).getByRole('link');
    this.items = window.getByRole('region', { name: 'Items' }).getByRole('listitem');
    this.bar = window.getByRole('navigation', { name: 'Kit', exact: true });
    this.title = window.getByRole('heading', { level: 1 });
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** What is found for the words in the search field, kits only. */
  get found(): Locator {
    return this.#page.getByRole('region', { name: 'Kits found' }).getByRole('link');
  }

  /** What sets the kit apart, below its name. */
  get marks(): Locator {
    return this.#page.locator('main p').first();
  }

  /** Chooses from the menu of what is not needed every day. */
  async fromMenu(name: string): Promise<void> {
    await this.button('More').click();
    await this.#page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** Goes from the library's assets to its kits. */
  async show(): Promise<void> {
    await this.#page.getByText('Kits', { exact: true }).first().click();
  }

  /** Makes a kit without anything in it yet. */
  async makeEmpty(name: string): Promise<void> {
    await this.button('Make a kit').first().click();
    await this.makeDialog.waitFor();
    await this.makeDialog.getByText('Nothing', { exact: true }).click();
    await this.name.fill(name);
    await this.press('Enter');
    await this.title.filter({ hasText: name }).waitFor();
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

  type(text: string): Promise<void> {
    return this.#page.keyboard.insertText(text);
  }

  /** A guidance field of the kit. */
  guidance(name: string): Locator {
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  /** Makes a kit of the best for a stage and a persona. */
  async make(name: string, stage: string, persona: string): Promise<void> {
    await this.button('Make a kit').first().click();
    await this.makeDialog.waitFor();
    for (const [label, value] of [
      ['Buying stage', stage],
      ['Persona', persona],
    ] as const) {
      await this.makeDialog.getByRole('combobox', { name: label }).fill(value);
      await this.#page.getByRole('option', { name: value, exact: true }).click();
    }
    await this.makeDialog.getByText(/^It begins with/).waitFor();
    await this.name.fill(name);
    await this.press('Enter');
    await this.title.filter({ hasText: name }).waitFor();
  }
}
