import { LibraryPage } from '../pages/library-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { expect, test } from '../support/fixtures.ts';

test.describe('the keyboard alone', () => {
  test('goes from the first start to the page that one means', async ({ kitbag }) => {
    const { window } = kitbag;
    const press = (key: string) => window.keyboard.press(key);
    const welcome = new WelcomePage(window);
    const shell = new ShellPage(window);
    const library = new LibraryPage(window);

    await expect(welcome.name).toBeFocused();
    await press('ControlOrMeta+A');
    await window.keyboard.type('Dana Whitfield');
    for (const way of [welcome.invitation, welcome.folder, welcome.bucket]) {
      await press('Tab');
      await expect(way).toBeFocused();
    }
    await press('Tab');
    await expect(welcome.role('Rep')).toBeFocused();
    await press('ArrowRight');
    await expect(welcome.role('Marketer')).toBeChecked();
    await press('Tab');
    await expect(welcome.offer('Explore the sample hub')).toBeFocused();
    await press('Enter');

    await expect(shell.search).toBeFocused();
    await window.keyboard.type('invoice');
    await shell.ready('Library');
    await expect(library.rows.first()).toBeVisible();
    await press('ArrowDown');
    await expect(library.rows.first().getByRole('link').first()).toBeFocused();
    await press('ArrowDown');
    await expect(library.rows.nth(1).getByRole('link').first()).toBeFocused();
    await press('Space');
    await expect(library.quickLook).toBeVisible();
    await press('Space');
    await expect(library.quickLook).toBeHidden();
    await press('Enter');
    await expect(window).toHaveURL(/#\/asset\/a_.*q=invoice/);
    await press('Alt+ArrowLeft');
    await shell.ready('Library');
    await expect(library.rows.nth(1).getByRole('link').first()).toBeFocused();
    await press('/');
    await expect(shell.search).toBeFocused();
    await press('Escape');
    await expect(shell.search).toHaveValue('');
  });

  test('stays at the row that one is at when the letters typed last arrive late, also on the way back', async ({
    launchSample,
  }) => {
    const { window } = await launchSample('rep');
    const shell = new ShellPage(window);
    const library = new LibraryPage(window);
    await shell.ready('Home');
    await window.keyboard.type('approv');
    await expect(library.rows.nth(5)).toBeVisible();
    for (let row = 0; row < 6; row += 1) await window.keyboard.press('ArrowDown');
    const sixth = library.rows.nth(5).getByRole('link').first();
    await expect(sixth).toBeFocused();
    const title = (await sixth.textContent()) ?? '';
    // As on a busy computer: the address follows the field only now.
    await window.evaluate(() => {
      location.hash = location.hash.replace(/q=approv$/, 'q=approval');
    });
    await expect(window.locator('[data-found="approval"]')).toBeVisible();
    await expect(library.rows.nth(5)).not.toContainText(title);
    await window.keyboard.press('Space');
    await expect(library.quickLook).toContainText(title);
    await window.keyboard.press('Enter');
    await expect(window).toHaveURL(/#\/asset\/a_/);
    await window.keyboard.press('Alt+ArrowLeft');
    await shell.ready('Library');
    await expect(library.rows.getByRole('link').filter({ hasText: title }).first()).toBeFocused();
  });

  test('Enter opens the best result of what was typed, however quickly', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await kitbag.window.keyboard.type('ledgerloop');
    await kitbag.window.keyboard.press('Enter');
    await expect(kitbag.window).toHaveURL(/#\/asset\/a_.*q=ledgerloop/);
  });

  test('sets the call in two keystrokes and clears it in two', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    // At once, as quick fingers do.
    await kitbag.window.keyboard.press('Control+.');
    await kitbag.window.keyboard.press('3');
    await expect(shell.search).toHaveValue('');
    await expect(shell.call).toContainText('Decision');
    await kitbag.window.keyboard.press('Escape');
    await expect(shell.callChoice).toBeHidden();
    await expect(shell.screen('Home').getByRole('heading', { name: 'Best for this call' })).toBeVisible();
    await kitbag.window.keyboard.press('Control+.');
    await kitbag.window.keyboard.press('Backspace');
    await expect(shell.call).toHaveText('My call');
  });

  test('reaches every screen by its number, the palette and the help', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    const screens = ['Home', 'Library', 'Requests', 'Publish', 'Insights', 'Taxonomy'];
    for (const [index, name] of screens.entries()) {
      await kitbag.window.keyboard.press(`Control+${index + 1}`);
      await expect(shell.link(name)).toHaveAttribute('aria-current', 'page');
    }
    await kitbag.window.keyboard.press('Control+Shift+P');
    await expect(shell.palette).toBeVisible();
    await kitbag.window.keyboard.type('settings');
    await kitbag.window.keyboard.press('Enter');
    await shell.ready('Settings');
    await expect(shell.palette).toBeHidden();
    await kitbag.window.getByRole('heading', { name: 'Settings' }).click();
    await kitbag.window.keyboard.press('Shift+?');
    await expect(shell.help).toBeVisible();
    await kitbag.window.keyboard.press('Escape');
    await expect(shell.help).toBeHidden();
  });
});
