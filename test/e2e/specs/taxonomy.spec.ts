import { openArea } from '../pages/first-start.ts';
import { TaxonomyPage } from '../pages/taxonomy-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeReplica } from '../support/replica.ts';

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
});
