import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';

function pagesOf(kitbag: RunningKitbag) {
  return { shell: new ShellPage(kitbag.window), library: new LibraryPage(kitbag.window) };
}

test.describe('the words of a search', () => {
  test('an operator is completed by keyboard, shown as understood, and taken off by a click', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    const { keyboard } = kitbag.window;
    await keyboard.type('sta');
    await shell.ready('Library');
    await expect(kitbag.window.getByRole('note')).toHaveText(/stage:/);
    await keyboard.press('Tab');
    await expect(shell.search).toHaveValue('stage:');
    await expect(library.completions()).toHaveText([/Awareness/, /Consideration/, /Decision/, /Retention/]);
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await expect(shell.search).toHaveAttribute('aria-activedescendant', /-2$/);
    await keyboard.press('Enter');
    await expect(shell.search).toHaveValue('stage:decision ');
    await expect(library.completions()).toHaveCount(0);
    await expect(library.activeFilters()).toHaveText(['Stage: Decision']);
    await keyboard.type('pricing type:');
    await expect(library.completions().first()).toBeVisible();
    await keyboard.press('Escape');
    await expect(library.completions()).toHaveCount(0);
    await expect(shell.search).toHaveValue('stage:decision pricing type:');
    await expect(library.rows.first()).toContainText('Decision');
    await library.button('Remove filter Stage: Decision').click();
    await expect(shell.search).toHaveValue('pricing type:');
    await expect(library.activeFilters()).toHaveCount(0);
  });

  test('operators restrict what is found and are not marked in what is opened', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    const reader = new ReaderPage(kitbag);
    const open = async (query: string): Promise<void> => {
      await shell.search.fill(query);
      await library.found(query);
      await library.rows.first().getByRole('link').first().click();
      await reader.document.waitFor();
    };
    for (const operators of ['', ' type:case-study stage:decision,awareness,consideration,retention']) {
      await open(`halden${operators}`);
      // The document is looked through page by page: the count stands once all of it is.
      await expect(reader.matchCount).toHaveText(/of 10$/);
    }
    await open('type:case-study');
    await expect(reader.screen).toBeVisible();
    await expect(reader.matchCount).toHaveCount(0);
  });

  test('what was not found can be asked for by one key, its words filled in', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    const { drawer } = new RequestsPage(kitbag);
    await shell.search.fill('halden stage:decision');
    await library.found('halden stage:decision');
    const ask = library.button('Ask marketing for this');
    await expect(ask).toBeInViewport({ ratio: 1 });
    // No message that comes covers it.
    expect((await ask.boundingBox())?.y ?? 0).toBeGreaterThanOrEqual(await library.messagesEnd());
    await kitbag.window.keyboard.press('Control+Shift+R');
    await expect(drawer.getByRole('textbox', { name: 'What is missing?' })).toHaveValue('halden');
    await expect(drawer.getByLabel('Buying stage').first()).toHaveValue('Decision');
    await kitbag.window.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await library.button('Ask marketing for this').click();
    const missing = drawer.getByRole('textbox', { name: 'What is missing?' });
    await expect(missing).toHaveValue('halden');
    await expect(missing).toBeFocused();
    await kitbag.window.keyboard.type('Halden in Spanish');
    await expect(missing).toHaveValue('Halden in Spanish');
  });

  test('what is typed before the next results are there stays when a filter is taken off', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.search.fill('stage:decision pricing');
    await expect(library.activeFilters()).toHaveText(['Stage: Decision']);
    await kitbag.window.evaluate(typeAndTakeOff, {
      text: 'stage:decision pricing cfo',
      filter: 'Stage: Decision',
    });
    await expect(shell.search).toHaveValue('pricing cfo');
    await expect(library.activeFilters()).toHaveCount(0);
  });

  test('a value that nothing is called says so, and what may have been meant', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.search.fill('stage:decison');
    await expect(library.notice('No stage is called “decison”. Did you mean Decision?')).toBeVisible();
    await library.button('Use Decision').click();
    await expect(shell.search).toHaveValue('stage:decision');
    await expect(library.activeFilters()).toHaveText(['Stage: Decision']);
  });

  test('what a filter hides is told by filter, and comes back by a click', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.search.fill('pricing');
    await shell.ready('Library');
    await library.filter(/^Decision/).check();
    await expect(library.button(/^\d+ more in other stages$/)).toBeVisible();
    const shown = Number.parseInt(await library.count.innerText(), 10);
    const more = Number.parseInt(await library.button(/more in other stages$/).innerText(), 10);
    await library.button(/more in other stages$/).click();
    await expect(library.count).toHaveText(new RegExp(`^${shown + more} `));
  });

  test('a synonym finds what it means, and only itself on demand', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.search.fill('BOFU ');
    await expect(library.notice(/“BOFU” also finds the stage Decision/)).toBeVisible();
    await expect(library.rows.first()).toContainText('Decision');
    await library.button('Only “BOFU”').click();
    await expect(shell.search).toHaveValue(/^"BOFU" ?$/);
  });

  test('a misspelt word shows the results for the right one, and the way back', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.search.fill('invocies ');
    await expect(library.notice(/Showing results for/)).toBeVisible();
    await expect(library.rows.first().locator('mark').first()).toHaveText(/invoice/i);
    await library.button('"invocies"').click();
    await expect(shell.search).toHaveValue('"invocies"');
  });

  test('why a result is there is told by keyboard, with the words, the spelling and the factors', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    const { keyboard } = kitbag.window;
    await shell.search.fill('pircing BOFU ');
    await expect(library.notice(/Showing results for/)).toBeVisible();
    await shell.search.press('ArrowDown');
    const first = library.rows.first();
    await expect(first.getByRole('link').first()).toBeFocused();
    await keyboard.press('Tab');
    await expect(first.getByRole('button', { name: /^Why / })).toBeFocused();
    await keyboard.press('Enter');
    await expect(library.why()).toBeVisible();
    await expect(library.why()).toContainText(/pircing read as “pricing”/);
    await expect(library.why()).toContainText(/BOFU is for the stage Decision/);
    await expect(library.why()).toContainText(/Usefulness/);
    await keyboard.press('Escape');
    await expect(library.why()).toHaveCount(0);
    await expect(first.getByRole('button', { name: /^Why / })).toBeFocused();
  });

  test('words and phrases are left out', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.search.fill('pricing ');
    await shell.ready('Library');
    const all = Number.parseInt(await library.count.innerText(), 10);
    await shell.search.fill('pricing -customer');
    await expect(library.activeFilters()).toHaveText(['Without “customer”']);
    await expect.poll(async () => Number.parseInt(await library.count.innerText(), 10)).toBeLessThan(all);
  });
});

/** Runs in the page, quicker than any answer comes: types into the search field, and takes a filter off. */
async function typeAndTakeOff({ text, filter }: { text: string; filter: string }): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('#search-field');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
  document.querySelector<HTMLButtonElement>(`[aria-label="Remove filter ${filter}"]`)?.click();
}
