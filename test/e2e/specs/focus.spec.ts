import type { Page } from '@playwright/test';
import { FindingPage } from '../pages/finding-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { RatingPage } from '../pages/rating-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';

/** Somebody has the focus: not the page as a whole, where keys go nowhere. */
async function expectFocus(window: Page): Promise<void> {
  await expect
    .poll(() =>
      window.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
    )
    .toBe(true);
}

/** Opens the first result in the reader. */
async function openFirst(kitbag: RunningKitbag): Promise<ReaderPage> {
  const reader = new ReaderPage(kitbag);
  await new ShellPage(kitbag.window).open('Library');
  await new LibraryPage(kitbag.window).rows.first().getByRole('link').first().click();
  await reader.screen.waitFor();
  return reader;
}

test.describe('the focus', () => {
  test('stays with somebody through everything that opens and closes', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    const { window } = kitbag;
    const press = (key: string) => window.keyboard.press(key);
    const shell = new ShellPage(window);
    const finding = new FindingPage(kitbag);
    await shell.ready('Home');

    for (const [open, shown] of [
      ['Control+Shift+P', shell.palette],
      ['Control+.', shell.callChoice],
      ['Control+Shift+R', new RequestsPage(kitbag).drawer],
    ] as const) {
      await press(open);
      await expect(shown).toBeVisible();
      await expectFocus(window);
      await press('Escape');
      await expect(shown).toBeHidden();
      await expectFocus(window);
    }
    for (const screen of ['Library', 'Requests', 'Insights', 'Taxonomy', 'People', 'Home']) {
      await shell.open(screen);
      await expectFocus(window);
    }
    await finding.bell.click();
    await expectFocus(window);
  });

  test('goes to the row below when one is deleted, and on when the toast that brought it back is gone', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { window } = kitbag;
    const shell = new ShellPage(window);
    const finding = new FindingPage(kitbag);
    await shell.ready('Home');
    for (const words of ['payback', 'security']) {
      await shell.search.fill(words);
      await new LibraryPage(window).found(words);
      await finding.save(words);
    }
    await finding.bell.click();
    const remove = (name: string) => finding.saved.getByRole('button', { name: `Delete ${name}` });
    const removes = finding.saved.getByRole('button', { name: /^Delete / });
    await expect(removes).toHaveCount(2);
    const [first, second] = (await removes.all()).map((button) => button.getAttribute('aria-label'));
    const names = [await first, await second].map((label) => label?.replace('Delete ', '') ?? '');
    await remove(names[0] ?? '').focus();
    await window.keyboard.press('Enter');
    await expect(remove(names[1] ?? '')).toBeFocused();
    await window.keyboard.press('Enter');
    await expectFocus(window);
    await window.keyboard.press('Escape');
    await expect(finding.saved).toBeHidden();
    await expect(finding.bell).toBeFocused();
    await window.getByRole('button', { name: 'Undo' }).last().focus();
    await window.keyboard.press('Enter');
    await expectFocus(window);
  });

  test('begins with the screen when another one is opened, whatever stands in the same place there', async ({
    launchSample,
  }) => {
    const { window } = await launchSample('lead');
    const shell = new ShellPage(window);
    await shell.ready('Home');
    for (const name of ['Settings', 'People', 'Taxonomy', 'Insights']) {
      await window.locator('main').getByRole('button').last().focus();
      // As a link in a toast would: nothing on the new screen was asked for.
      await window.evaluate((hash) => {
        location.hash = hash;
      }, `#/${name.toLowerCase()}`);
      await shell.ready(name);
      await expect(window.locator(`[data-screen="${name}"]`)).toBeFocused();
    }
  });

  test('stays in the reader while a rating is kept, withdrawn and said why', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { window } = kitbag;
    await new ShellPage(window).ready('Home');
    const reader = await openFirst(kitbag);
    const rating = new RatingPage(kitbag);
    await rating.value(3).focus();
    await reader.press('Enter');
    await expect(rating.value(3)).toHaveAttribute('aria-pressed', 'true');
    await expectFocus(window);
    await reader.press('c');
    await expect(rating.comment).toBeFocused();
    await reader.type('Good numbers');
    await reader.press('Enter');
    await expect(rating.comment).not.toBeFocused();
    await expectFocus(window);
    await rating.withdraw();
    await expect(rating.comment).toHaveCount(0);
    await expectFocus(window);
    await rating.undo.click();
    await expect(rating.comment).toHaveValue('Good numbers');
    await expectFocus(window);
    await reader.press('Escape');
    await new ShellPage(window).ready('Library');
    await expectFocus(window);
  });
});

