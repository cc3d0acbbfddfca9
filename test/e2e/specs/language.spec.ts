import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('the language changes at once, is kept over a restart, and changes back', async ({
  launchSample,
  launch,
}) => {
  const first = await launchSample('rep');
  const settings = new SettingsPage(first.window);
  await new ShellPage(first.window).open('Settings');
  await settings.language.getByText('Deutsch', { exact: true }).click();
  await expect(settings.languageInGerman).toBeVisible();
  await expect(first.window.locator('html')).toHaveAttribute('lang', 'de');
  await first.close();

  const second = await launch();
  const german = new SettingsPage(second.window);
  await new ShellPage(second.window).open('Settings');
  await german.languageInGerman.getByText('English', { exact: true }).click();
  await expect(german.language).toBeVisible();
  await expect(second.window.locator('html')).toHaveAttribute('lang', 'en');
});
