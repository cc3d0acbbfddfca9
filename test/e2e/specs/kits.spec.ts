import { KitsPage } from '../pages/kits-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { resizeWindow } from '../support/window-controls.ts';

/** Opens something by its name in the palette, with the keyboard. */
async function byPalette(kitbag: RunningKitbag, words: string): Promise<void> {
  const shell = new ShellPage(kitbag.window);
  await kitbag.window.keyboard.press('Control+Shift+P');
  await shell.palette.waitFor();
  await kitbag.window.keyboard.insertText(words);
  await shell.palette.getByText(words, { exact: true }).first().waitFor();
  await kitbag.window.keyboard.press('Enter');
}

test('a kit is made, put in order, found and read in order, by keyboard alone', async ({ launchSample }) => {
  test.slow();
  const kitbag = await launchSample('marketer');
  const kits = new KitsPage(kitbag);
  const shell = new ShellPage(kitbag.window);
  await byPalette(kitbag, 'Go to the kits');
  await shell.ready('Kits');
  await findsNothing(kitbag, 'Kits without any');
  await resizeWindow(kitbag, 1280, 800);

  // Made: of the best for a call.
  await byPalette(kitbag, 'Make a kit');
  await expect(kits.name).toBeFocused();
  await kits.type('Harbor opening');
  for (const words of ['Decision', 'CFO']) {
    await kits.press('Tab');
    await kitbag.window.keyboard.type(words, { delay: 30 });
    await expect(kitbag.window.getByRole('option', { name: words, exact: true })).toBeVisible();
    await kits.press('Enter');
  }
  await expect(kits.makeDialog.getByText(/^It begins with/)).toBeVisible();
  await kits.name.focus();
  await kits.press('Enter');
  await expect(kits.title).toHaveText('Harbor opening');
  const before = await kits.itemTitles();
  expect(before.length).toBeGreaterThan(1);

  // Put in order and taken out, each with undo.
  await kits.itemLink(0).focus();
  await kits.press('Alt+ArrowDown');
  await expect.poll(() => kits.itemTitles()).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(kits.itemLink(1)).toBeFocused();
  await kits.press('Delete');
  await expect.poll(() => kits.itemTitles()).toEqual([before[1], ...before.slice(2)]);
  await kits.button('Undo').last().press('Enter');
  await expect.poll(() => kits.itemTitles()).toHaveLength(before.length);
  await kits.guidance('Talk track').focus();
  await kits.type('Begin with the zephyr of late invoices');
  await kits.press('Tab');
  await kits.button('Publish').press('Enter');
  await expect(kits.button('Publish')).toBeHidden();
  await findsNothing(kitbag, 'a kit');
  await resizeWindow(kitbag, 1280, 800);

  // Found by what it says, in the field that finds documents.
  await kits.press('Control+K');
  await kits.type('zephyr');
  await expect(kits.found).toHaveCount(1);
  await kits.found.first().press('Enter');
  await expect(kits.title).toHaveText('Harbor opening');

  // Read in order.
  await kits.button('Open all in order').press('Enter');
  await expect(kits.bar).toContainText(`1 of ${before.length}`);
  await kits.press('n');
  await expect(kits.bar).toContainText(`2 of ${before.length}`);
  // What tags a document has is its author's.
  await findsNothing(kitbag, 'the reader of a kit', '.pdfViewer');
});

test('a rep makes a kit of their own and proposes it', async ({ launchSample }) => {
  const kitbag = await launchSample('rep');
  const kits = new KitsPage(kitbag);
  const shell = new ShellPage(kitbag.window);
  await byPalette(kitbag, 'Go to the kits');
  await shell.ready('Kits');
  await kits.make('My first call', 'Decision', 'CFO');
  await expect(kitbag.window.getByText('Only on this device')).toBeVisible();
  await kits.button('Propose').click();
  await expect(kitbag.window.getByText('Proposed, waiting for an answer')).toBeVisible();
});
