import { mkdir } from 'node:fs/promises';
import { ProposalsPage } from '../pages/proposals-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { dropFiles } from '../support/drop-files.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { expect, test } from '../support/two-windows.ts';
import { resizeWindow } from '../support/window-controls.ts';

test('a rep’s proposal is adopted on a second device, and its contributor is named and told', async ({
  lead,
  joiner,
}, info) => {
  test.slow();
  const { kitbag: robin } = await lead();
  const mia = await joiner('Mia Rep');
  await mia.hub.says('Synced');
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const story = await put(folder, 'harbor-roi.pdf', pdfOf(['Harbor saves nine percent.']));
  const old = await put(folder, 'old-prices.md', '# Old prices\n\nThe prices of 2019.\n');

  const proposes = new ProposalsPage(mia.kitbag);
  const rep = new ShellPage(mia.kitbag.window);
  await rep.open('Home');
  for (const [file, why] of [
    [story, 'Used this with Harborline'],
    [old, 'Handy before calls'],
  ] as const) {
    await dropFiles(mia.kitbag, [file]);
    await expect(proposes.why).toBeFocused();
    await proposes.why.fill(why);
    await proposes.press('Enter');
    await expect(proposes.dialog).toBeHidden();
  }
  await expect(proposes.mine).toHaveCount(2);
  await findsNothing(mia.kitbag, 'Home of who proposed');

  const answers = new ProposalsPage(robin);
  const marketer = new ShellPage(robin.window);
  await expect(marketer.link('Reviews')).toHaveAttribute('title', /2 proposed/);
  await marketer.open('Reviews');
  await expect(answers.waiting).toHaveCount(2);
  await expect(answers.waiting.first()).toContainText('Proposed by Mia Rep');
  await findsNothing(robin, 'what is proposed');
  await resizeWindow(robin, 1280, 800);

  // Declined by its key, with the reason that the rep reads.
  await answers.row('old-prices.md').focus();
  await answers.press('d');
  await expect(answers.reason).toBeFocused();
  await answers.reason.fill('Prices of 2019');
  await answers.press('Enter');
  await expect(answers.waiting).toHaveCount(1);

  // Adopted: on the publish table it is filled in and published as every other file.
  await answers.row('harbor-roi.pdf').focus();
  await answers.press('Enter');
  const publish = new PublishPage(robin);
  await publish.settled(1);
  await expect(publish.preview).toContainText('Proposed by Mia Rep');
  await publish.type('harbor-roi.pdf', 'Type', 'case');
  await publish.type('harbor-roi.pdf', 'Buying stages', 'deci');
  await publish.type('harbor-roi.pdf', 'Personas', 'cfo');
  await publish.publish.click();
  await expect(publish.empty).toBeVisible();

  await expect(proposes.mine.filter({ hasText: 'Adopted' })).toHaveCount(1);
  await expect(proposes.mine.filter({ hasText: 'Prices of 2019' })).toContainText('Declined');
  await proposes.mine.filter({ hasText: 'Adopted' }).getByRole('link').click();
  await proposes.showDetails();
  await expect(proposes.contributor('Mia Rep')).toBeVisible();
});
