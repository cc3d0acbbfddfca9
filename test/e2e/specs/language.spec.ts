import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('another language is chosen under Settings: all of the window speaks it, also after a restart', async ({
  launchSample,
  launch,
}) => {
  const first = await launchSample('rep');
  await new ShellPage(first.window).open('Settings');
  const english = new SettingsPage(first.window);
  await english.language.getByText('Deutsch', { exact: true }).click();
  await expect(first.window.locator('html')).toHaveAttribute('lang', 'de');
  const german = new SettingsPage(first.window);
  // Where one was.
  await expect(german.languageInGerman).toBeVisible();
  await expect(first.window.getByRole('link', { name: /^Bibliothek/ })).toBeVisible();
  await first.close();

  const second = await launch();
  await expect(second.window.locator('html')).toHaveAttribute('lang', 'de');
  await second.window.getByRole('link', { name: /^Einstellungen/ }).click();
  const again = new SettingsPage(second.window);
  await again.languageInGerman.getByText('English', { exact: true }).click();
  await expect(second.window.locator('html')).toHaveAttribute('lang', 'en');
  await expect(again.theme).toBeVisible();
  await expect(again.language).toBeVisible();
});

test('what is typed and not sent is there again in the other language', async ({ launchSample }) => {
  const kitbag = await launchSample('rep');
  await kitbag.window.locator('body').press('Control+Shift+R');
  const drawer = kitbag.window.getByRole('dialog');
  await drawer.getByRole('textbox').first().fill('Battlecard: Oakbill in German');
  await kitbag.window.keyboard.press('Escape');
  await new ShellPage(kitbag.window).open('Settings');
  await new SettingsPage(kitbag.window).language.getByText('Deutsch', { exact: true }).click();
  // The page is loaded again; what is drawn hears keys.
  await expect(new SettingsPage(kitbag.window).languageInGerman).toBeVisible();
  await kitbag.window.locator('body').press('Control+Shift+R');
  await expect(drawer.getByRole('textbox').first()).toHaveValue('Battlecard: Oakbill in German');
});
