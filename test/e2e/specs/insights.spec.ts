import { mkdir, readFile } from 'node:fs/promises';
import { openArea } from '../pages/first-start.ts';
import { InsightsPage } from '../pages/insights-page.ts';
import { addColleague } from '../support/colleague.ts';
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
    const opened = assets.get('payback.pdf');
    if (opened === undefined) throw new Error('The replica was not filled.');
    await addColleague(dataFolder, 'Ben', [
      { kind: 'asset-viewed', body: { asset: opened.id, version: opened.version.id, at: Date.now() } },
      { kind: 'searched', body: { results: 0, stage: 'decision', persona: 'cfo', at: Date.now() } },
    ]);
  });

  test('counts what reps used, says what each number means, and leads to what it counts', async ({
    kitbag,
  }) => {
    const insights = new InsightsPage(kitbag);
    await openArea(kitbag, 'Insights');
    await expect(insights.number('Content adoption')).toContainText('1 of 2 assets used');
    await expect(insights.number('Content adoption')).toContainText('No earlier period');
    await expect(insights.number('Coverage')).toContainText('1 of 24 cells covered');
    await expect(insights.number('Coverage')).toContainText('No earlier period');
    await expect(insights.number('No-result rate')).toContainText('1 of 1 searches found nothing');
    await expect(insights.number('SLA hit rate')).toContainText('Nothing to count yet');
    await expect(insights.table('Unused assets').getByRole('row')).toHaveCount(2);

    await insights.definition('Coverage').hover();
    await expect(insights.tooltip().filter({ hasText: 'at least one published, fresh asset' })).toBeVisible();
    await insights.number('Content adoption').getByRole('button', { name: 'See unused assets' }).click();
    await expect(insights.heading('Unused in 90 days')).toBeFocused();
  });

  test('says that searches failed whose words nobody shared', async ({ kitbag }) => {
    const insights = new InsightsPage(kitbag);
    await openArea(kitbag, 'Insights');
    await insights.number('No-result rate').getByRole('button', { name: 'See the searches' }).click();
    await expect(
      insights.said('1 search by reps found nothing. The search terms are not shared.'),
    ).toBeVisible();
    await expect(insights.said('Every search found something.')).toBeHidden();
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
    expect(lines[0]).toContain('title,');
    expect(lines[0]).toContain('lowerBound');
    expect(lines.slice(1).join('\n')).toContain('Payback');
    expect(lines).toHaveLength(3);

    // The separator is chosen once for all tables, and remembered.
    await insights.chooseSeparator('Semicolon');
    await insights.export('unused assets');
    await expect
      .poll(async () => (await readFile(path, 'utf8')).split(/\r?\n/)[0])
      .toContain('assetId;title;type;typeName');
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
