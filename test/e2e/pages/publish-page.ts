import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The columns of the table, as they stand on it. */
export type PublishColumn =
  | 'State'
  | 'File'
  | 'Title'
  | 'Type'
  | 'Buying stages'
  | 'Personas'
  | 'Product'
  | 'Audience'
  | 'Language'
  | 'Tags';

const columns: readonly PublishColumn[] = [
  'State',
  'File',
  'Title',
  'Type',
  'Buying stages',
  'Personas',
  'Product',
  'Audience',
  'Language',
  'Tags',
];

/** The publish screen. */
export class PublishPage {
  readonly #page: Page;
  readonly table: Locator;
  readonly toolbar: Locator;
  readonly refusal: Locator;
  readonly preview: Locator;
  readonly publish: Locator;
  readonly drafts: Locator;
  readonly empty: Locator;
  readonly onlyMissing: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.table = window.getByRole('grid', { name: 'Files to publish' });
    this.toolbar = window.getByRole('toolbar', { name: 'Set for the selected rows' });
    this.refusal = window.getByRole('alert');
    this.preview = window.getByRole('region', { name: /^Preview of / });
    this.publish = window.getByRole('button', { name: /^Publish \d+ assets?$/ });
    this.drafts = window.getByRole('button', { name: /^Save as drafts?$/ });
    this.empty = window.getByRole('heading', { name: 'Drop files or folders here' });
    this.onlyMissing = window.getByRole('checkbox', { name: /^Only rows that miss something/ });
  }

  /** The row of a file. */
  row(file: string): Locator {
    return this.table.getByRole('row').filter({ has: this.#page.getByText(file, { exact: true }) });
  }

  cell(file: string, column: PublishColumn): Locator {
    return this.row(file)
      .getByRole('gridcell')
      .nth(columns.indexOf(column) + 1);
  }

  /** Waits until all files were read. */
  async settled(files: number): Promise<void> {
    await this.table.waitFor();
    await this.#page.getByText(`${files} ${files === 1 ? 'file' : 'files'}`, { exact: true }).waitFor();
    await this.#page.getByRole('progressbar', { name: 'Files read' }).waitFor({ state: 'detached' });
  }

  select(file: string): Promise<void> {
    return this.row(file).getByRole('checkbox').click();
  }

  async selectAll(): Promise<void> {
    await this.table.focus();
    await this.#page.keyboard.press('Control+a');
  }

  /** Sets one value for all selected rows with the bar above the table. */
  async setForSelected(field: string, value: string): Promise<void> {
    await this.toolbar.getByRole('button', { name: field, exact: true }).click();
    await this.#page.getByRole('combobox', { name: new RegExp(`^${field}`) }).fill(value);
    await this.#page.keyboard.press('Enter');
    const chosen = this.#page.getByRole('row', { selected: true }).first();
    await expect(chosen.getByRole('gridcell').filter({ hasText: value }).first()).toBeVisible();
  }

  /** Goes to a cell and types into it, then leaves it with a key. */
  async type(file: string, column: PublishColumn, text: string, leave = 'Enter'): Promise<void> {
    await this.cell(file, column).click();
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.insertText(text);
    await this.#page.keyboard.press(leave);
  }

  /** Pastes text into the cell that the keyboard is on. */
  async paste(file: string, column: PublishColumn, text: string): Promise<void> {
    await this.cell(file, column).click();
    await this.table.evaluate((grid, value) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', value);
      grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  undo(): Promise<void> {
    return this.#page.getByRole('button', { name: 'Undo' }).last().click();
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }
}
