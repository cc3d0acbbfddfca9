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
  readonly #kitbag: RunningKitbag;
  readonly #page: Page;
  readonly table: Locator;
  readonly toolbar: Locator;
  readonly refusal: Locator;
  readonly publishReady: Locator;
  readonly showAllRows: Locator;
  readonly clearSelection: Locator;
  readonly preview: Locator;
  readonly publish: Locator;
  readonly drafts: Locator;
  readonly empty: Locator;
  readonly onlyMissing: Locator;
  readonly notRecognized: Locator;
  /** What choosing a value for many rows would do. */
  readonly consequence: Locator;
  /** The row that the keyboard is on. */
  readonly current: Locator;

  constructor(kitbag: RunningKitbag) {
    const { window } = kitbag;
    this.#kitbag = kitbag;
    this.#page = window;
    this.table = window.getByRole('grid', { name: 'Files to publish' });
    this.toolbar = window.getByRole('toolbar', { name: 'Set for the selected rows' });
    this.refusal = window.getByRole('alert').filter({ hasText: /incomplete|a title before/ });
    this.clearSelection = window.getByRole('button', { name: 'Clear the selection' });
    this.showAllRows = window.getByRole('button', { name: 'Show all rows' });
    this.publishReady = this.refusal.getByRole('button', { name: /^Publish the .* ready$/ });
    this.preview = window.getByRole('region', { name: /^Preview of / });
    this.publish = window.getByRole('button', { name: /^Publish \d+ assets?$/ });
    this.drafts = window.getByRole('button', { name: /^Save as drafts?$/ });
    this.empty = window.getByRole('heading', { name: 'Drop files or folders here' });
    this.onlyMissing = window.getByRole('checkbox', { name: /^Only incomplete rows/ });
    this.notRecognized = window.getByRole('region', { name: 'Not recognized' });
    this.consequence = window.locator('[data-layer]').getByRole('status');
    this.current = this.table.locator('[data-current]');
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

  /** The cell of the first dimension that publishing asks for, which stands behind the personas. */
  dimensionCell(file: string): Locator {
    return this.row(file)
      .getByRole('gridcell')
      .nth(columns.indexOf('Personas') + 2);
  }

  /** Goes on from the import plan to the table. */
  async fromPlan(): Promise<void> {
    await this.#page.getByRole('button', { name: 'To the table' }).click();
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

  /** What opens the list of a field in the bar above the table. */
  fieldButton(field: string): Locator {
    return this.toolbar.getByRole('button', { name: field, exact: true });
  }

  /** Opens the list of a field in the bar above the table. */
  openField(field: string): Promise<void> {
    return this.fieldButton(field).click();
  }

  /** The list of a field, of the bar or of a cell. */
  openList(field: string): Locator {
    return this.#page.getByRole('dialog', { name: field, exact: true });
  }

  /** The cells whose words reach the line above or below, within two pixels. */
  tightCells(): Promise<string[]> {
    return this.table.getByRole('gridcell').evaluateAll((cells) =>
      cells
        .filter((cell) => {
          const { top, bottom } = cell.getBoundingClientRect();
          const worded = (part: Element) =>
            [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
          return [...cell.querySelectorAll('*')].filter(worded).some((part) => {
            const box = part.getBoundingClientRect();
            return box.height > 0 && (box.top < top + 2 || box.bottom > bottom - 2);
          });
        })
        .map((cell) => `${cell.id}: ${cell.textContent}`),
    );
  }

  /** Types into the open list of a field. */
  fillChoice(field: string, text: string): Promise<void> {
    return this.#page.getByRole('combobox', { name: new RegExp(`^${field}`) }).fill(text);
  }

  /** The value of a cell as long as it is a guess. */
  guess(file: string, column: PublishColumn): Locator {
    return this.cell(file, column).getByTitle(/ \(guessed\)$/);
  }

  async clear(file: string, column: PublishColumn): Promise<void> {
    await this.cell(file, column).click();
    await this.#page.keyboard.press('Delete');
  }

  sortBy(column: PublishColumn): Promise<void> {
    return this.#heading(column).getByRole('button').click();
  }

  #heading(column: PublishColumn): Locator {
    return this.table.getByRole('columnheader').filter({ hasText: new RegExp(`^${column}$`) });
  }

  async widthOf(column: PublishColumn): Promise<number> {
    return Math.round((await this.#heading(column).boundingBox())?.width ?? 0);
  }

  /** True when a file's name does not fit its cell. */
  isCutOff(file: string): Promise<boolean> {
    return this.cell(file, 'File')
      .getByText(file, { exact: true })
      .evaluate((name) => name.scrollWidth > name.clientWidth || name.scrollHeight > name.clientHeight + 1);
  }

  /** What asks before a paste, by how many cells it changes. */
  pasteDialog(cells: string): Locator {
    return this.#page.getByRole('dialog', { name: `This paste changes ${cells}` });
  }

  /** Goes to a cell and types into it, then leaves it with a key. */
  async type(file: string, column: PublishColumn, text: string, leave = 'Enter'): Promise<void> {
    await this.cell(file, column).click();
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.insertText(text);
    await this.#page.keyboard.press(leave);
  }

  /** What a cell puts on the clipboard by its key. */
  async copied(file: string, column: PublishColumn): Promise<string> {
    await this.#kitbag.app.evaluate(({ clipboard }) => clipboard.clear());
    await this.cell(file, column).click();
    await this.#page.keyboard.press('Control+C');
    await expect.poll(() => this.#clipboard()).not.toBe('');
    return this.#clipboard();
  }

  #clipboard(): Promise<string> {
    return this.#kitbag.app.evaluate(({ clipboard }) => clipboard.readText());
  }

  /** Pastes text by its key into a cell, from the clipboard as a spreadsheet leaves it there. */
  async paste(file: string, column: PublishColumn, text: string): Promise<void> {
    await this.cell(file, column).click();
    await this.#kitbag.app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
    await this.#page.keyboard.press('Control+V');
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
