import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArea } from '../pages/first-start.ts';
import { HubPage } from '../pages/hub-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { RatingPage } from '../pages/rating-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { holdCalls } from '../support/hold-calls.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { publishFile } from '../support/publish-file.ts';
import { expect, test } from '../support/two-windows.ts';
import { waitUntilReady } from '../support/window-controls.ts';
import { writeByHand } from '../support/write-by-hand.ts';

test.describe('one hub, two windows', () => {
  test('what is published in one is found in the other', async ({ place, lead, joiner }) => {
    const first = await put(place, 'first.pdf', pdfOf(['The harbour story']));
    const robin = await lead([first]);
    await robin.hub.says('Synced');
    const mia = await joiner('Mia Rep');
    const library = new LibraryPage(mia.kitbag.window);
    await new ShellPage(mia.kitbag.window).search.fill('harbour');
    await expect(library.rows.first()).toBeVisible();
    await robin.hub.openSync();
    await expect(robin.hub.device('Mia Rep')).toContainText('All here');

    const second = await put(place, 'second.pdf', pdfOf(['A lighthouse keeps watch']));
    await new ShellPage(mia.kitbag.window).search.fill('lighthouse');
    await expect(mia.kitbag.window.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
    await publishFile(robin.kitbag, second);
    await expect(library.rows.first()).toBeVisible();
    await expect(mia.hub.arrivals).toHaveAttribute('title', /1 new asset from Robin Vale/);
  });

  test('what is done while the hub is away comes home, and nothing is changed by absence', async ({
    place,
    hubFolder,
    lead,
    joiner,
  }) => {
    const robin = await lead([await put(place, 'first.pdf', pdfOf(['The harbour story']))]);
    const mia = await joiner('Mia Rep');
    await mia.hub.says('Synced');
    const elsewhere = join(place, 'unplugged');
    await rename(hubFolder, elsewhere);
    await mia.hub.says('Offline');

    await new ShellPage(mia.kitbag.window).search.fill('harbour');
    await new LibraryPage(mia.kitbag.window).rows.first().getByRole('link', { name: 'First' }).click();
    const rating = new RatingPage(mia.kitbag);
    await rating.value(5).click();
    const requests = new RequestsPage(mia.kitbag);
    await requests.ask();
    await requests.field('What is missing?').fill('A tide table for CFOs');
    await requests.button('Ask').click();
    await mia.hub.openSync();
    await expect(mia.hub.state).toContainText('can’t be reached');

    // An empty folder in its place is not the hub: nothing is taken for gone.
    await mkdir(hubFolder);
    await mia.hub.says('Blocked');
    await expect(mia.hub.state).toContainText('there is no hub in it');
    await robin.hub.says('Blocked');
    await openArea(robin.kitbag, 'Library');
    await expect(new LibraryPage(robin.kitbag.window).rows).toHaveCount(1);

    await rm(hubFolder, { recursive: true });
    await rename(elsewhere, hubFolder);
    await mia.hub.says('Synced', 40_000);
    await robin.hub.says('Synced', 40_000);
    await openArea(robin.kitbag, 'Requests');
    await expect(robin.hub.said('A tide table for CFOs')).toBeVisible();
    await openArea(robin.kitbag, 'Library');
    await new LibraryPage(robin.kitbag.window).rows.first().getByRole('link', { name: 'First' }).click();
    await expect(new RatingPage(robin.kitbag).ratings).toContainText('Mia Rep');
  });

  test('files are removed only after it was said how many, and not before that can be undone', async ({
    place,
    lead,
    joiner,
  }) => {
    await lead([
      await put(place, 'good.pdf', pdfOf(['The harbour story'])),
      await put(place, 'other.pdf', pdfOf(['The lighthouse'])),
    ]);
    const { hub, kitbag } = await joiner('Mia Rep');
    await hub.says('Synced');
    await openArea(kitbag, 'Settings');
    await expect(hub.filesHere(2)).toBeVisible();
    await hub.choose('What I choose');
    await expect(hub.said(/^This removes 2 files \(.* kB\) from this device/)).toBeVisible();
    await hub.button('Keep them').click();
    await expect(hub.said(/^This removes/)).toHaveCount(0);
    await expect(hub.kept.getByRole('radio', { name: 'All files' })).toBeChecked();

    await hub.choose('What I choose');
    await hub.button('Remove 2 files').click();
    await expect(hub.said(/2 files \(.* kB\) will be removed from this device/).first()).toBeVisible();
    await expect(hub.filesHere(2)).toBeVisible();
    await hub.button('Undo').click();
    await expect(hub.kept.getByRole('radio', { name: 'All files' })).toBeChecked();
    await expect(hub.said(/will be removed/)).toHaveCount(0);

    // Whoever closes the window meanwhile has the whole time again.
    await hub.choose('What I choose');
    await hub.button('Remove 2 files').click();
    await expect(hub.said(/will be removed/).first()).toBeVisible();
  });

  test('a file that is not kept is fetched when it is opened, and never one that was altered', async ({
    place,
    hubFolder,
    lead,
    joiner,
    launch,
  }) => {
    const good = pdfOf(['The harbour story']);
    const bad = pdfOf(['The lighthouse']);
    await lead([await put(place, 'good.pdf', good), await put(place, 'bad.pdf', bad)]);
    const before = await joiner('Mia Rep');
    await before.hub.says('Synced');
    await openArea(before.kitbag, 'Settings');
    await expect(before.hub.filesHere(2)).toBeVisible();
    await before.hub.choose('What I choose');
    await before.hub.button('Remove 2 files').click();
    await expect(before.hub.said(/will be removed/).first()).toBeVisible();
    await before.kitbag.close();
    // They would go in a minute: the test does not wait for it.
    const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    const blob = (folder: string, sha256: string): string =>
      join(folder, 'blobs', sha256.slice(0, 2), sha256);
    for (const bytes of [good, bad]) await rm(blob(before.kitbag.data, nameOf(bytes)));
    await writeFile(blob(hubFolder, nameOf(bad)), Buffer.alloc(bad.length, 'x'));

    const kitbag = await launch({ data: before.kitbag.data });
    await waitUntilReady(kitbag);
    const hub = new HubPage(kitbag);
    await hub.says('Synced');
    const library = new LibraryPage(kitbag.window);
    const { search } = new ShellPage(kitbag.window);
    await search.fill('harbour');
    await expect(library.row('Good')).toContainText('Not on this device');
    await library.row('Good').getByRole('link', { name: 'Good' }).click();
    await expect(new ReaderPage(kitbag).document).toContainText('The harbour story');

    await search.fill('lighthouse');
    await library.row('Bad').getByRole('link', { name: 'Bad' }).click();
    await expect(hub.said(/is not the one that was published/)).toBeVisible();
    await expect(hub.away).toBeVisible();
    await expect(hub.button('Try again')).toBeVisible();
  });

  test('a file that is being fetched to be opened stays away when that is stopped, and comes when asked for again', async ({
    place,
    lead,
    joiner,
    launch,
  }) => {
    const bytes = pdfOf(['The harbour story']);
    await lead([await put(place, 'good.pdf', bytes)]);
    const before = await joiner('Mia Rep');
    await before.hub.says('Synced');
    await openArea(before.kitbag, 'Settings');
    await expect(before.hub.filesHere(1)).toBeVisible();
    await before.hub.choose('What I choose');
    await before.hub.button(/^Remove (?:1|one) file/).click();
    await expect(before.hub.said(/will be removed/).first()).toBeVisible();
    await before.kitbag.close();
    const name = createHash('sha256').update(bytes).digest('hex');
    await rm(join(before.kitbag.data, 'blobs', name.slice(0, 2), name));

    const kitbag = await launch({ data: before.kitbag.data });
    await waitUntilReady(kitbag);
    const hub = new HubPage(kitbag);
    await hub.says('Synced');
    const release = await holdCalls(kitbag.window, 'offline/fetch');
    await new ShellPage(kitbag.window).search.fill('harbour');
    await new LibraryPage(kitbag.window).row('Good').getByRole('link', { name: 'Good' }).click();
    await expect(hub.said(/^Downloading this file/)).toBeVisible();
    await hub.button('Stop').click();
    await expect(hub.away).toBeVisible();
    await expect(hub.button('Stop')).toHaveCount(0);
    await release();
    await hub.button('Download').click();
    await expect(new ReaderPage(kitbag).document).toContainText('The harbour story');
  });

  test('an entry that a rep writes by hand changes nothing anywhere, and the lead sees who and why', async ({
    place,
    lead,
    joiner,
  }) => {
    const robin = await lead([await put(place, 'first.pdf', pdfOf(['The harbour story']))]);
    const mia = await joiner('Mia Rep');
    await mia.hub.says('Synced');
    await mia.kitbag.close();
    await writeByHand(mia.kitbag.data, [
      {
        kind: 'asset-added',
        body: {
          asset: 'a_0000000000000001',
          version: {
            id: 'v_0000000000000001',
            sha256: 'a'.repeat(64),
            size: 10,
            fileName: 'forged.pdf',
            mediaType: 'application/pdf',
            kind: 'pdf',
            pageCount: 1,
            words: 1,
            text: { state: 'not', reason: 'no-text' },
          },
          fields: { title: 'Forged price list', type: 'pricing-sheet', status: 'published' },
        },
      },
    ]);
    await openArea(robin.kitbag, 'People');
    const people = new PeoplePage(robin.kitbag);
    await expect(people.tab('Refused')).toContainText('1');
    await people.tab('Refused').click();
    await expect(people.refused).toContainText('Mia Rep');
    await expect(people.refused).toContainText('role did not allow it');
    await openArea(robin.kitbag, 'Library');
    await expect(new LibraryPage(robin.kitbag.window).rows).toHaveCount(1);
    const again = await joiner('Jon Rep');
    await new ShellPage(again.kitbag.window).search.fill('forged');
    await expect(again.kitbag.window.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
  });

  test('a second device comes in with a code as the same person', async ({ place, lead, joiner }) => {
    const robin = await lead([await put(place, 'first.pdf', pdfOf(['The harbour story']))]);
    await robin.hub.openSync();
    await robin.hub.button('Add a device of mine…').click();
    const code = await robin.kitbag.window.getByRole('dialog').getByTestId('code').textContent();
    await robin.kitbag.window.keyboard.press('Escape');
    await robin.hub.says('Synced');
    const laptop = await joiner('Robin’s laptop', code ?? '');
    await openArea(laptop.kitbag, 'People');
    await expect(robin.hub.device('Robin Vale')).toHaveCount(2);
  });

  test('where a lead lets people in, a newcomer is told to wait, and then is in', async ({
    lead,
    joiner,
  }) => {
    const robin = await lead();
    await openArea(robin.kitbag, 'People');
    const people = new PeoplePage(robin.kitbag);
    await people.tab('Policies').click();
    await people.choice('A lead lets people in').check();
    await expect(people.said('From now on, a lead lets people in.')).toBeVisible();
    await robin.hub.says('Synced');
    const mia = await joiner('Mia Rep');
    const waiting = new ShellPage(mia.kitbag.window).banner(/You are waiting to be let into Team hub/);
    await expect(waiting).toBeVisible();
    await people.tab('Members').click();
    await expect(people.person('Waiting to be let in', 'Mia Rep')).toBeVisible();
    await people.button('Let Mia Rep in').click();
    // Nobody else waits: the key that let her in does nothing to anybody.
    await expect(robin.kitbag.window.getByRole('heading', { name: 'Members' })).toBeFocused();
    await expect(waiting).toBeHidden();
    const shell = new ShellPage(mia.kitbag.window);
    const letIn = shell.banner(/let you into Team hub, as a rep/);
    await expect(letIn).toBeVisible();
    await letIn.getByRole('button', { name: 'Close' }).click();
    await expect(letIn).toBeHidden();
  });
});
