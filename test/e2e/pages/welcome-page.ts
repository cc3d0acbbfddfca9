import { expect, type Locator, type Page } from '@playwright/test';

/** The first start. */
export class WelcomePage {
  readonly heading: Locator;
  readonly name: Locator;
  readonly folder: Locator;
  readonly bucket: Locator;
  readonly invitation: Locator;
  readonly progress: Locator;
  readonly alert: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { name: 'Welcome to Kitbag' });
    this.name = page.getByLabel('Your name');
    this.folder = page.getByRole('button', { name: 'Choose its folder…' });
    this.bucket = page.getByRole('button', { name: 'Use its bucket…' });
    this.invitation = page.getByRole('button', { name: 'Use an invitation…' });
    this.progress = page.getByRole('progressbar');
    this.alert = page.getByRole('alert');
  }

  role(name: 'Rep' | 'Marketer' | 'Content lead'): Locator {
    return this.#page.getByRole('radio', { name });
  }

  offer(name: 'Explore the sample hub' | 'Start with my own documents'): Locator {
    return this.#page.getByRole('button', { name });
  }

  /** Goes through the first start; the shell is there at the end. */
  async begin(as: {
    name: string;
    role: 'Rep' | 'Marketer' | 'Content lead';
    sample: boolean;
  }): Promise<void> {
    await this.name.fill(as.name);
    await this.role(as.role).check({ force: true });
    await this.offer(as.sample ? 'Explore the sample hub' : 'Start with my own documents').click();
    await expect(this.#page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  }
}
