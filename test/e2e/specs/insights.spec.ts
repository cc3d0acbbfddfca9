import { mkdir, readFile } from 'node:fs/promises';
import { openArea } from '../pages/first-start.ts';
import { InsightsPage } from '../pages/insights-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { answerSaveDialogs } from '../support/window-controls.ts';

test.describe('insights', () => {
  test.beforeEach(async ({ dataFolder }, info) => {
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const assets = await makeReplica(dataFolder, {
      role: 'lead',
      files: [
        await put(folder, 'payback.pdf', pdfOf(['Payback within seven months.'])),
        await put(folder, 'security.pdf', pdfOf(['Controls and audits.'])),
      ],
    });
    info.annotations.push({ type: 'asset', description: assets.get('payback.pdf')?.id ?? '' });
  });

  test('counts what was used, says what each number means, and leads to what it counts', async ({
    kitbag,
  }, info) => {
    const insights = new InsightsPage(kitbag);
    await openArea(kitbag, 'Insights');
    await expect(insights.number('Content adoption')).toContainText('0 of 2 assets used');
    await expect(insights.number('Coverage')).toContainText('1 of 24 cells covered');
    await expect(insights.number('No-result rate')).toContainText('Nothing to count yet');
    await expect(insights.table('Never used').getByRole('row')).toHaveCount(3);

    await new ReaderPage(kitbag).openReady(
      info.annotations.find(({ type }) => type === 'asset')?.description ?? '',
    );
    // Only what is looked at for a second counts as used.
    await kitbag.window.waitForTimeout(2_000);
    await openArea(kitbag, 'Insights');
    await expect(insights.number('Content adoption')).toContainText('1 of 2 assets used');
    await expect(insights.number('Content adoption')).toContainText('50%');
    await expect(insights.table('Never used').getByRole('row')).toHaveCount(2);

    await insights.definition('Coverage').hover();
    await expect(insights.tooltip().filter({ hasText: 'at least one published, fresh asset' })).toBeVisible();
    await insights.number('Content adoption').getByRole('button', { name: 'See the never used' }).click();
    await expect(insights.heading('Never used')).toBeFocused();
  });

  test('opens the assets of a cell by the keyboard, and asks for what an empty one misses', async ({
    kitbag,
  }) => {
    const insights = new InsightsPage(kitbag);
    await openArea(kitbag, 'Insights');
    await expect(insights.cell('Awareness', 'CFO')).toContainText('none');
    await insights.cell('Awareness', 'CFO').focus();
    await insights.press('ArrowDown');
    await insights.press('ArrowDown');
    await expect(insights.cell('Decision', 'CFO')).toBeFocused();
    await expect(insights.cell('Decision', 'CFO')).toContainText('2');
    await insights.press('Enter');
    await expect.poll(() => insights.address()).toContain('/library?stages=["decision"]&personas=["cfo"]');
    await expect(insights.said('Payback').first()).toBeVisible();

    await openArea(kitbag, 'Insights');
    await insights.cell('Retention', 'CIO').click();
    await expect(insights.drawer()).toBeVisible();
    await expect(insights.drawer().getByLabel('Buying stage').first()).toHaveValue('Retention');
    await expect(insights.drawer().getByLabel('For whom').first()).toHaveValue('CIO');
  });

  test('exports a table as CSV', async ({ kitbag }, info) => {
    const insights = new InsightsPage(kitbag);
    await openArea(kitbag, 'Insights');
    const path = info.outputPath('usefulness.csv');
    await answerSaveDialogs(kitbag, path);
    await insights.export('assets by usefulness');
    await expect(insights.said(/^Saved as usefulness\.csv/)).toBeVisible();
    const lines = (await readFile(path, 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toContain('title');
    expect(lines[0]).toContain('lowerBound');
    expect(lines.slice(1).join('\n')).toContain('Payback');
    expect(lines).toHaveLength(3);
  });

  test('sorts the assets by each column', async ({ kitbag }) => {
    const insights = new InsightsPage(kitbag);
    await openArea(kitbag, 'Insights');
    const name = 'Assets by usefulness';
    await insights.sortBy(name, 'Asset');
    await expect(insights.table(name).getByRole('row').nth(1)).toContainText('Payback');
    await insights.sortBy(name, 'Asset');
    await expect(insights.table(name).getByRole('row').nth(1)).toContainText('Security');
    await expect(insights.table(name).getByRole('row').nth(1)).toContainText('Not enough ratings');
  });
});
