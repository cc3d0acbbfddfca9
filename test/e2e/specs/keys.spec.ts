import { LibraryPage } from '../pages/library-page.ts';
import { RatingPage } from '../pages/rating-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { pressTyped } from '../support/typed-keys.ts';

test.describe('keys go by what is typed', () => {
  test('/ of a German and a French keyboard goes to the search, and the field itself does not offer it', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await expect(shell.search).toBeFocused();
    await expect(shell.searchKey).toBeHidden();
    for (const slash of [
      { key: '/', code: 'Digit7', shift: true },
      { key: '/', code: 'Period', shift: true },
      { key: '/', code: 'NumpadDivide' },
    ]) {
      await shell.link('Home').focus();
      await expect(shell.searchKey).toBeVisible();
      await pressTyped(kitbag, slash);
      await expect(shell.search).toBeFocused();
      await expect(shell.search).toHaveValue('');
    }
  });

  test('Home takes letters whatever has the focus', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    for (const from of [shell.link('Library'), kitbag.window.getByRole('radio', { name: 'Any stage' })]) {
      await shell.open('Home');
      await from.focus();
      await kitbag.window.keyboard.type('roi');
      await expect(shell.search).toHaveValue('roi');
      await expect(shell.search).toBeFocused();
      await kitbag.window.keyboard.press('Escape');
    }
  });

  test('a French keyboard rates and changes screens by its row of digits, a number pad too', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    const library = new LibraryPage(kitbag.window);
    const rating = new RatingPage(kitbag);
    await shell.ready('Home');
    await pressTyped(kitbag, { key: 'é', code: 'Digit2', ctrl: true });
    await shell.ready('Library');
    await library.rows.first().getByRole('link').first().click();
    await expect(rating.bar).toBeVisible();
    await pressTyped(kitbag, { key: "'", code: 'Digit4' });
    await expect(rating.value(4)).toHaveAttribute('aria-pressed', 'true');
    await pressTyped(kitbag, { key: '2', code: 'Numpad2' });
    await expect(rating.value(2)).toHaveAttribute('aria-pressed', 'true');
    await pressTyped(kitbag, { key: '&', code: 'Digit1', ctrl: true });
    await shell.ready('Home');
  });

  test('Ctrl with =, with the + of a number pad and with the wheel makes a document larger', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    const library = new LibraryPage(kitbag.window);
    const reader = new ReaderPage(kitbag);
    await shell.ready('Home');
    await kitbag.window.keyboard.type('type:battlecard ');
    await library.found('type:battlecard ');
    await library.rows.first().getByRole('link').first().click();
    await reader.screen.waitFor();
    await expect(reader.zoom).toBeVisible();
    const percent = async () => Number.parseInt((await reader.zoom.textContent()) ?? '', 10);
    const grows = async (act: () => Promise<void>) => {
      const before = await percent();
      await act();
      await expect.poll(percent).toBeGreaterThan(before);
    };
    await grows(() => pressTyped(kitbag, { key: '=', code: 'Equal', ctrl: true }));
    await grows(() => pressTyped(kitbag, { key: '+', code: 'NumpadAdd', ctrl: true }));
    await grows(() => pressTyped(kitbag, { key: '+', code: 'BracketRight', ctrl: true }));
    await reader.document.hover();
    await grows(async () => {
      await kitbag.window.keyboard.down('Control');
      await kitbag.window.mouse.wheel(0, -120);
      await kitbag.window.keyboard.up('Control');
    });
  });

  test('outside a document the same keys make the window larger', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    const factor = () =>
      kitbag.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0,
      );
    await pressTyped(kitbag, { key: '=', code: 'Equal', ctrl: true });
    await expect.poll(factor).toBeGreaterThan(1.05);
    await pressTyped(kitbag, { key: '0', code: 'Numpad0', ctrl: true });
    await expect.poll(factor).toBeCloseTo(1);
  });
});

test.describe('the results', () => {
  test('are picked from one to the other with Shift, all with Ctrl+A, and never searched for by it', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('marketer');
    const shell = new ShellPage(kitbag.window);
    const library = new LibraryPage(kitbag.window);
    await shell.ready('Home');
    await shell.open('Library');
    const press = (key: string) => kitbag.window.keyboard.press(key);
    const total = (await library.count.textContent())?.match(/^[\d,]+/)?.[0] ?? '';

    await library.pick(library.rows.nth(1)).click();
    await library.rows.nth(3).click({ modifiers: ['Shift'] });
    await expect(library.selected).toHaveText('3 assets selected');
    await library.pick(library.rows.nth(4)).click({ modifiers: ['Shift'] });
    await expect(library.selected).toHaveText('4 assets selected');
    await library.rows
      .nth(5)
      .getByRole('link')
      .first()
      .click({ modifiers: ['Shift'] });
    await expect(library.selected).toHaveText('5 assets selected');
    await expect(kitbag.window).toHaveURL(/#\/library/);
    expect(await kitbag.window.evaluate(() => document.getSelection()?.toString() ?? '')).toBe('');

    await library.button('Select nothing').click();
    await library.rows.first().getByRole('link').first().focus();
    await press('x');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Shift+X');
    await expect(library.selected).toHaveText('3 assets selected');
    await expect(shell.search).toHaveValue('');

    await press('Control+A');
    await expect(library.selected).toHaveText(`${total} assets selected`);
    expect(await kitbag.window.evaluate(() => document.getSelection()?.toString() ?? '')).toBe('');
  });
});

test('the list of keys has every place and every command', async ({ launchSample }) => {
  const kitbag = await launchSample('lead');
  const shell = new ShellPage(kitbag.window);
  await shell.ready('Home');
  await shell.link('Home').focus();
  await pressTyped(kitbag, { key: '?', code: 'Minus', shift: true });
  await expect(shell.help).toBeVisible();
  for (const words of [
    'Zoom in',
    'Rate what you are reading',
    'Select all results',
    'Publish table',
    'People',
  ]) {
    await expect(shell.help.getByText(words, { exact: true }).first()).toBeAttached();
  }
});
