import { openArea } from '../pages/first-start.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { addColleague } from '../support/colleague.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeReplica } from '../support/replica.ts';

const forged = {
  kind: 'asset-edited',
  body: { asset: 'a_0000000000000001', set: { title: 'Forged' } },
};

test.describe('people', () => {
  test.beforeEach(async ({ dataFolder }) => {
    await makeReplica(dataFolder, { role: 'lead', files: [] });
  });

  test('have roles that a lead gives and takes, and can be removed and let in again', async ({
    dataFolder,
    launch,
  }) => {
    await addColleague(dataFolder, 'Ben');
    const kitbag = await launch();
    const people = new PeoplePage(kitbag);
    await openArea(kitbag, 'People');
    await expect(people.person('Members', 'Ben')).toContainText('Ben’s laptop');
    await people.tab('Policies').click();
    await kitbag.window.keyboard.press('Control+Shift+P');
    await kitbag.window.keyboard.type('ben');
    await new ShellPage(kitbag.window).palette.getByRole('button', { name: 'Ben In People' }).click();
    await expect(people.shown).toContainText('Ben’s laptop');
    await expect(people.shown).toBeFocused();
    await people.role('Ben').selectOption('marketer');
    await expect(people.said('Ben is now a marketer.')).toBeVisible();
    await people.button('Undo').click();
    await expect(people.role('Ben')).toHaveValue('rep');

    await people.role('Robin Vale').selectOption('rep');
    await expect(people.said(/You are the only content lead/)).toBeVisible();
    await expect(people.role('Robin Vale')).toHaveValue('lead');

    await people.button('Remove Ben').click();
    await expect(people.dialog).toContainText('Stays');
    await people.button('Remove').click();
    await expect(people.person('Members', 'Ben')).toHaveCount(0);
    await people.button('Show removed people (1)').click();
    await expect(people.person('Removed', 'Ben')).toContainText('by Robin Vale');
    await people.button('Let Ben in again').click();
    await expect(people.person('Members', 'Ben')).toBeVisible();
  });

  test('who write what they may not change nothing and are named with the reason', async ({
    dataFolder,
    launch,
  }) => {
    await addColleague(dataFolder, 'Ben', [forged]);
    const kitbag = await launch();
    const people = new PeoplePage(kitbag);
    await openArea(kitbag, 'People');
    await expect(people.tab('Refused')).toContainText('1');
    await people.tab('Refused').click();
    await expect(people.refused).toHaveCount(1);
    await expect(people.refused).toContainText('Change an asset.');
    await expect(people.refused).toContainText('Its author’s role did not allow it then.');
    await expect(people.refused).toContainText('Ben, Ben’s laptop');
  });

  test('wait where a lead lets people in, and what they did counts then', async ({ dataFolder, launch }) => {
    const first = await launch();
    await openArea(first, 'People');
    const policies = new PeoplePage(first);
    await policies.tab('Policies').click();
    await policies.choice('A lead lets people in').check();
    await expect(policies.said('From now on, a lead lets people in.')).toBeVisible();
    await first.close();
    const body = { request: 'r_0000000000000001', title: 'One-pager for CFOs', need: 'Soon', at: 1 };
    await addColleague(dataFolder, 'Cleo', [{ kind: 'request-made', body }]);
    const kitbag = await launch();
    const people = new PeoplePage(kitbag);
    await openArea(kitbag, 'People');
    await people.tab('Members').click();
    await expect(people.person('Waiting to be let in', 'Cleo')).toBeVisible();
    await people.button('Let Cleo in').click();
    await expect(people.person('Members', 'Cleo')).toBeVisible();
    await openArea(kitbag, 'Requests');
    await expect(people.said('One-pager for CFOs').first()).toBeVisible();
  });
});
