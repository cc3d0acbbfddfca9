import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { idOf, test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';

const story = pdfOf(['One page', 'Two pages', 'Three pages']);
const clipboard = ({ app }: RunningKitbag) => app.evaluate(({ clipboard: shared }) => shared.readText());

test('a copied link opens its page from a second start, in the window that is there', async ({
  fill,
  launch,
  documents,
}) => {
  const asset = idOf(await fill({ files: [await put(documents, 'story.pdf', story)] }), 'story.pdf');
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(asset, { page: 2 });
  await reader.press('Control+Shift+L');
  await expect.poll(() => clipboard(kitbag)).toBe(`kitbag://asset/${asset}?page=2`);
  await reader.press('Control+1');
  await expect(reader.pageField).toHaveCount(0);

  await expect(launch({ args: [await clipboard(kitbag)] })).rejects.toThrow();
  await expect(reader.pageField).toHaveValue('2');
  expect(kitbag.app.windows()).toHaveLength(1);
});

test('a start with a link opens what it names; what is no link of ours opens nothing', async ({
  fill,
  launch,
  documents,
}) => {
  await fill({ files: [await put(documents, 'story.pdf', story)] });
  const kitbag = await launch({ args: ['kitbag://search?q=three%20pages'] });
  const library = new LibraryPage(kitbag.window);
  await expect(kitbag.window.getByRole('combobox', { name: 'Search' })).toHaveValue('three pages');
  await expect(library.rows).toHaveCount(1);
  await expect(launch({ args: ['kitbag://settings'] })).rejects.toThrow();
  await expect(launch({ args: ['kitbag://asset/a_0000000000000000'] })).rejects.toThrow();
  await expect(kitbag.window.getByText('This asset is not here.')).toBeVisible();
});

test('where nothing can be linked to, it says so', async ({ launchSample }) => {
  const kitbag = await launchSample('rep');
  await kitbag.window.keyboard.press('Control+Shift+L');
  await expect(kitbag.window.getByText('There is no link to this place.')).toBeVisible();
});
