import { openArea } from '../pages/first-start.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { TaxonomyPage } from '../pages/taxonomy-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeReplica } from '../support/replica.ts';

test.describe('synonyms', () => {
  test('are added, changed and removed by a lead, undoable, and found by at once', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('lead');
    const taxonomy = new TaxonomyPage(kitbag);
    await openArea(kitbag, 'Taxonomy');
    await taxonomy.tab('Synonyms').click();
    await expect(taxonomy.terms('For buying stages').filter({ hasText: 'BOFU' })).toContainText('Decision');
    await taxonomy.button('Add synonyms').click();
    await taxonomy.field('Words').fill('zeppelin');
    await taxonomy.button('Add').click();
    await expect(taxonomy.said(/at least two/)).toBeVisible();
    await taxonomy.choose('Mean', 'Battlecard');
    await expect(taxonomy.said(/^“zeppelin” finds \d+ assets? instead of 0$/)).toBeVisible();
    await taxonomy.button('Add').click();
    const row = taxonomy.terms('For content types').filter({ hasText: 'zeppelin' });
    await expect(row).toContainText('Battlecard');
    const shell = new ShellPage(kitbag.window);
    await shell.search.fill('zeppelin ');
    await expect(taxonomy.said(/“zeppelin” also finds the type Battlecard/)).toBeVisible();
    await openArea(kitbag, 'Taxonomy');
    await taxonomy.button('Remove zeppelin').click();
    await expect(row).toHaveCount(0);
    await taxonomy.button('Undo').last().click();
    await expect(row).toHaveCount(1);
  });

  test('that are usual and missing here are added at once, and taken back at once', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('lead');
    const taxonomy = new TaxonomyPage(kitbag);
    await openArea(kitbag, 'Taxonomy');
    await taxonomy.tab('Synonyms').click();
    const stages = taxonomy.terms('For buying stages');
    const all = await stages.count();
    await taxonomy.button('Remove TOFU').click();
    await expect(taxonomy.button('Add the usual ones (1)')).toBeVisible();
    await taxonomy.button('Remove BOFU').click();
    await taxonomy.button('Add the usual ones (2)').click();
    await expect(stages).toHaveCount(all);
    await expect(taxonomy.said(/^Add the usual ones/)).toHaveCount(0);
    await taxonomy.undo('2 groups of synonyms added.').click();
    await expect(stages).toHaveCount(all - 2);
    await expect(taxonomy.button('Add the usual ones (2)')).toBeVisible();
  });
});

test.describe('the shared words', () => {
  test.beforeEach(async ({ dataFolder }) => {
    await makeReplica(dataFolder, { role: 'lead', files: [] });
  });

  test('are added, renamed, put in order and retired by a lead, each undoable', async ({ kitbag }) => {
    const taxonomy = new TaxonomyPage(kitbag);
    await openArea(kitbag, 'Taxonomy');
    const stages = taxonomy.terms('Buying stages');
    await expect(stages).toHaveCount(4);
    await taxonomy.button('Move Decision up').click();
    await expect(stages.nth(1)).toContainText('Decision');
    await taxonomy.button('Undo').click();
    await expect(stages.nth(2)).toContainText('Decision');

    await taxonomy.button('Retire Retention').click();
    await expect(stages).toHaveCount(3);
    await taxonomy.button('Undo').last().click();
    await expect(stages).toHaveCount(4);

    await taxonomy.tab('Products').click();
    await taxonomy.button('Add a product').click();
    await taxonomy.button('Add').click();
    await expect(taxonomy.field('Name')).toHaveAccessibleDescription(/Give the product a name/);
    await taxonomy.field('Name').fill('Harbor <Flow>');
    await taxonomy.button('Add').click();
    await expect(taxonomy.terms('Products')).toHaveText([/Harbor <Flow>/]);
    await taxonomy.button('Edit Harbor <Flow>').click();
    await taxonomy.field('Name').fill('Harbor Flow');
    await taxonomy.button('Save').click();
    await expect(taxonomy.terms('Products')).toHaveText([/^Harbor Flow/]);
  });

  test('say what leaves coverage with a persona before it is retired, and give it to another', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('lead');
    const taxonomy = new TaxonomyPage(kitbag);
    await openArea(kitbag, 'Taxonomy');
    await taxonomy.tab('Personas').click();
    const personas = taxonomy.terms('Personas');
    const all = await personas.count();
    await taxonomy.button('Retire CFO').click();
    await expect(taxonomy.said(/^\d+ assets tagged with it, \d+ published/)).toBeVisible();
    await expect(taxonomy.said(/^\d+ covered cells will leave coverage\.$/)).toBeVisible();
    await expect(taxonomy.said(/^Demand of \d+ in 90 days will leave coverage\.$/)).toBeVisible();
    await taxonomy.press('Escape');
    await expect(taxonomy.button('Retire CFO')).toBeVisible();
    await expect(personas).toHaveCount(all);

    await taxonomy.button('Retire CFO').click();
    await taxonomy.choose('Replace it with', 'CIO');
    await taxonomy.button(/^Retire and retag \d+ assets$/).click();
    await expect(personas).toHaveCount(all - 1);
    await taxonomy.undo('‘CFO’ is retired.').click();
    await expect(personas).toHaveCount(all);
  });
});
