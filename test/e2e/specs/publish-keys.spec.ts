import { openArea } from '../pages/first-start.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { pressTyped } from '../support/typed-keys.ts';

test.describe('the keys of the publish table', () => {
  const table = async (kitbag: RunningKitbag, folder: string): Promise<PublishPage> => {
    const files = [
      await put(folder, 'objections.md', '# Objection handling\n\nToo expensive?\n'),
      await put(folder, 'faq.md', '# Questions\n\nDoes it work offline?\n'),
    ];
    await openArea(kitbag, 'Publish');
    const publish = new PublishPage(kitbag);
    await dropFiles(kitbag, files);
    await publish.settled(2);
    return publish;
  };

  test('go by what is typed, or by their place where no Latin letter is', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const kitbag = await launch();
    const publish = await table(kitbag, info.outputPath());
    await publish.type('faq.md', 'Title', 'Answers');
    await expect(publish.table).toBeFocused();
    await pressTyped(kitbag, { key: 'ф', code: 'KeyA', ctrl: true });
    await expect(publish.toolbar).toContainText('Set for 2 selected');
    await pressTyped(kitbag, { key: 'я', code: 'KeyZ', ctrl: true });
    await expect(publish.cell('faq.md', 'Title')).toHaveText('Questions');
    // German: `z` lies where others have `y`.
    await publish.type('faq.md', 'Title', 'Answers');
    await pressTyped(kitbag, { key: 'z', code: 'KeyY', ctrl: true });
    await expect(publish.cell('faq.md', 'Title')).toHaveText('Questions');
    await publish.cell('faq.md', 'Title').click();
    await pressTyped(kitbag, { key: 'É', code: 'Digit2', shift: true });
    await publish.press('Enter');
    await expect(publish.cell('faq.md', 'Title')).toHaveText('É');
  });

  test('close a list alone with Escape, which changes nothing and gives the focus back', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const publish = await table(await launch(), info.outputPath());
    await publish.selectAll();
    for (const field of ['Buying stage', 'Tags']) {
      await publish.openField(field);
      await expect(publish.openList(field)).toBeVisible();
      if (field === 'Buying stage') await publish.press('Space');
      await publish.press('Escape');
      await expect(publish.openList(field)).toHaveCount(0);
      await expect(publish.fieldButton(field)).toBeFocused();
      await expect(publish.toolbar).toContainText('Set for 2 selected');
    }
    await expect(publish.cell('faq.md', 'Buying stages')).toHaveText('Choose at least one stage');
    await publish.cell('faq.md', 'Buying stages').click();
    await publish.press('Enter');
    await expect(publish.openList('Buying stages of faq.md')).toBeVisible();
    await publish.press('Space');
    await publish.press('Escape');
    await expect(publish.table).toBeFocused();
    await expect(publish.cell('faq.md', 'Buying stages')).toHaveText('Choose at least one stage');
    await expect(publish.toolbar).toContainText('Set for 2 selected');
  });
});
