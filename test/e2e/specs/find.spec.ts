import { LibraryPage } from '../pages/library-page.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';

function pagesOf(kitbag: RunningKitbag) {
  return { shell: new ShellPage(kitbag.window), library: new LibraryPage(kitbag.window) };
}

test.describe('finding', () => {
  test('a word on a page finds the page, and opens there', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await kitbag.window.keyboard.type('invoices');
    await library.found('invoices');
    const row = library.rows.first();
    const page = library.pagesOf(row).first();
    await expect(page.locator('mark').first()).toBeVisible();
    const number = /(?:p\.|slide|section) (\d+)/.exec((await page.textContent()) ?? '')?.[1];
    expect(number).toBeDefined();
    await page.click();
    await expect(kitbag.window).toHaveURL(new RegExp(`#/asset/a_[0-9a-z]{16}\\?.*page=${number}\\b`));
    await expect(shell.search).toHaveValue('invoices');
  });

  test('a result shows the page that was found, not only the first one', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.search.fill('type:white-paper gap');
    await shell.ready('Library');
    const row = library.rows.first();
    const number = /(?:p\.|slide|section) (\d+)/.exec(
      (await library.pagesOf(row).first().textContent()) ?? '',
    )?.[1];
    expect(Number(number)).toBeGreaterThan(1);
    await expect(row.locator('img[src^="kitbag-file://page/"]')).toBeVisible();
  });

  test('draws no page of a result that may be gone with the next letter', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    const waited = kitbag.window.evaluate(fromResultsToPicture);
    await shell.search.fill('type:white-paper gap');
    await expect(library.rows.first().locator('img[src^="kitbag-file://page/"]')).toBeVisible();
    expect(await waited).toBeGreaterThan(350);
  });

  test('a page that there is no picture of fails for the one who asks, and the window has nothing to complain of', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    expect(await kitbag.window.evaluate(pictureThatThereIsNot)).toBe('error');
  });

  test('a result shows the slide, sheet or section that was found, and the quick look draws it large', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    const row = library.rows.first();
    for (const words of [
      '"questions to place early"',
      '"by group" criteria',
      'objection "compared with what"',
    ]) {
      await shell.search.fill(words);
      await shell.ready('Library');
      await expect(row.locator('mark').first()).toBeVisible();
      await expect(row.locator('img[src^="kitbag-file://page/"]')).toBeVisible();
    }
    await shell.search.fill('"questions to place early"');
    await expect(library.pagesOf(row).first()).toContainText('5');
    await shell.search.press('ArrowDown');
    await kitbag.window.keyboard.press('Space');
    await expect(library.quickLook.getByText(/^Slide 5 of/)).toBeVisible();
    await expect(library.quickLook.getByRole('img', { name: /^Slide 5 of/ })).toBeVisible();
  });

  test('comes back to the same place in the results', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.open('Library');
    await shell.search.press('ArrowDown');
    await kitbag.window.keyboard.press('End');
    // The end is not loaded at first: the focus gets on to it as it comes.
    const last = library.rows.last();
    const count = (await last.getAttribute('aria-setsize')) ?? '';
    await expect(last).toHaveAttribute('aria-posinset', count);
    await expect(last.getByRole('link').first()).toBeFocused();
    const title = await last.getByRole('link').first().textContent();
    await kitbag.window.keyboard.press('Enter');
    await expect(kitbag.window).toHaveURL(/#\/asset\//);
    await kitbag.window.keyboard.press('Alt+ArrowLeft');
    await shell.ready('Library');
    await expect(library.row(title ?? '')).toBeInViewport();
  });

  test('filters count, narrow, show what they hide, and come off again', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await shell.open('Library');
    const all = Number.parseInt(await library.count.innerText(), 10);
    await library.filter(/^Decision/).check();
    await expect(library.button('Remove filter Decision')).toBeVisible();
    await expect.poll(async () => Number.parseInt(await library.count.innerText(), 10)).toBeLessThan(all);
    await library.button('Clear filters').click();
    await expect(library.count).toHaveText(new RegExp(`^${all} `));
  });

  test('a misspelt word leads to the right one', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await kitbag.window.keyboard.type('invocies');
    await shell.ready('Library');
    await expect(library.rows.first()).toBeVisible();
    await expect(kitbag.window.getByRole('button', { name: 'invoices', exact: true })).toBeVisible();
  });

  test('where nothing has all of the words it says so above what comes near, and a key asks for it', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { library } = pagesOf(kitbag);
    await kitbag.window.keyboard.type('invoices zeppelin');
    await library.found('invoices zeppelin');
    await expect(library.notice(/^Nothing has all of these words/)).toBeVisible();
    await expect(library.rows.first()).toContainText(/invoice/i);
    await expect(library.button('Ask marketing for this')).toBeVisible();
    await kitbag.window.keyboard.press('ArrowDown');
    await kitbag.window.keyboard.press('ControlOrMeta+Shift+R');
    await expect(new RequestsPage(kitbag).drawer.getByRole('textbox').first()).toHaveValue(
      'invoices zeppelin',
    );
  });

  test('what is not there can be asked for with the words filled in', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell } = pagesOf(kitbag);
    await shell.search.fill('zeppelinxyzzy');
    await expect(kitbag.window.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
    await kitbag.window.getByRole('button', { name: 'Ask marketing for this' }).click();
    await expect(
      kitbag.window
        .getByRole('dialog')
        .getByLabel(/title|what/i)
        .first(),
    ).toHaveValue('zeppelinxyzzy');
  });

  test('odd queries find something or nothing, but never fail', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    for (const query of ['"', '*', '(', 'NEAR', '🙂', 'a'.repeat(10_000), '<b>x</b>', 'AND OR NOT']) {
      await shell.search.fill(query);
      await shell.ready('Library');
      await expect(
        library.rows.first().or(kitbag.window.getByRole('heading', { name: /Nothing/ })),
      ).toBeVisible();
      await expect(kitbag.window.getByText('This did not work')).toHaveCount(0);
    }
  });

  test('the field shows what the address says, also while it has the focus', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { shell, library } = pagesOf(kitbag);
    await kitbag.window.keyboard.type('invoices');
    await library.found('invoices');
    await expect(kitbag.window).toHaveURL(/q=invoices/);
    await kitbag.window.evaluate(() => {
      globalThis.location.hash = '#/library?q=roi';
    });
    await expect(shell.search).toHaveValue('roi');
    await expect(library.rows.first()).toBeVisible();
    await kitbag.window.keyboard.press('Alt+ArrowLeft');
    await expect(shell.search).toHaveValue('invoices');
    await kitbag.window.keyboard.press('Alt+ArrowRight');
    await expect(shell.search).toHaveValue('roi');
    await kitbag.window.reload();
    await expect(shell.search).toHaveValue('roi');
    await kitbag.window.evaluate(() => {
      globalThis.location.hash = '#/library?q=2026';
    });
    await expect(shell.search).toHaveValue('2026');
    await expect(library.rows.first().locator('mark').first()).toHaveText('2026');
  });

  test('the quick look opens and closes from the list, which keeps the focus', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { library } = pagesOf(kitbag);
    await kitbag.window.keyboard.type('approval');
    await library.found('approval');
    await expect(library.rows.first().locator('mark').first()).toBeVisible();
    await kitbag.window.keyboard.press('ArrowDown');
    await kitbag.window.keyboard.press('Space');
    await expect(library.quickLook).toBeVisible();
    await kitbag.window.keyboard.press('Escape');
    await expect(library.quickLook).toHaveCount(0);
    await expect(library.rows.first().getByRole('link').first()).toBeFocused();
  });
});

/** Runs in the page: what an image hears whose page there is not. */
function pictureThatThereIsNot(): Promise<string> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = image.onerror = (event) => resolve(typeof event === 'string' ? event : event.type);
    image.src = 'kitbag-file://page/v_0000000000000000/1?width=144';
  });
}

/** Runs in the page: milliseconds from the first results to the first picture of a page that is asked for. */
function fromResultsToPicture(): Promise<number> {
  return new Promise((resolve) => {
    let found: number | undefined;
    new MutationObserver(() => {
      if (document.querySelector('[data-found*="gap"]') !== null) found ??= performance.now();
      if (document.querySelector('img[src^="kitbag-file://page/"]') !== null)
        resolve(performance.now() - (found ?? Number.NaN));
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-found', 'src'] });
  });
}
