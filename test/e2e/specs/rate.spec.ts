import { RatingPage } from '../pages/rating-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

test.describe('rating what one reads', () => {
  test.beforeEach(async ({ dataFolder }, info) => {
    const file = await put(
      info.outputPath('').replace(/\/$/, ''),
      'roi.pdf',
      pdfOf(['The payback is seven months.']),
    );
    const assets = await makeReplica(dataFolder, { role: 'rep', files: [file] });
    info.annotations.push({ type: 'asset', description: assets.get('roi.pdf')?.id ?? '' });
  });

  test('takes one key, fills in what it was for, and one line more says why', async ({ kitbag }, info) => {
    const reader = new ReaderPage(kitbag);
    const rating = new RatingPage(kitbag);
    await reader.openReady(assetOf(info));
    await expect(rating.details).toContainText('No ratings yet');
    await reader.press('4');
    await expect(rating.value(4)).toHaveAttribute('aria-pressed', 'true');
    await expect(rating.ratedFor).toHaveText('Decision · CFO');
    await reader.press('c');
    await expect(rating.comment).toBeFocused();
    await reader.type('Asked about page 1. <b>5</b>');
    await reader.press('Enter');
    await expect(rating.ratings).toHaveCount(1);
    await expect(rating.ratings.first()).toContainText('You');
    await expect(rating.ratings.first()).toContainText('Decision · CFO');
    await expect(rating.ratings.first()).toContainText('Asked about page 1. <b>5</b>');
    await expect(rating.details).toContainText('Not enough ratings (1 of 3)');
    await expect(rating.byValue.getByRole('listitem', { name: '4: 1 rating' })).toBeVisible();
  });

  test('counts the last of two keys, also where the first is still being saved', async ({ kitbag }, info) => {
    const reader = new ReaderPage(kitbag);
    const rating = new RatingPage(kitbag);
    await reader.openReady(assetOf(info));
    // Quicker than any hand, and not quicker than a busy computer makes a hand seem.
    await kitbag.window.evaluate(async () => {
      for (const key of ['5', '3']) {
        const event = { key, code: `Digit${key}`, bubbles: true, cancelable: true };
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', event));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await expect(rating.value(3)).toHaveAttribute('aria-pressed', 'true');
    await expect(rating.ratings).toHaveCount(1);
  });

  test('can be changed, withdrawn, and brought back', async ({ kitbag }, info) => {
    const reader = new ReaderPage(kitbag);
    const rating = new RatingPage(kitbag);
    await reader.openReady(assetOf(info));
    await rating.value(2).click();
    await expect(rating.value(2)).toHaveAttribute('aria-pressed', 'true');
    await reader.press('5');
    await expect(rating.value(5)).toHaveAttribute('aria-pressed', 'true');
    await expect(rating.ratings).toHaveCount(1);
    await rating.withdraw();
    await expect(rating.details).toContainText('No ratings yet');
    await expect(rating.comment).toHaveCount(0);
    await rating.undo.click();
    await expect(rating.value(5)).toHaveAttribute('aria-pressed', 'true');
  });

  test('is still there after a restart', async ({ launch }, info) => {
    const first = await launch();
    const reader = new ReaderPage(first);
    const rating = new RatingPage(first);
    await reader.openReady(assetOf(info));
    await reader.press('3');
    await expect(rating.value(3)).toHaveAttribute('aria-pressed', 'true');
    await first.close();
    const again = await launch();
    await new ReaderPage(again).openReady(assetOf(info));
    await expect(new RatingPage(again).value(3)).toHaveAttribute('aria-pressed', 'true');
  });
});

function assetOf(info: { readonly annotations: readonly { type: string; description?: string }[] }): string {
  return info.annotations.find(({ type }) => type === 'asset')?.description ?? '';
}
