import { KitsPage } from '../pages/kits-page.ts';
import { ReviewsPage } from '../pages/reviews-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { pdfOf, put } from '../support/make-files.ts';
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
