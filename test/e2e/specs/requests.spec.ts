import { mkdir } from 'node:fs/promises';
import { changeRole, openArea } from '../pages/first-start.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

test.describe('asking for content', () => {
  test('shows what is asked for already and takes ‘me too’ instead of a second request', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('rep');
    const requests = new RequestsPage(kitbag);
    await requests.ask();
    await requests.field('What is missing?').fill('battlecard on Oakbill');
    await expect(requests.alike).toContainText('Battlecard: Oakbill');
    await requests.alike.getByRole('button', { name: 'Me too: Battlecard: Oakbill' }).click();
    await requests.dealValue.fill('some');
    await requests.button('Add my vote').click();
    await expect(requests.dealValue).toHaveAccessibleDescription(/‘some’ isn’t clear as an amount/);
    await expect(requests.dealValue).toBeFocused();
    await requests.dealValue.fill('180k');
    await expect(requests.dealValue).toHaveAccessibleDescription(/= 180,000 in your hub’s currency/);
    await requests.press('Enter');
    await expect(requests.drawer).toBeHidden();
    await expect(requests.said(/^Vote added/)).toBeVisible();

    await openArea(kitbag, 'Requests');
    await requests.card('Battlecard: Oakbill').click();
    await expect(requests.votes).toHaveText('6');
    const deals = await requests.deals.textContent();
    await requests.button('Withdraw my vote').click();
    await expect(requests.votes).toHaveText('5');
    await expect(requests.deals).not.toHaveText(deals ?? '');
    await requests.button('Undo').last().click();
    await expect(requests.votes).toHaveText('6');
    await expect(requests.deals).toHaveText(deals ?? '');
  });

  test('lets a rep ask, a marketer answer with an asset, and the one who asked see it', async ({
    dataFolder,
    launch,
  }, info) => {
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const file = await put(folder, 'retail-payback.pdf', pdfOf(['Payback in retail: seven months.']));
    await makeReplica(dataFolder, { role: 'rep', files: [file] });
    const kitbag = await launch();
    const requests = new RequestsPage(kitbag);
    await openArea(kitbag, 'Requests');
    await requests.ask();
    await requests.press('Control+Enter');
    await expect(requests.drawer).toContainText('Say in a few words what is needed.');
    await requests.field('What is missing?').fill('Retail payback in months');
    await expect(requests.alike).toContainText('Retail payback');
    await requests.choose('Buying stage', 'Decision');
    await requests.choose('For whom', 'CFO');
    await requests.field('Why?').fill('Three deals wait for it. <b>Soon</b>');
    await requests.field('Deal value').fill('about 5');
    await requests.press('Control+Enter');
    await expect(requests.field('Deal value')).toHaveAccessibleDescription(/isn’t clear as an amount/);
    await requests.field('Deal value').fill('1,2 Mio.');
    await requests.press('Control+Enter');
    await expect(requests.deals).toHaveText('1,200,000');
    await expect(requests.title).toHaveText('Retail payback in months');
    await expect(requests.said('Three deals wait for it. <b>Soon</b>')).toBeVisible();
    await expect(requests.button('Accept')).toHaveCount(0);

    await changeRole(kitbag, 'Marketer');
    await openArea(kitbag, 'Requests');
    await requests
      .column('New')
      .getByRole('link', { name: /^Retail payback in months/ })
      .click();
    await requests.button('Decline…').click();
    await requests.button('Decline').click();
    await expect(requests.reason).toHaveAccessibleDescription(/Give a reason/);
    await requests.button('Cancel').click();
    await requests.button('Accept').click();
    await requests.menuItem(/^Small/).click();
    await expect(requests.status).toHaveText('Accepted');
    await requests.button('Start').click();
    await expect(requests.status).toHaveText('In progress');
    await requests.button('Fulfill with…').click();
    await expect(requests.answerField).toBeFocused();
    await expect(requests.answerField).toHaveValue('Retail payback in months');
    await expect(requests.answerFor('Buying stage')).toHaveValue('Decision');
    await expect(requests.answerFor('Persona')).toHaveValue('CFO');
    await requests.button(/^Retail payback/).waitFor();
    await requests.press('ArrowDown');
    await requests.press('Enter');
    await expect(requests.status).toHaveText('Fulfilled');
    await requests.button('Undo').last().click();
    await expect(requests.status).toHaveText('In progress');
    await requests.button('Fulfill with…').click();
    await requests.button(/^Retail payback/).click();
    await expect(requests.status).toHaveText('Fulfilled');

    await changeRole(kitbag, 'Rep');
    await openArea(kitbag, 'Requests');
    await requests
      .column('Fulfilled')
      .getByRole('link', { name: /^Retail payback in months/ })
      .click();
    await expect(requests.said(/^Fulfilled by Robin Vale with/)).toBeVisible();
    await requests.link('Retail payback').click();
    await expect(requests.said('Retail payback').first()).toBeVisible();
  });

  test('keeps what was typed when the drawer is closed by accident', async ({ dataFolder, launch }) => {
    await makeReplica(dataFolder, { role: 'rep', files: [] });
    const kitbag = await launch();
    const requests = new RequestsPage(kitbag);
    await openArea(kitbag, 'Requests');
    await requests.ask();
    await requests.field('What is missing?').fill('A sheet on audits');
    await requests.press('Escape');
    await expect(requests.drawer).toBeHidden();
    await requests.ask();
    await expect(requests.field('What is missing?')).toHaveValue('A sheet on audits');
    await requests.button('Start over').click();
    await expect(requests.field('What is missing?')).toHaveValue('');
  });

  test('says of assets that could answer it which ones have expired', async ({ launchSample }) => {
    const kitbag = await launchSample('marketer');
    const requests = new RequestsPage(kitbag);
    await openArea(kitbag, 'Requests');
    await requests.card('Battlecard: Oakbill').click();
    await requests.button('Fulfill with…').click();
    await requests.answerField.fill('wayfinder');
    await expect(requests.button(/^Wayfinder: accounts payable automation 2025.*Expired/)).toBeVisible();
  });

  test('is walked with the arrow keys', async ({ launchSample }) => {
    const kitbag = await launchSample('marketer');
    const requests = new RequestsPage(kitbag);
    await openArea(kitbag, 'Requests');
    const first = requests.column('New').getByRole('link').first();
    await first.focus();
    await requests.press('ArrowRight');
    await expect(requests.column('Accepted').getByRole('link').first()).toBeFocused();
    await requests.press('ArrowDown');
    await expect(requests.column('Accepted').getByRole('link').nth(1)).toBeFocused();
    await requests.press('ArrowLeft');
    await requests.press('Enter');
    await expect(requests.status).toHaveText('New');
  });
});
