import type { Locator } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The list of what is to be reviewed, and the dialogs of its steps. */
export class ReviewsPage {
  readonly rows: Locator;
  /** Kits to review, above the assets. */
  readonly kits: Locator;
  readonly chosen: Locator;
  readonly look: Locator;
  readonly dialog: Locator;
  readonly nothing: Locator;
  /** On Home: what one used and is not to use any more. */
  readonly recalls: Locator;
  /** On Home: what one answers for and what comes due of it. */
  readonly due: Locator;
  readonly #kitbag: RunningKitbag;

  constructor(kitbag: RunningKitbag) {
    const { window } = kitbag;
    this.#kitbag = kitbag;
    this.rows = window.getByRole('list', { name: 'To review' }).getByRole('listitem');
    this.kits = window.getByRole('region', { name: 'Kits to review' });
    this.chosen = window.locator('li[data-chosen]');
    this.look = window.getByRole('complementary', { name: 'Quick look' });
    this.dialog = window.getByRole('dialog');
    this.nothing = window.getByRole('heading', { name: 'Nothing to review' });
    this.due = window.getByRole('region', { name: 'Due soon' });
    this.recalls = window.getByRole('region', { name: 'Don’t use these anymore' });
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  button(name: string | RegExp): Locator {
    return this.#kitbag.window.getByRole('button', { name });
  }

  field(name: string): Locator {
    return this.dialog.getByLabel(name);
  }

  /** Chooses somebody by typing their name. */
  async choosePerson(label: string, name: string): Promise<void> {
    const box = this.dialog.getByRole('combobox', { name: label });
    await box.click();
    await box.fill(name);
    await box.press('Enter');
    await this.#kitbag.window.getByRole('listbox').waitFor({ state: 'hidden' });
    await box.and(this.#kitbag.window.locator(`[value^="${name}"]`)).waitFor();
  }

  said(text: string | RegExp): Locator {
    return this.#kitbag.window.getByText(text);
  }

  /** What is said above the document. */
  banner(text: string | RegExp): Locator {
    return this.#kitbag.window.getByRole('status').filter({ hasText: text });
  }

  /** Presses keys one after the other; answers how many. */
  async press(...keys: readonly string[]): Promise<number> {
    for (const key of keys) await this.#kitbag.window.keyboard.press(key);
    return keys.length;
  }
}
