import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetChanges, AssetDetail } from '../../../src/contract/assets.ts';
import type { Role } from '../../../src/shared/vocabulary/roles.ts';
import { GatePage } from '../pages/gate-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { violations } from '../support/axe.ts';
import { test as base, expect } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { answerSaveDialogs, waitUntilReady } from '../support/window-controls.ts';

type Asset = { readonly title: string; readonly set?: AssetChanges };
type Hub = (role: Role, assets: readonly Asset[]) => Promise<ReadonlyMap<string, AssetDetail>>;

/** A hub of documents that are what is said of them. */
const test = base.extend<{ readonly hub: Hub }>({
  hub: async ({ dataFolder }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kitbag-documents-'));
    await use(async (role, assets) => {
      const files = [];
      const set: Record<string, AssetChanges> = {};
      for (const { title, set: said } of assets) {
        files.push(await put(folder, `${title}.md`, `# ${title}\n\nWhat it is about: ${title}.`));
        set[`${title}.md`] = { title, ...said };
      }
      return makeReplica(dataFolder, { role, files, set });
    });
    await rm(folder, { recursive: true, force: true });
  },
});

const battlecard: Asset = { title: 'Brightwater battlecard', set: { audience: 'internal' } };
const expired: Asset = {
  title: 'Analyst reprint of spring',
  set: { type: 'analyst-report', expiresOn: '2026-01-31' },
};
const current: Asset = { title: 'Analyst reprint of autumn', set: { type: 'analyst-report' } };

function idOf(assets: ReadonlyMap<string, AssetDetail>, { title }: Asset): AssetDetail {
  const asset = assets.get(`${title}.md`);
  if (asset === undefined) throw new Error(`There is no ${title}.`);
  return asset;
}

/** What the system would drag: its own drag can't be let go of by a test. */
async function watchDrags(kitbag: RunningKitbag): Promise<() => Promise<string>> {
  await kitbag.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('There is no window.');
    window.webContents.startDrag = (item) => {
      process.env.KITBAG_TEST_DRAGGED = item.file;
    };
  });
  return () => kitbag.app.evaluate(() => process.env.KITBAG_TEST_DRAGGED ?? '');
}

test.describe('what is internal', () => {
  test('is copied only after a question in red, asked once', async ({ hub, launch }) => {
    const assets = await hub('rep', [battlecard]);
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    const gate = new GatePage(kitbag);
    // A copied file takes the place of the text that was there.
    const clipboard = () => kitbag.app.evaluate(({ clipboard: board }) => board.readText());
    await kitbag.app.evaluate(({ clipboard: board }) => board.writeText('before'));
    await reader.openReady(idOf(assets, battlecard).id);

    await reader.button('Copy').click();
    await expect(gate.dialog).toContainText('Copy this internal asset?');
    expect(await gate.isRed('Internal only: not for customers.')).toBe(true);
    await expect(gate.button('Cancel')).toBeFocused();
    expect(await violations(kitbag.window)).toEqual([]);
    await reader.press('Enter');
    await expect(gate.dialog).toHaveCount(0);
    expect(await clipboard()).toBe('before');

    await reader.button('Copy').click();
    await gate.button('Copy anyway').click();
    await expect(gate.toast('Copied the file.')).toBeVisible();
    expect(await clipboard()).not.toBe('before');

    await kitbag.app.evaluate(({ clipboard: board }) => board.writeText('before'));
    await reader.button('Copy').click();
    await expect.poll(clipboard).not.toBe('before');
    await expect(gate.dialog).toHaveCount(0);

    // Another way is another question.
    await answerSaveDialogs(kitbag, null);
    await reader.button('Save a copy').click();
    await expect(gate.dialog).toContainText('Save this internal asset?');
    await gate.button('Cancel').click();
  });

  test('lets none of its words be copied from the quick look before the question is answered', async ({
    hub,
    launch,
  }) => {
    await hub('rep', [battlecard]);
    const kitbag = await launch();
    const gate = new GatePage(kitbag);
    const library = new LibraryPage(kitbag.window);
    const clipboard = () => kitbag.app.evaluate(({ clipboard: board }) => board.readText());
    await kitbag.app.evaluate(({ clipboard: board }) => board.clear());
    const { search } = new ShellPage(kitbag.window);
    await search.fill('brightwater');
    await library.rows.first().waitFor();
    await search.press('ArrowDown');
    await expect(library.rows.first().getByRole('link').first()).toBeFocused();
    await kitbag.window.keyboard.press('Space');
    const words = library.quickLook.getByText('What it is about');
    await words.selectText();
    await kitbag.window.keyboard.press('ControlOrMeta+c');
    await expect(gate.dialog).toContainText('Copy this internal asset?');
    expect(await clipboard()).toBe('');
    await gate.button('Copy anyway').click();
    await expect.poll(clipboard).toContain('What it is about');
  });

  test('fills no screen before somebody has said that it may', async ({ hub, launch }) => {
    const assets = await hub('rep', [battlecard]);
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    const gate = new GatePage(kitbag);
    await reader.openReady(idOf(assets, battlecard).id);
    await reader.press('F5');
    await expect(gate.dialog).toContainText('Present this internal asset?');
    await expect(reader.document).not.toHaveAttribute('data-presenting', 'true');
    await gate.button('Present anyway').click();
    await expect(reader.document).toHaveAttribute('data-presenting', 'true');
  });

  test('is never dragged out, and says why', async ({ hub, launch }) => {
    const assets = await hub('rep', [battlecard]);
    const kitbag = await launch();
    const dragged = await watchDrags(kitbag);
    const reader = new ReaderPage(kitbag);
    const gate = new GatePage(kitbag);
    await reader.openReady(idOf(assets, battlecard).id);
    await reader.dragOut();
    await expect(gate.dialog).toContainText('This internal asset can’t be dragged');
    await expect(gate.dialog).toContainText('copy it or save a copy instead');
    expect(await dragged()).toBe('');
  });

  test('does not leave by asking the shell past the question', async ({ hub, launch }) => {
    const assets = await hub('rep', [battlecard]);
    const kitbag = await launch();
    await waitUntilReady(kitbag);
    const { id } = idOf(assets, battlecard).version;
    const outcomes = await kitbag.window.evaluate(
      (version) =>
        Promise.all([
          window.kitbag.copyFile({ version }),
          window.kitbag.saveCopy({ version }),
          window.kitbag.openInApplication({ version }),
          window.kitbag.startDrag({ version }),
        ]),
      id,
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['refused', 'refused', 'refused', 'refused']);
  });
});

