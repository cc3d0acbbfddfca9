import { join } from 'node:path';
import { openArea } from '../pages/first-start.ts';
import { HubPage } from '../pages/hub-page.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { findsNothing, violations } from '../support/axe.ts';
import { expect, test } from '../support/two-windows.ts';

test('a hub’s fingerprint is compared at joining, and whoever joins is removed with everything they did', async ({
  lead,
  hubFolder,
  launch,
  place,
}) => {
  const robin = await lead();
  await robin.hub.openSync();
  const fingerprint = await robin.kitbag.window.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent();
  const ben = await launch({ data: join(place, 'ben') });
  const hub = new HubPage(ben);
  await hub.beginJoining(hubFolder, { name: 'R\u{43e}bin V\u{202e}ale' }, async () => {
    const field = ben.window.getByRole('textbox', { name: /Fingerprint in your invitation/ });
    await expect(ben.window.getByText(fingerprint ?? '-')).toBeVisible();
    await field.fill('AAAA-AAAA-AAAA-AAAA');
    await expect(ben.window.getByText(/another hub than the one in your invitation/)).toBeVisible();
    await hub.button('Join').and(ben.window.locator('[type=submit]')).click();
    await expect(field).toBeFocused();
    await field.fill(`Our hub\nFingerprint: ${fingerprint}`);
    await expect(ben.window.getByText(/It matches/)).toBeVisible();
  });
  await hub.isIn();
  await openArea(robin.kitbag, 'People');
  const people = new PeoplePage(robin.kitbag);
  // A Cyrillic letter, and a character that turns words around.
  const impostor = people.person('Members', 'R\u{43e}bin Vale').filter({ hasText: 'last change' });
  await expect(impostor).toContainText('Looks like Robin Vale');
  await people.button('Remove R\u{43e}bin Vale').click();
  await expect(people.dialog).toContainText('Stop sharing the hub’s folder with them too');
  await people.dialog.getByRole('radio', { name: /Remove it too/ }).check();
  await findsNothing(robin.kitbag, 'a removal with everything');
  await people.button('Remove with everything').click();
  await expect(impostor).toHaveCount(0);
  const undo = robin.kitbag.window.getByRole('button', { name: 'Undo' });
  // Whoever points at it reads it: it stays.
  await undo.hover();
  expect(await violations(robin.kitbag.window), 'the undo of a removal').toEqual([]);
  await undo.click();
  await expect(impostor).toBeVisible();
  await findsNothing(robin.kitbag, 'somebody who is back');
});

test('a code that is none is said, and the fingerprint that was shown does not become an invitation’s', async ({
  lead,
  hubFolder,
  launch,
  place,
}) => {
  await lead();
  const ben = await launch({ data: join(place, 'ben') });
  const hub = new HubPage(ben);
  await hub.beginJoining(hubFolder, { name: 'Ben', code: 'nonsense' });
  await expect(hub.said(/This is not a code of Kitbag/)).toBeVisible();
  await expect(hub.field('Code of your other device')).toHaveValue('nonsense');
  await expect(ben.window.getByRole('textbox', { name: /Fingerprint in your invitation/ })).toHaveValue('');
});

test('sharing says who can read and write, and asks who can join', async ({ hubFolder, launchSample }) => {
  const kitbag = await launchSample('lead');
  const hub = new HubPage(kitbag);
  await hub.chooses(hubFolder);
  await hub.openSync();
  await hub.button('Share this hub').click();
  await expect(hub.said(/can read everything in the hub/)).toBeVisible();
  await expect(hub.said(/Sharing it ends the sample/)).toBeVisible();
  await hub.button('Choose a folder…').click();
  await expect(kitbag.window.getByRole('radio', { name: 'People a lead lets in' })).toBeChecked();
  await hub.button('Share here').click();
  await expect(hub.said(/fingerprint/).first()).toBeVisible();
});
