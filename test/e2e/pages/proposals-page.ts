import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** What reps propose: the dialog that asks why, what waits under Reviews, what became of one's own. */
export class ProposalsPage {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly why: Locator;
  readonly declineDialog: Locator;
  readonly reason: Locator;
  readonly waiting: Locator;
  readonly mine: Locator;
  readonly bell: Locator;
  readonly news: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.dialog = window.getByRole('dialog', { name: /^Propose/ });
    this.why = this.dialog.getByRole('textbox', { name: 'Why is it useful?' });
    this.declineDialog = window.getByRole('dialog', { name: /^Decline/ });
    this.reason = this.declineDialog.getByRole('textbox', { name: 'Reason' });
    this.waiting = window.getByRole('list', { name: 'Proposed' }).getByRole('listitem');
    this.mine = window.getByRole('list', { name: 'Your proposals' }).getByRole('listitem');
    this.bell = window.getByRole('button', { name: /^Saved searches/ });
    this.news = window.getByRole('region', { name: 'Proposals' });
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Opens the pane of details, which is shut in a narrow window. */
  async showDetails(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Details', exact: true }).click();
  }

  /** What the pane of details says of who proposed. */
  contributor(name: string): Locator {
    return this.#page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('definition')
      .filter({ hasText: name });
  }

  /** The row of a file that waits. */
  row(file: string): Locator {
    return this.#page.getByRole('button', { name: file, exact: true });
  }
}