test.describe('what lies over a screen', () => {
  test('saved searches obey Escape, also with nothing in them, and go with the screen', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { window } = kitbag;
    const shell = new ShellPage(window);
    const finding = new FindingPage(kitbag);
    await shell.ready('Home');
    await finding.bell.click();
    await expect(finding.saved).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(finding.saved).toBeHidden();
    await finding.bell.click();
    await expect(finding.saved).toBeVisible();
    await window.keyboard.press('Control+2');
    await shell.ready('Library');
    await expect(finding.saved).toBeHidden();
  });

  test('Escape in the date picker closes the picker, and only then the drawer', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { window } = kitbag;
    const requests = new RequestsPage(kitbag);
    await new ShellPage(window).ready('Home');
    await requests.ask();
    await requests.field('By when').click();
    await expect(requests.calendar).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(requests.calendar).toBeHidden();
    await expect(requests.drawer).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(requests.drawer).toBeHidden();
  });
});

test.describe('what was typed', () => {
  test('about a rating is still there after leaving, until it is saved or dropped', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const { window } = kitbag;
    const shell = new ShellPage(window);
    await shell.ready('Home');
    await openFirst(kitbag);
    const rating = new RatingPage(kitbag);
    await rating.value(4).click();
    await rating.comment.fill('The CFO asked for');
    await shell.open('Home');
    await openFirst(kitbag);
    await expect(rating.comment).toHaveValue('The CFO asked for');
    await expect(rating.bar).toContainText('Not saved yet');
    await rating.comment.press('Enter');
    await expect(rating.bar).not.toContainText('Not saved yet');
    await shell.open('Home');
    await openFirst(kitbag);
    await expect(rating.comment).toHaveValue('The CFO asked for');
    await expect(rating.bar).not.toContainText('Not saved yet');
  });

  test('in a conversation is still there after a restart', async ({ launchSample, launch }) => {
    let kitbag = await launchSample('rep');
    await new ShellPage(kitbag.window).ready('Home');
    await new ShellPage(kitbag.window).open('Requests');
    let requests = new RequestsPage(kitbag);
    const address = await requests.openFirst();
    await requests.comment.fill('They asked again');
    await kitbag.close();
    kitbag = await launch();
    await new ShellPage(kitbag.window).ready('Home');
    requests = new RequestsPage(kitbag);
    await kitbag.window.evaluate((hash) => {
      globalThis.location.hash = hash;
    }, address);
    await expect(requests.comment).toHaveValue('They asked again');
    await requests.button('Comment').click();
    await expect(requests.conversation).toContainText('They asked again');
    await expect(requests.comment).toHaveValue('');
  });

  test('a stray digit over a rating is taken back with what was said', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    await new ShellPage(kitbag.window).ready('Home');
    const reader = await openFirst(kitbag);
    const rating = new RatingPage(kitbag);
    await reader.press('5');
    await expect(rating.value(5)).toHaveAttribute('aria-pressed', 'true');
    await rating.comment.fill('Won the deal');
    await rating.comment.press('Enter');
    await expect(rating.comment).not.toBeFocused();
    await reader.press('2');
    await expect(rating.value(2)).toHaveAttribute('aria-pressed', 'true');
    await rating.undo.click();
    await expect(rating.value(5)).toHaveAttribute('aria-pressed', 'true');
    await expect(rating.comment).toHaveValue('Won the deal');
  });
});
