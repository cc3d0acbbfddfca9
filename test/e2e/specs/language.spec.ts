import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('a language that is not whole is offered to nobody; who speaks it all the same can leave it', async ({
  launchSample,
  launch,
}) => {
  const first = await launchSample('rep');
  await new ShellPage(first.window).open('Settings');
  await expect(new SettingsPage(first.window).theme).toBeVisible();
  await expect(new SettingsPage(first.window).language).toHaveCount(0);
  await first.window.evaluate(() => localStorage.setItem('kitbag.language', '"de"'));
  await first.close();

  const second = await launch();
  const german = new SettingsPage(second.window);
  await new ShellPage(second.window).open('Settings');
  await expect(second.window.locator('html')).toHaveAttribute('lang', 'de');
  await german.languageInGerman.getByText('English', { exact: true }).click();
  await expect(second.window.locator('html')).toHaveAttribute('lang', 'en');
  await expect(german.theme).toBeVisible();
  await expect(german.languageInGerman).toHaveCount(0);
  await expect(german.language).toHaveCount(0);
});
