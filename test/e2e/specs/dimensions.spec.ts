import { mkdir } from 'node:fs/promises';
import { openArea } from '../pages/first-start.ts';
import { InsightsPage } from '../pages/insights-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { MetadataPage } from '../pages/metadata-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { TaxonomyPage } from '../pages/taxonomy-page.ts';
import { findsNothing } from '../support/axe.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

test.describe('a dimension', () => {
  test.setTimeout(180_000);

  test('is defined by a lead, asked for when publishing, filtered by, found, edited in bulk, and an axis', async ({
    dataFolder,
    launch,
  }, info) => {
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const text = (words: string) => new TextEncoder().encode(words);
    const pumps = await put(folder, 'pumps.md', text('# Pumps\n\nPumps for hospitals.\n'));
    const ledgers = await put(folder, 'ledgers.md', text('# Ledgers\n\nLedgers for banks.\n'));
    await makeReplica(dataFolder, { role: 'lead', files: [ledgers] });
    const kitbag = await launch();
    const { window } = kitbag;
    const shell = new ShellPage(window);

    const taxonomy = new TaxonomyPage(kitbag);
    await openArea(kitbag, 'Taxonomy');
    await taxonomy.tab('Dimensions').click();
    await taxonomy.button('Add a dimension').click();
    await taxonomy.field('Name').fill('Industry');
    await taxonomy.field('Terms').fill('Healthcare, Banking');
    await taxonomy.box('Required: publishing asks for it').check();
    await findsNothing(kitbag, 'the form of a dimension');
    await taxonomy.button('Add').click();
    await taxonomy.button('Show terms of Industry').click();
    await expect(taxonomy.terms('Industry')).toHaveCount(2);
    await findsNothing(kitbag, 'the dimensions');

    await openArea(kitbag, 'Publish');
    const publish = new PublishPage(kitbag);
    await dropFiles(kitbag, [pumps]);
    await publish.settled(1);
    await publish.type('pumps.md', 'Type', 'FAQ');
    await publish.type('pumps.md', 'Buying stages', 'Decision');
    await publish.type('pumps.md', 'Personas', 'CFO');
    await expect(publish.dimensionCell('pumps.md')).toHaveText('Choose: Industry');
    await publish.publish.click();
    await expect(publish.refusal).toContainText('incomplete');
    await publish.dimensionCell('pumps.md').click();
    await window.keyboard.press('Enter');
    await window.keyboard.insertText('health');
    await window.keyboard.press('Enter');
    await expect(publish.dimensionCell('pumps.md')).toHaveText('Healthcare');
    await publish.publish.click();
    await expect(publish.empty).toBeVisible();

    await shell.open('Library');
    const library = new LibraryPage(window);
    await shell.search.fill('industry:healthcare');
    await expect(library.rows).toHaveCount(1);
    await expect(library.row('Pumps')).toBeVisible();
    await shell.search.fill('-industry:healthcare');
    await expect(library.row('Ledgers')).toBeVisible();
    await expect(library.rows).toHaveCount(1);

    await window.keyboard.press('Escape');
    await library.pick(library.row('Ledgers')).click();
    await window.keyboard.press('e');
    const metadata = new MetadataPage(kitbag);
    await metadata.field('Industry').focus();
    await window.keyboard.type('Bank');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+Enter');
    await expect(metadata.panel).toBeHidden();
    await shell.search.fill('industry:banking');
    await expect(library.row('Ledgers')).toBeVisible();

    await openArea(kitbag, 'Insights');
    const insights = new InsightsPage(kitbag);
    await insights.chooseAxis('Rows', 'Industry');
    await expect(insights.cell('Banking', 'CFO')).toContainText('1');
    await expect(insights.cell('Banking', 'CIO')).toContainText('none');
    await findsNothing(kitbag, 'coverage by a dimension');

    await openArea(kitbag, 'Taxonomy');
    await taxonomy.button('Show terms of Industry').click();
    await taxonomy.button('Retire Banking').click();
    await taxonomy.choose('Replace it with', 'Healthcare');
    await taxonomy.button(/^Retire and retag/).click();
    await expect(taxonomy.terms('Industry')).toHaveCount(1);
    await expect(taxonomy.terms('Industry')).toContainText('2 assets');
    await taxonomy.undo('‘Banking’ is retired.').click();
    await expect(taxonomy.terms('Industry')).toHaveCount(2);
  });

  test('is asked for where a draft from before is published, and named before it is retired', async ({
    dataFolder,
    launch,
  }, info) => {
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const file = await put(folder, 'pumps.md', new TextEncoder().encode('# Pumps\n\nPumps.\n'));
    const assets = await makeReplica(dataFolder, { role: 'lead', files: [file], drafts: true });
    const kitbag = await launch();
    const { window } = kitbag;
    const taxonomy = new TaxonomyPage(kitbag);
    await openArea(kitbag, 'Taxonomy');
    await taxonomy.tab('Dimensions').click();
    await taxonomy.button('Add a dimension').click();
    await taxonomy.field('Name').fill('Industry');
    await taxonomy.field('Terms').fill('Healthcare, Banking');
    await taxonomy.box('Required: publishing asks for it').check();
    await taxonomy.button('Add').click();
    await expect(taxonomy.terms('Dimensions')).toHaveCount(1);

    const reader = new ReaderPage(kitbag);
    await reader.openReady(assets.get('pumps.md')?.id ?? '');
    await reader.details.getByRole('button', { name: 'Publish', exact: true }).click();
    const asked = window.getByRole('dialog', { name: 'What is missing for “Pumps”' });
    await expect(asked.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await expect(asked.getByRole('combobox', { name: 'Industry' })).toBeFocused();
    await window.keyboard.insertText('bank');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Tab');
    await findsNothing(kitbag, 'what is missing before it is published');
    await asked.getByRole('button', { name: 'Publish' }).press('Enter');
    await expect(asked).toBeHidden();
    await expect(window.getByText('Published “Pumps”.')).toBeVisible();

    await openArea(kitbag, 'Taxonomy');
    await taxonomy.button('Retire Industry').click();
    await expect(taxonomy.said('1 asset tagged with it, 1 published')).toBeVisible();
    await expect(taxonomy.said('Publishing no longer asks for it.')).toBeVisible();
    await findsNothing(kitbag, 'what retiring a dimension would take away');
    await taxonomy.button('Retire').click();
    await expect(taxonomy.terms('Dimensions')).toHaveCount(0);
    await taxonomy.undo('‘Industry’ is retired').click();
    await expect(taxonomy.terms('Dimensions')).toHaveCount(1);
  });

  test('comes of tags, which a lead makes its terms', async ({ dataFolder, launch }, info) => {
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const file = await put(folder, 'pumps.md', new TextEncoder().encode('# Pumps\n\nPumps.\n'));
    await makeReplica(dataFolder, { role: 'lead', files: [file], set: { 'pumps.md': { tags: ['pharma'] } } });
    const kitbag = await launch();
    const taxonomy = new TaxonomyPage(kitbag);
    await openArea(kitbag, 'Taxonomy');
    await taxonomy.tab('Dimensions').click();
    await taxonomy.button('Add a dimension').click();
    await taxonomy.field('Name').fill('Industry');
    await taxonomy.button('Add').click();
    await expect(taxonomy.terms('Dimensions')).toHaveCount(1);
    await taxonomy.tab('Tags').click();
    await taxonomy.box('pharma').check();
    await taxonomy.choose('Make a term of', 'Industry');
    await findsNothing(kitbag, 'the tags');
    await taxonomy.button('Make a term').click();
    await expect(taxonomy.terms('Tags')).toHaveCount(0);
    await taxonomy.tab('Dimensions').click();
    await taxonomy.button('Show terms of Industry').click();
    await expect(taxonomy.terms('Industry')).toContainText('1 asset');
    await taxonomy.undo('1 asset changed.').click();
    await taxonomy.tab('Tags').click();
    await expect(taxonomy.terms('Tags')).toContainText('1 asset');
  });
});
