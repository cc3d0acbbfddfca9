import { openArea } from '../pages/first-start.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { RatingPage } from '../pages/rating-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { findsNothing } from '../support/axe.ts';
import { addColleague } from '../support/colleague.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { resizeWindow } from '../support/window-controls.ts';

async function lookAt(kitbag: RunningKitbag, what: string): Promise<void> {
  await findsNothing(kitbag, what, '.pdfViewer');
  // The reader shows its details where there is room for them.
  await resizeWindow(kitbag, 1280, 800);
}

test('what somebody new rates, asks and votes for is marked where it is shown', async ({
  dataFolder,
  launch,
}, info) => {
  const file = await put(info.outputPath('').replace(/\/$/, ''), 'roi.pdf', pdfOf(['Payback in a year.']));
  const assets = await makeReplica(dataFolder, { role: 'lead', files: [file] });
  const detail = assets.get('roi.pdf');
  const [asset, version] = [detail?.id ?? '', detail?.version.id ?? ''];
  const rated = { asset, version, value: 5, comment: 'Closed the deal.', at: Date.now() };
  const request = 'r_0000000000000001';
  const asked = { request, title: 'Security one-pager', need: 'For the CISO', at: Date.now() };
  await addColleague(dataFolder, 'Ben', [
    { kind: 'rating-given', body: rated },
    { kind: 'request-made', body: asked },
  ]);
  // Cyrillic letters: nobody can tell the two from each other.
  await addColleague(dataFolder, 'R\u{43e}bin Vale', [
    { kind: 'rating-given', body: { ...rated, comment: 'Yes!' } },
    { kind: 'request-voted', body: { request, at: Date.now() } },
    {
      kind: 'request-commented',
      body: { comment: 'c_0000000000000001', request, text: 'Urgent.', at: Date.now() },
    },
  ]);
  const kitbag = await launch();
  const people = new PeoplePage(kitbag);
  await openArea(kitbag, 'People');
  await expect(people.person('Members', 'Ben')).toContainText('New member');
  await lookAt(kitbag, 'people');

  await openArea(kitbag, 'Library');
  await expect(kitbag.window.getByText('Not enough ratings (2 new)')).toBeVisible();
  await lookAt(kitbag, 'not enough');

  await new ReaderPage(kitbag).openReady(asset);
  const rating = new RatingPage(kitbag);
  await expect(rating.details).toContainText('Not enough ratings (2 of 3, all from new members)');
  await expect(rating.ratings.filter({ hasText: 'Closed the deal.' })).toContainText('New member');
  await expect(rating.ratings.filter({ hasText: 'Yes!' })).toContainText('Looks like Robin Vale');
  await rating.value(4).click();
  await expect(rating.details).toContainText('(2 from new members)');
  await expect(rating.ratings.filter({ hasText: 'You' })).not.toContainText('New member');
  await rating.ratings.last().scrollIntoViewIfNeeded();
  await lookAt(kitbag, 'reader');

  await openArea(kitbag, 'Library');
  await expect(
    kitbag.window.getByRole('img', { name: /from 3 ratings.*, 2 from new members/ }),
  ).toBeVisible();
  await lookAt(kitbag, 'library');

  await openArea(kitbag, 'Requests');
  const requests = new RequestsPage(kitbag);
  await expect(requests.card('Security one-pager')).toContainText('all from new members');
  await lookAt(kitbag, 'requests');
  await requests.openFirst();
  await expect(requests.votes).toHaveText('2 (all from new members)');
  await expect(requests.conversation.getByText('New member')).toHaveCount(2);
  await lookAt(kitbag, 'request');
});
