import { FindingPage } from '../pages/finding-page.ts';
import { openArea } from '../pages/first-start.ts';
import { HistoryPage } from '../pages/history-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { findsNothing } from '../support/axe.ts';
import { addColleague } from '../support/colleague.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { makeReplica } from '../support/replica.ts';
import { expect, test } from '../support/two-windows.ts';

/** A tagged PDF brings its own structure into its pages: that is the document's, as it was published. */
const lookAt = (kitbag: RunningKitbag, what: string) => findsNothing(kitbag, what, '.pdfViewer');

test.describe('axe finds nothing', () => {
  test.setTimeout(240_000);

  test('on the first start', async ({ kitbag }) => {
    await expect(new WelcomePage(kitbag.window).heading).toBeVisible();
    await lookAt(kitbag, 'first start');
  });

  test('on the screens that everybody has', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await lookAt(kitbag, 'home');
    const library = new LibraryPage(kitbag.window);
    await shell.search.fill('invoice');
    await expect(library.rows.first()).toBeVisible();
    await shell.search.press('ArrowDown');
    await kitbag.window.keyboard.press('Space');
    await expect(library.quickLook).toBeVisible();
    await lookAt(kitbag, 'results with quick look');
    await shell.search.fill('zeppelinxyzzy');
    await expect(kitbag.window.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
    await lookAt(kitbag, 'no result');
    await shell.open('Settings');
    await lookAt(kitbag, 'settings');
    await shell.search.fill('invoice');
    await expect(library.rows.first()).toBeVisible();
    // It lies over the buttons in a narrow window.
    await library.quickLook.getByRole('button', { name: 'Close the quick look' }).click();
    const finding = new FindingPage(kitbag);
    await finding.save('Invoices');
    await expect(finding.heading('Invoices')).toBeVisible();
    await library.rows
      .first()
      .getByRole('button', { name: /^More for / })
      .click();
    await lookAt(kitbag, 'the menu of a result of a saved search');
    await kitbag.window.getByRole('menuitem', { name: 'Pin to Home' }).click();
    await finding.bell.click();
    await lookAt(kitbag, 'the bell');
    await kitbag.window.keyboard.press('Escape');
    await shell.open('Home');
    await lookAt(kitbag, 'home with something pinned');
  });

  test('on the screens of marketers and leads', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    const shell = new ShellPage(kitbag.window);
    for (const name of ['Requests', 'Publish', 'Reviews', 'Insights', 'Taxonomy', 'People']) {
      await shell.link(name).click();
      await expect(kitbag.window.locator('[data-ready="true"]')).toBeVisible();
      await lookAt(kitbag, name);
    }
    await shell.link('Insights').click();
    await kitbag.window.getByRole('radiogroup', { name: 'Part of Insights' }).getByText('Search').click();
    await expect(kitbag.window.getByRole('heading', { name: 'Golden queries' }).last()).toBeVisible();
    await lookAt(kitbag, 'how people search');
  });

  test('on people, their policies, what was refused, and before somebody is removed', async ({
    dataFolder,
    launch,
  }) => {
    await makeReplica(dataFolder, { role: 'lead', files: [] });
    const body = { asset: 'a_0000000000000001', set: { title: 'Forged' } };
    await addColleague(dataFolder, 'Ben', [{ kind: 'asset-edited', body }]);
    const kitbag = await launch();
    const people = new PeoplePage(kitbag);
    await openArea(kitbag, 'People');
    await people.tab('Policies').click();
    await lookAt(kitbag, 'policies');
    await people.tab('Refused').click();
    await expect(people.refused).toHaveCount(1);
    await lookAt(kitbag, 'refused');
    await people.tab('Members').click();
    await people.button('Remove Ben').click();
    await expect(people.dialog).toBeVisible();
    await lookAt(kitbag, 'before removing');
  });

  test('in the reader and on a request', async ({ launchSample }) => {
    const kitbag = await launchSample('marketer');
    const shell = new ShellPage(kitbag.window);
    await shell.search.fill('invoice');
    const library = new LibraryPage(kitbag.window);
    await library.pagesOf(library.rows.first()).first().click();
    await expect(kitbag.window.locator('[data-ready="true"]')).toBeVisible();
    await kitbag.window.getByRole('button', { name: 'Show history' }).click();
    await expect(new HistoryPage(kitbag).entries.first()).toBeVisible();
    await lookAt(kitbag, 'reader');
    await shell.open('Requests');
    await shell.screen('Requests').getByRole('link').first().click();
    await expect(kitbag.window).toHaveURL(/#\/requests\/r_/);
    await expect(kitbag.window.locator('[data-ready="true"]')).toBeVisible();
    await lookAt(kitbag, 'request');
  });

  test('on the pages of a hub, shared and joined', async ({ lead, joiner }) => {
    const robin = await lead();
    await lookAt(robin.kitbag, 'sync');
    await robin.hub.button('Add a device of mine…').click();
    await expect(robin.kitbag.window.getByRole('dialog')).toBeVisible();
    await lookAt(robin.kitbag, 'code for a device');
    const mia = await joiner('Mia Rep', undefined, (kitbag) => lookAt(kitbag, 'joining'));
    await mia.hub.openSync();
    await lookAt(mia.kitbag, 'sync of a rep');
  });

  test('on what searching shows', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    const shell = new ShellPage(kitbag.window);
    const library = new LibraryPage(kitbag.window);
    await shell.search.fill('pircing BOFU -customer stage:');
    await expect(library.completions().first()).toBeVisible();
    await lookAt(kitbag, 'completions');
    await kitbag.window.keyboard.press('Escape');
    await shell.search.fill('pircing BOFU -zeppelin stage:decison ');
    await expect(library.notice(/Showing results for/)).toBeVisible();
    await library.rows.first().getByRole('button', { name: /^Why / }).click();
    await expect(library.why()).toContainText('Usefulness');
    await lookAt(kitbag, 'why');
    await kitbag.window.keyboard.press('Escape');
    await shell.link('Taxonomy').click();
    await kitbag.window.getByRole('tab', { name: /^Synonyms/ }).click();
    await kitbag.window.getByRole('button', { name: 'Edit BOFU' }).click();
    await lookAt(kitbag, 'synonyms');
  });

  test('in what opens over a screen', async ({ launchSample }) => {
    const kitbag = await launchSample('marketer');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await kitbag.window.keyboard.press('Control+.');
    await expect(shell.callChoice).toBeVisible();
    await lookAt(kitbag, 'my call');
    await kitbag.window.keyboard.press('Escape');
    await kitbag.window.keyboard.press('Control+Shift+P');
    await expect(shell.palette).toBeVisible();
    await lookAt(kitbag, 'palette');
    await kitbag.window.keyboard.press('Escape');
    await expect(shell.palette).toBeHidden();
    await kitbag.window.keyboard.press('Control+Shift+R');
    await expect(kitbag.window.getByRole('dialog')).toBeVisible();
    await lookAt(kitbag, 'asking');
  });
});
