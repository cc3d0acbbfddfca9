import { openArea } from '../pages/first-start.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('what leaves this device is told under Settings, to whoever is here', async ({ launchSample }) => {
  const kitbag = await launchSample('rep');
  await openArea(kitbag, 'Settings');
  const { leaving } = new SettingsPage(kitbag.window);
  await expect(leaving).toContainText('Nothing leaves this device while the hub is private.');
  await expect(leaving).toContainText('To everybody in the hubYour name');
  await expect(leaving.getByRole('listitem').filter({ hasText: 'Your ratings' })).toHaveCount(1);
  await expect(leaving.getByRole('listitem').filter({ hasText: 'publish' })).toHaveCount(0);
  await expect(leaving.getByRole('listitem').filter({ hasText: 'That you searched' })).toHaveText(
    /, not the words$/,
  );
});
