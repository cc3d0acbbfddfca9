import { violations } from '../support/axe.ts';
import { dropAll, threeFiles } from '../support/drop-on-publish.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeReplica } from '../support/replica.ts';

test.describe('publishing what is ready', () => {
  test('publishes what is ready on request, and keeps the rest on the table', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const kitbag = await launch();
    const publish = await dropAll(kitbag, await threeFiles(info));
    await publish.publish.click();
    await expect(publish.refusal).toContainText('3 rows are incomplete');
    await expect(publish.publishReady).toHaveCount(0);
    await publish.type('harbor-roi.pdf', 'Type', 'case');
    await publish.type('harbor-roi.pdf', 'Buying stages', 'deci');
    await publish.type('harbor-roi.pdf', 'Personas', 'cfo');
    await expect(publish.refusal).toContainText('2 rows are incomplete');
    await expect(publish.publishReady).toHaveText('Publish the one that is ready');
    expect(await violations(kitbag.window)).toEqual([]);
    await publish.publishReady.click();
    await expect(publish.said('1 asset published.')).toBeVisible();
    await expect(publish.refusal).toHaveCount(0);
    await expect(publish.publish).toHaveText('Publish 2 assets');
    await expect(publish.cell('faq.html', 'Personas')).toHaveText('Choose at least one persona');

    await publish.selectAll();
    await publish.setForSelected('Buying stage', 'Decision');
    await publish.setForSelected('Persona', 'CFO');
    await publish.publish.click();
    await expect(publish.said('2 assets published.')).toBeVisible();
  });

  test('says so where only incomplete rows are asked for and none is', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const kitbag = await launch();
    const publish = await dropAll(kitbag, await threeFiles(info));
    await publish.type('harbor-roi.pdf', 'Type', 'case');
    await publish.selectAll();
    await publish.setForSelected('Buying stage', 'Decision');
    await publish.setForSelected('Persona', 'CFO');
    await publish.clearSelection.click();
    await publish.onlyMissing.check();
    await expect(publish.said('No row is incomplete')).toBeVisible();
    await publish.showAllRows.click();
    await expect(publish.cell('faq.html', 'Personas')).toHaveText('CFO');
  });
});