test('what has expired does not leave, and Enter opens what is used instead', async ({ hub, launch }) => {
  const assets = await hub('lead', [expired, current]);
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  const gate = new GatePage(kitbag);
  for (const button of ['Copy', 'Save a copy', 'Present']) {
    await reader.openReady(idOf(assets, expired).id);
    await reader.button(button).click();
    await expect(gate.dialog).toContainText(`Use “${current.title}” instead.`);
    await expect(gate.button(`Open “${current.title}”`)).toBeFocused();
    await reader.press('Enter');
    await expect.poll(() => reader.address()).toContain(idOf(assets, current).id);
  }
});

test('a draft leaves a marketer’s window after a question, which is not red', async ({ hub, launch }) => {
  const draft: Asset = { title: 'Zephyr forecast', set: { status: 'draft' } };
  const assets = await hub('marketer', [draft]);
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  const gate = new GatePage(kitbag);
  await reader.openReady(idOf(assets, draft).id);
  await reader.button('Copy').click();
  await expect(gate.dialog).toContainText('Copy this draft?');
  expect(await gate.isRed('It is a draft')).toBe(false);
  await reader.press('Enter');
  await expect(gate.toast('Copied the file.')).toBeVisible();
});

test('a rep never sees a draft: not near what was typed, not among the titles, not by its address', async ({
  hub,
  launch,
}) => {
  const draft: Asset = { title: 'Zephyr forecast', set: { status: 'draft' } };
  const published: Asset = { title: 'Zephyr outlook' };
  const assets = await hub('rep', [draft, published]);
  const kitbag = await launch();
  await waitUntilReady(kitbag);
  const library = new LibraryPage(kitbag.window);
  await new ShellPage(kitbag.window).search.fill('"zephyr outlok"');
  await expect(library.near).toContainText(published.title);
  await expect(library.near).not.toContainText(draft.title);
  await kitbag.window.evaluate((id) => {
    globalThis.location.hash = `/asset/${id}`;
  }, idOf(assets, draft).id);
  await expect(kitbag.window.getByText('This asset is not here.')).toBeVisible();
  expect(await kitbag.window.locator('body').innerText()).not.toContain('forecast');
});

test.describe('what another app could run', () => {
  /** What of the system is asked to open and to show. */
  async function watchShell(kitbag: RunningKitbag) {
    await kitbag.app.evaluate(({ shell }) => {
      shell.openPath = async (path) => {
        process.env.KITBAG_TEST_OPENED = path;
        return '';
      };
      shell.showItemInFolder = (path) => {
        process.env.KITBAG_TEST_SHOWN = path;
      };
    });
    return () =>
      kitbag.app.evaluate(() => ({
        opened: process.env.KITBAG_TEST_OPENED ?? '',
        shown: process.env.KITBAG_TEST_SHOWN ?? '',
      }));
  }

  test('is not opened: a copy is saved instead, and its folder shown', async ({ launch, dataFolder }) => {
    const folder = await mkdtemp(join(tmpdir(), 'kitbag-documents-'));
    const file = await put(folder, 'Pricing page.html', '<html><body><h1>Pricing</h1></body></html>');
    const assets = await makeReplica(dataFolder, { role: 'rep', files: [file] });
    const kitbag = await launch();
    const asked = await watchShell(kitbag);
    const reader = new ReaderPage(kitbag);
    const gate = new GatePage(kitbag);
    await reader.openReady(assets.get('Pricing page.html')?.id ?? '');

    await reader.button('Open in default app').click();
    await expect(gate.dialog).toContainText('Kitbag doesn’t open this file in another app');
    await expect(gate.dialog).toContainText('“Pricing page.html”. Files of this kind can run programs');
    expect(await violations(kitbag.window)).toEqual([]);
    await gate.button('Cancel').click();
    await expect(gate.dialog).toHaveCount(0);
    expect(await asked()).toEqual({ opened: '', shown: '' });

    const target = join(folder, 'saved.html');
    await answerSaveDialogs(kitbag, target);
    await reader.button('Open in default app').click();
    await gate.button('Save a copy').click();
    await expect.poll(asked).toEqual({ opened: '', shown: target });
    await rm(folder, { recursive: true, force: true });
  });

  test('is told from a document, which is opened', async ({ hub, launch }) => {
    const assets = await hub('rep', [current]);
    const kitbag = await launch();
    const asked = await watchShell(kitbag);
    const reader = new ReaderPage(kitbag);
    await reader.openReady(idOf(assets, current).id);
    await reader.button('Open in default app').click();
    await expect.poll(async () => (await asked()).opened).toContain(`${current.title}.md`);
  });
});
