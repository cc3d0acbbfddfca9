import type { Locator } from '@playwright/test';
import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { resizeWindow } from '../support/window-controls.ts';

/** The buttons in a place that can't be reached with the pointer: outside the window, or under something else. */
function unreachable(place: Locator): Promise<string[]> {
  return place.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('button, a[href], [role="img"][draggable]')]
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) return true;
        const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return there === null || !(button.contains(there) || there.contains(button));
      })
      .map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''),
  );
}

const SIZES = {
  '900×600': (kitbag: RunningKitbag) => resizeWindow(kitbag, 900, 600),
  '200 % at 1280×800': async (kitbag: RunningKitbag) => {
    await resizeWindow(kitbag, 1280, 800);
    await kitbag.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
    );
    await kitbag.window.waitForFunction(() => window.innerWidth === 640);
  },
} as const;

for (const [name, make] of Object.entries(SIZES)) {
  test(`sixty personas leave everything in reach at ${name}`, async ({ dataFolder, launch }, info) => {
    const file = await put(
      info.outputPath('').replace(/\/$/, ''),
      'roi.pdf',
      pdfOf(['The payback is seven months.']),
    );
    await makeReplica(dataFolder, { role: 'lead', personas: 56, files: [file] });
    const kitbag = await launch();
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await make(kitbag);
    await kitbag.window.screenshot({ path: info.outputPath('Home.png') });
    // The choice of the call scrolls in itself, so that what it is for stays in sight below.
    const chips = kitbag.window.getByRole('list', { name: 'Persona' });
    expect((await chips.boundingBox())?.height).toBeLessThan(120);
    await kitbag.window.keyboard.press('Control+.');
    await shell.callChoice.waitFor();
    const last = shell.callChoice.getByText('Head of department 56', { exact: true });
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 1 });
    await kitbag.window.screenshot({ path: info.outputPath('My call.png') });
    await last.click();
    await expect(shell.call).toContainText('Head of department 56');
    await kitbag.window.keyboard.press('Escape');
    for (const screen of ['Insights', 'Taxonomy', 'Library']) {
      await shell.open(screen);
      await kitbag.window.screenshot({ path: info.outputPath(`${screen}.png`) });
      expect.soft(await unreachable(shell.bars), screen).toEqual([]);
      const sideways = await kitbag.window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(sideways, `${screen} scrolls sideways as a whole`).toBeLessThanOrEqual(0);
    }
  });

  test(`every button of the bars is in reach at ${name}`, async ({ launchSample }, info) => {
    const kitbag = await launchSample('lead');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await make(kitbag);
    const shot = (of: string) => kitbag.window.screenshot({ path: info.outputPath(`${of}.png`) });
    for (const screen of ['Library', 'Requests', 'Publish', 'Insights', 'Taxonomy', 'People', 'Home']) {
      await shell.open(screen);
      await shot(screen);
      expect.soft(await unreachable(shell.bars), screen).toEqual([]);
    }
    await shell.open('Library');
    await new LibraryPage(kitbag.window).rows.first().getByRole('link').first().click();
    const reader = new ReaderPage(kitbag);
    await reader.screen.waitFor();
    await shot('Reader');
    expect.soft(await unreachable(reader.toolbar), 'Reader').toEqual([]);
    await reader.button('Details').click();
    await shot('Details');
    expect.soft(await unreachable(reader.toolbar), 'Details').toEqual([]);
  });
}

test('the reader’s toolbar is one line in the smallest window, with room for the button of a shared hub', async ({
  dataFolder,
  launch,
}, info) => {
  const folder = info.outputPath('').replace(/\/$/, '');
  const file = await put(folder, 'roi.pdf', pdfOf(['The payback is seven months.', 'And the second page.']));
  const assets = await makeReplica(dataFolder, { role: 'lead', files: [file] });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('roi.pdf')?.id ?? '');
  await SIZES['900×600'](kitbag);
  await kitbag.window.screenshot({ path: info.outputPath('Reader.png') });
  await expect.poll(() => reader.toolbarLines()).toBe(1);
  // A button more, as in a shared hub: the title gives way.
  await reader.addToToolbar(36);
  expect(await reader.toolbarLines()).toBe(1);
});
