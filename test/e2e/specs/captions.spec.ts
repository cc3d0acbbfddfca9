import { join } from 'node:path';
import { ReaderPage } from '../pages/reader-page.ts';
import { violations } from '../support/axe.ts';
import { idOf, sample, test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';

test('a hit in captions opens the video where the words are said, and a time plays it from there', async ({
  fill,
  launch,
  documents,
}) => {
  const video = 'demo-approve-from-anywhere.webm';
  const spoken =
    'WEBVTT\n\n00:01.000 --> 00:04.000\nWelcome to the tour\n\n00:09.000 --> 00:12.000\nApprove it from the quokka screen\n';
  const captions = await put(documents, 'demo-approve-from-anywhere.en.vtt', spoken);
  const assets = await fill({ files: [join(sample, video), captions] });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  const player = reader.document.locator('video');
  const place = () => player.evaluate((media: HTMLMediaElement) => media.currentTime);
  await reader.openReady(idOf(assets, 'demo-approve-from-anywhere.en.vtt'), { page: 1, q: 'quokka' });
  await expect.poll(place).toBe(9);
  await expect(reader.document.getByText('quokka screen')).toBeVisible();
  const time = reader.document.getByRole('button', { name: 'Play from 0:00:01' });
  await time.focus();
  await kitbag.window.keyboard.press('ArrowDown');
  await expect(reader.document.getByRole('button', { name: 'Play from 0:00:09' })).toBeFocused();
  await kitbag.window.keyboard.press('ArrowUp');
  await kitbag.window.keyboard.press('Enter');
  await expect.poll(place).toBeLessThan(9);
  await player.evaluate((media: HTMLMediaElement) => media.pause());
  // The video itself has what is said beside it.
  await reader.openReady(idOf(assets, video));
  await expect(reader.document.getByText('Welcome to the tour')).toBeVisible();
  expect(await violations(kitbag.window)).toEqual([]);
});
