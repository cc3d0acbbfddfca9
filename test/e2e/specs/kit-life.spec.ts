import { openArea } from '../pages/first-start.ts';
import { KitsPage } from '../pages/kits-page.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { ReviewsPage } from '../pages/reviews-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { addColleague } from '../support/colleague.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { expect, test } from '../support/two-windows.ts';

test('a kit is submitted, approved, seen by a rep, verified, and recalled with what replaces it', async ({
  place,
  lead,
  joiner,
}) => {
  test.slow();
  const files = [await put(place, 'Proof of payback.pdf', pdfOf(['Paid back in seven months']))];
  const robin = await lead(files);
  const mia = await joiner('Mia Rep');
  await mia.hub.says('Synced');
  const [shell, kits, desk] = [
    new ShellPage(robin.kitbag.window),
    new KitsPage(robin.kitbag),
    new ReviewsPage(robin.kitbag),
  ];
  await shell.open('Library');
  await kits.show();
  await shell.ready('Kits');
  await kits.makeEmpty('Closing play');
  await kits.button('Publish').press('Enter');
  await expect(kits.button('Publish')).toBeHidden();

  // Verified as it is now.
  await kits.fromMenu('Verify');
  await expect(kits.marks).toContainText('Verified');
  await kits.guidance('Talk track').fill('Begin with what late invoices cost');
  await kits.press('Tab');
  await expect(kits.marks).not.toContainText('Verified');
  await robin.hub.says('Synced');

  // The rep has it before them when it is recalled.
  const their = new KitsPage(mia.kitbag);
  const home = new ReviewsPage(mia.kitbag);
  await new ShellPage(mia.kitbag.window).open('Library');
  await their.show();
  await their.rows.first().click();
  await expect(their.title).toHaveText('Closing play');
  await their.button('Keep on this device').click();

  await kits.fromMenu('Recall…');
  await desk.field('Reason').fill('Prices changed');
  await findsNothing(robin.kitbag, 'recalling a kit');
  await desk.field('Use instead (optional)').fill('proof');
  await desk.dialog.getByRole('button', { name: /Proof of payback/ }).click();
  await desk.button('Recall').last().click();
  await expect(desk.banner(/Recalled on .* “Prices changed”/)).toBeVisible();
  await findsNothing(robin.kitbag, 'a recalled kit');
  await robin.hub.says('Synced');

  await expect(home.banner(/Recalled on .* “Prices changed”/)).toBeVisible({ timeout: 60_000 });
  await new ShellPage(mia.kitbag.window).open('Home');
  await expect(home.recalls).toContainText('Closing play');
  await findsNothing(mia.kitbag, 'home with a recalled kit');
  await home.button('Got it').click();
  await expect(home.recalls).toHaveCount(0);
  await desk.button('Take the recall back').click();
  await expect(desk.banner(/Recalled on/)).toBeHidden();
});

test('a kit whose owner is removed is counted before, stands under reviews, and is taken over by keyboard', async ({
  dataFolder,
  launch,
}) => {
  await makeReplica(dataFolder, { role: 'lead', files: [] });
  await addColleague(dataFolder, 'Ben');
  const kitbag = await launch();
  const [people, kits, desk] = [new PeoplePage(kitbag), new KitsPage(kitbag), new ReviewsPage(kitbag)];
  const shell = new ShellPage(kitbag.window);
  await openArea(kitbag, 'People');
  await people.role('Ben').selectOption('marketer');
  await expect(people.said('Ben is now a marketer.')).toBeVisible();
  await shell.open('Library');
  await kits.show();
  await kits.makeEmpty('Closing play');
  await kits.button('Publish').press('Enter');
  await kits.fromMenu('Reassign…');
  await desk.choosePerson('New owner', 'Ben');
  await findsNothing(kitbag, 'reassigning a kit');
  await desk.button('Reassign').last().press('Enter');
  await expect(desk.said('Owner: Ben')).toBeVisible();

  await openArea(kitbag, 'People');
  await people.button('Remove Ben').press('Enter');
  await expect(people.dialog).toContainText('Who takes over? This person owns 1 kit.');
  await findsNothing(kitbag, 'removing the owner of a kit');
  await people.button('Remove').press('Enter');
  await expect(people.person('Members', 'Ben')).toHaveCount(0);

  await shell.open('Reviews');
  await expect(desk.kits).toContainText('its owner left');
  await findsNothing(kitbag, 'a kit without an owner');
  await desk.button('Reassign…').press('Enter');
  await desk.choosePerson('New owner', 'Robin Vale');
  await desk.button('Reassign').last().press('Enter');
  await expect(desk.kits).toHaveCount(0);
});
