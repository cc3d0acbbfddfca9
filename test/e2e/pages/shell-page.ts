import { expect, type Locator, type Page } from '@playwright/test';

/** What is around every screen: rail, search field, call context, banners, toasts, palette. */
export class ShellPage {
  readonly search: Locator;
  /** The key that leads to the search field, as it offers it. */
  readonly searchKey: Locator;
  /** The search field and the call. */
  readonly bars: Locator;
  readonly rail: Locator;
  readonly call: Locator;
  readonly callChoice: Locator;
  readonly palette: Locator;
  readonly help: Locator;
  readonly toasts: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.search = page.getByRole('combobox', { name: 'Search', exact: true });
    this.searchKey = page.getByRole('search').locator('kbd').filter({ hasText: '/' });
    this.bars = page.getByRole('region', { name: 'Search and call' });
    this.rail = page.getByRole('navigation', { name: 'Screens' });
    this.call = page.getByRole('button', { name: /^My call/ });
    this.callChoice = page.getByRole('dialog', { name: 'My call' });
    this.palette = page.getByRole('dialog', { name: 'Commands' });
    this.help = page.getByRole('dialog', { name: 'Keys' });
    this.toasts = page.getByRole('alert');
  }

  link(name: string): Locator {
    return this.rail.getByRole('link', { name: new RegExp(`^${name}`) });
  }

  banner(text: string | RegExp): Locator {
    return this.#page.getByRole('status').filter({ hasText: text });
  }

  /** The screen with this heading. */
  screen(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  /** Goes to a screen and waits until its data is there. */
  async open(name: string): Promise<void> {
    await this.link(name).click();
    await this.ready(name);
  }

  /** Waits until a screen has its data. */
  async ready(name: string): Promise<void> {
    await expect(this.screen(name)).toHaveAttribute('data-ready', 'true');
  }
}
