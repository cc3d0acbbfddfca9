import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HistoryPage } from '../pages/history-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

test.describe('the history of an asset', () => {
  test('says who changed what, undoes an archive, and makes an older version current again', async ({
    dataFolder,
    launch,
  }) => {
    const documents = await mkdtemp(join(tmpdir(), 'kitbag-documents-'));
    const assets = await makeReplica(dataFolder, {
      role: 'lead',
      files: [await put(documents, 'story.pdf', pdfOf(['The first story']))],
      newVersions: [
        { of: 'story.pdf', file: await put(documents, 'story-2.pdf', pdfOf(['The second story'])) },
      ],
    });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    const history = new HistoryPage(kitbag);
    await reader.openReady(assets.get('story.pdf')?.id ?? '');
    await history.button('Show history').click();
    await expect(history.entries).toHaveCount(2);
    await expect(history.entries.first()).toContainText('Robin Vale added a version');

    await history.archive();
    await expect(history.entries.first()).toContainText('archived it');
    await history.button('Undo the change: Status').click();
    await expect(history.entries.first()).toContainText('took it out of the archive');
    await expect(history.button('Archive')).toBeVisible();

    await history.button('Restore version 1').click();
    await expect(history.said('Version 1 is current again, as version 3.')).toBeVisible();
    await expect(history.entries.first()).toContainText('version 1 restored');
  });

  test('keeps what was changed since, when an earlier change is undone, and says so', async ({
    dataFolder,
    launch,
  }) => {
    const documents = await mkdtemp(join(tmpdir(), 'kitbag-documents-'));
    const assets = await makeReplica(dataFolder, {
      role: 'lead',
      files: [await put(documents, 'story.pdf', pdfOf(['The first story']))],
    });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    const history = new HistoryPage(kitbag);
    await reader.openReady(assets.get('story.pdf')?.id ?? '');
    await history.archive();
    await expect(history.button('Undo')).toHaveCount(1);
    await history.button('Publish again').click();
    await expect(history.button('Undo')).toHaveCount(2);
    await history.button('Undo').first().click();
    await expect(
      history.said('Not undone, because it has changed since: status of ‘Story’ (by you).'),
    ).toBeVisible();
    await expect(history.button('Archive')).toBeVisible();
  });
});
