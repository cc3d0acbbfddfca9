import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openArea } from '../pages/first-start.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { RatingPage } from '../pages/rating-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { violations } from '../support/axe.ts';
import { dropFiles } from '../support/drop-files.ts';
import { dropAll, threeFiles } from '../support/drop-on-publish.ts';
import { expect, test } from '../support/fixtures.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { resizeWindow } from '../support/window-controls.ts';

test.describe('publishing', () => {
  test('takes three dropped files, is refused next to the field without stage and persona, then publishes', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const publish = await dropAll(await launch(), await threeFiles(info));
    await expect(publish.cell('objections.md', 'Title')).toHaveText('Objection handling');
    await expect(publish.cell('harbor-roi.pdf', 'Title')).toHaveText('Harbor roi');
    await expect(publish.publish).toHaveText('Publish 3 assets');
    await publish.publish.click();
    await expect(publish.refusal).toContainText('3 rows are incomplete');
    await expect(publish.cell('harbor-roi.pdf', 'Buying stages')).toHaveText('Choose at least one stage');
    await expect(publish.cell('harbor-roi.pdf', 'Buying stages')).toHaveAttribute('aria-invalid', 'true');
    await expect(publish.cell('faq.html', 'Personas')).toHaveText('Choose at least one persona');

    await publish.type('harbor-roi.pdf', 'Type', 'case');
    await publish.selectAll();
    await expect(publish.toolbar).toContainText('Set for 3 selected');
    await publish.setForSelected('Buying stage', 'Decision');
    await expect(publish.refusal).toContainText('3 rows are incomplete');
    await publish.setForSelected('Persona', 'CFO');
    await expect(publish.refusal).toHaveCount(0);
    await expect(publish.cell('faq.html', 'Buying stages')).toHaveText('Decision');
    await expect(publish.cell('objections.md', 'Personas')).toHaveText('CFO');
    await publish.publish.click();
    await expect(publish.said('3 assets published.')).toBeVisible();
    await expect(publish.empty).toBeVisible();
    // There are no rows left to put anything back into.
    await expect(publish.said(/cells? changed/)).toHaveCount(0);
  });

  test('edits in place with the keyboard, pastes down a column and takes it all back', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'lead', files: [] });
    const publish = await dropAll(await launch(), await threeFiles(info));
    await publish.type('harbor-roi.pdf', 'Title', 'ROI at Harbor');
    await expect(publish.cell('harbor-roi.pdf', 'Title')).toHaveText('ROI at Harbor');
    await publish.type('harbor-roi.pdf', 'Title', 'Never mind', 'Escape');
    await expect(publish.cell('harbor-roi.pdf', 'Title')).toHaveText('ROI at Harbor');
    await publish.type('harbor-roi.pdf', 'Buying stages', 'deci');
    await expect(publish.cell('harbor-roi.pdf', 'Buying stages')).toHaveText('Decision');

    await publish.paste('harbor-roi.pdf', 'Personas', 'CFO\nCIO, Treasurer, Team leads\nNobody we know');
    await expect(publish.pasteDialog('2 cells')).toContainText('Sets 2 cells.');
    await expect(publish.notRecognized).toHaveText(/2 values not recognized.*‘Treasurer’.*‘Nobody we know’/);
    await expect(publish.cell('harbor-roi.pdf', 'Personas')).toHaveText('Choose at least one persona');
    await publish.press('Escape');
    await expect(publish.pasteDialog('2 cells')).toHaveCount(0);
    await expect(publish.cell('harbor-roi.pdf', 'Personas')).toHaveText('Choose at least one persona');

    await publish.paste('harbor-roi.pdf', 'Personas', 'CFO\nCIO, Treasurer, Team leads\nNobody we know');
    await publish.pasteDialog('2 cells').waitFor();
    await publish.press('Enter');
    await expect(publish.cell('harbor-roi.pdf', 'Personas')).toHaveText('CFO');
    await expect(publish.cell('objections.md', 'Personas')).toHaveText('CIO, Team lead');
    await expect(publish.cell('faq.html', 'Personas')).toHaveText('Choose at least one persona');
    await expect(publish.table).toBeFocused();
    expect(await publish.copied('objections.md', 'Personas')).toBe('CIO, Team lead');
    await publish.press('Control+z');
    await expect(publish.cell('harbor-roi.pdf', 'Personas')).toHaveText('Choose at least one persona');
    await expect(publish.cell('harbor-roi.pdf', 'Buying stages')).toHaveText('Decision');
    await publish.press('Control+z');
    await expect(publish.cell('harbor-roi.pdf', 'Buying stages')).toHaveText('Choose at least one stage');
  });

  test('reads a pasted heading as column names, finds rows by their file, and knows synonyms', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'lead', files: [] });
    const publish = await dropAll(await launch(), await threeFiles(info));
    await publish.paste(
      'objections.md',
      'Title',
      'File\tBuying stage\tPersona\nfaq.html\tBOFU\tCFOs\nharbor-roi.pdf\tTOFU\tfinance director',
    );
    await publish.pasteDialog('4 cells').waitFor();
    await publish.press('Enter');
    await expect(publish.cell('faq.html', 'Buying stages')).toHaveText('Decision');
    await expect(publish.cell('harbor-roi.pdf', 'Buying stages')).toHaveText('Awareness');
    await expect(publish.cell('harbor-roi.pdf', 'Personas')).toHaveText('CFO');
    await expect(publish.cell('objections.md', 'Buying stages')).toHaveText('Choose at least one stage');
  });

  test('says what setting many rows would do before it does it, and gives guesses back as guesses', async ({
    dataFolder,
    launch,
  }, info) => {
    const files = await threeFiles(info);
    await makeReplica(dataFolder, { role: 'marketer', files: files.slice(0, 1) });
    const publish = await dropAll(await launch(), files);
    await expect(publish.guess('objections.md', 'Type')).toHaveText('Objection handling');
    await publish.type('faq.html', 'Type', 'FAQ');
    await publish.selectAll();
    await expect(publish.toolbar).toContainText('Set for 2 of 3 selected');
    await publish.openField('Type');
    await publish.fillChoice('Type', 'Playbook');
    await expect(publish.consequence).toContainText('Sets 2 cells. Replaces 1 confirmed value and 1 guess.');
    await expect(publish.consequence).toContainText('1 row left out');
    await publish.press('Enter');
    await expect(publish.cell('objections.md', 'Type')).toHaveText('Playbook');
    await expect(publish.guess('objections.md', 'Type')).toHaveCount(0);
    await publish.undo();
    await expect(publish.guess('objections.md', 'Type')).toHaveText('Objection handling');
    await expect(publish.cell('faq.html', 'Type')).toHaveText('FAQ');
    await expect(publish.guess('faq.html', 'Type')).toHaveCount(0);
  });

  test('saves as drafts what has a title, and leaves the rest with a word', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const publish = await dropAll(await launch(), await threeFiles(info));
    await publish.clear('faq.html', 'Title');
    await publish.drafts.click();
    await expect(publish.said('2 assets saved as drafts.')).toBeVisible();
    await expect(publish.refusal).toContainText('1 row needs a title');
    await expect(publish.row('objections.md')).toHaveCount(0);
    await publish.type('faq.html', 'Title', 'Questions');
    await expect(publish.refusal).toHaveCount(0);
    await publish.drafts.click();
    await expect(publish.empty).toBeVisible();
  });

  test('keeps the copy in the good folder, says where the other lies, and swaps them', async ({
    dataFolder,
    launch,
  }, info) => {
    const folder = info.outputPath('drop');
    const old = join(folder, '_OLD do not use');
    const good = join(folder, 'Sales');
    await mkdir(old, { recursive: true });
    await mkdir(good, { recursive: true });
    await put(old, 'Copy of Pitch.md', '# Winning\n\nThe same words.\n');
    await put(good, 'Pitch.md', '# Winning\n\nThe same words.\n');
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const kitbag = await launch();
    await openArea(kitbag, 'Publish');
    const publish = new PublishPage(kitbag);
    await dropFiles(kitbag, [folder]);
    await publish.fromPlan();
    await publish.settled(2);
    await expect(publish.cell('Copy of Pitch.md', 'State')).toHaveText('Duplicate');
    await expect(publish.cell('Pitch.md', 'File')).toContainText('1 copy left out');
    await publish.cell('Pitch.md', 'Title').click();
    await expect(publish.preview).toContainText('drop/_OLD do not use/Copy of Pitch.md');
    await publish.preview.getByRole('button', { name: 'Keep this one' }).click();
    await expect(publish.cell('Pitch.md', 'State')).toHaveText('Duplicate');
    await expect(publish.cell('Copy of Pitch.md', 'State')).toHaveText('Incomplete');
    await publish.undo();
    await expect(publish.cell('Copy of Pitch.md', 'State')).toHaveText('Duplicate');
    await expect(publish.cell('Pitch.md', 'State')).toHaveText('Incomplete');
  });

  test('stays on its row when the order changes, in the table and in the preview', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const publish = await dropAll(await launch(), await threeFiles(info));
    await publish.cell('objections.md', 'Type').click();
    await publish.sortBy('File');
    await publish.sortBy('File');
    await expect(publish.current).toContainText('objections.md');
    await expect(publish.preview).toContainText('objections.md');
    await publish.sortBy('Title');
    await expect(publish.current).toContainText('objections.md');
    await expect(publish.preview).toContainText('objections.md');
  });

  test('shows file names whole where there is room, and remembers how wide a column was made', async ({
    dataFolder,
    launch,
  }, info) => {
    const name = 'harbor-logistics-roi-story-with-payback-and-risks-EMEA.md';
    const folder = info.outputPath('long');
    await mkdir(folder, { recursive: true });
    const file = await put(folder, name, 'Words.\n');
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const kitbag = await launch();
    await resizeWindow(kitbag, 1920, 1080);
    const publish = await dropAll(kitbag, [file]);
    await expect.poll(() => publish.isCutOff(name)).toBe(false);
    const before = await publish.widthOf('Tags');
    await publish.cell(name, 'Tags').click();
    for (let times = 0; times < 5; times += 1) await publish.press('Alt+Shift+ArrowRight');
    await expect.poll(() => publish.widthOf('Tags')).not.toBe(before);
    const wide = await publish.widthOf('Tags');
    await kitbag.close();
    const again = await launch();
    await resizeWindow(again, 1920, 1080);
    await openArea(again, 'Publish');
    await expect.poll(() => new PublishPage(again).widthOf('Tags')).toBe(wide);
  });

  test('keeps its rows’ words apart at 900 pixels, with folders below long names, and in a narrow column', async ({
    dataFolder,
    launch,
  }, info) => {
    const folder = info.outputPath('A folder with a long name');
    await mkdir(folder, { recursive: true });
    const first = 'harbor-logistics-roi-story-with-payback-and-risks-EMEA.md';
    await put(folder, first, 'Words.\n');
    await put(folder, 'prices-v2.md', '# Price list\n\nNew prices.\n');
    const known = await put(info.outputPath(), 'prices.md', '# Price list\n\nPrices.\n');
    await makeReplica(dataFolder, { role: 'marketer', files: [known] });
    const kitbag = await launch();
    await resizeWindow(kitbag, 900, 600);
    await openArea(kitbag, 'Publish');
    const publish = new PublishPage(kitbag);
    await dropFiles(kitbag, [folder]);
    await publish.settled(2);
    await expect.poll(() => publish.tightCells()).toEqual([]);
    await publish.cell(first, 'Personas').click();
    const before = await publish.widthOf('Personas');
    for (let times = 0; times < 12; times += 1) await publish.press('Alt+Shift+ArrowLeft');
    await expect.poll(() => publish.widthOf('Personas')).toBeLessThan(before);
    await expect.poll(() => publish.tightCells()).toEqual([]);
  });

  test('knows the same bytes again and leads to the asset that exists', async ({
    dataFolder,
    launch,
  }, info) => {
    const files = await threeFiles(info);
    await makeReplica(dataFolder, { role: 'marketer', files: files.slice(0, 1) });
    const publish = await dropAll(await launch(), files.slice(0, 2));
    await expect(publish.cell('harbor-roi.pdf', 'State')).toHaveText('Duplicate');
    await publish.cell('harbor-roi.pdf', 'Title').click();
    await expect(publish.publish).toHaveText('Publish 1 asset');
    await expect(publish.preview).toContainText('Already in the library');
    await publish.preview.getByRole('link', { name: 'Open the existing asset' }).click();
    await expect(publish.said('Harbor roi').first()).toBeVisible();
  });

  test('makes a new version of an asset, which keeps its ratings and its tags', async ({
    dataFolder,
    launch,
  }, info) => {
    const folder = info.outputPath('versions');
    await mkdir(folder, { recursive: true });
    const first = await put(folder, 'price-list-v1.pdf', pdfOf(['Prices of last year.']));
    const second = await put(
      folder,
      'price-list-v2.pdf',
      pdfOf(['Prices of this year.', 'And one page more.']),
    );
    const assets = await makeReplica(dataFolder, { role: 'marketer', files: [first] });
    const id = assets.get('price-list-v1.pdf')?.id ?? '';
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    const rating = new RatingPage(kitbag);
    await reader.openReady(id);
    await reader.press('4');
    await expect(rating.value(4)).toHaveAttribute('aria-pressed', 'true');

    const publish = await dropAll(kitbag, [second]);
    await expect(publish.cell('price-list-v2.pdf', 'State')).toHaveText('New version?');
    await expect(publish.preview).toContainText('Looks like a new version of ‘Price list’');
    await publish.preview.getByText('New version', { exact: true }).click();
    await expect(publish.cell('price-list-v2.pdf', 'State')).toHaveText('New version');
    await publish.publish.click();
    await expect(publish.said('1 new version published.')).toBeVisible();

    await reader.openReady(id);
    await expect(reader.details).toContainText('Version 2');
    await expect(rating.value(4)).toHaveAttribute('aria-pressed', 'true');
  });

  test('says what is wrong with a file that can’t be read, and goes on with the others', async ({
    dataFolder,
    launch,
  }, info) => {
    const [good = ''] = await threeFiles(info);
    const folder = info.outputPath('bad');
    await mkdir(folder, { recursive: true });
    const empty = await put(folder, 'empty.docx', '');
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const publish = await dropAll(await launch(), [good, empty]);
    await expect(publish.cell('harbor-roi.pdf', 'State')).toHaveText('Incomplete');
    await expect(publish.cell('empty.docx', 'State')).toHaveText('Failed');
    await publish.cell('empty.docx', 'File').click();
    await expect(publish.preview).toContainText('This file couldn’t be read');
    await expect(publish.preview.getByRole('button', { name: 'Retry' })).toBeVisible();
    await publish.preview.getByRole('button', { name: 'Remove from the table' }).click();
    await expect(publish.row('empty.docx')).toHaveCount(0);
    await publish.undo();
    await expect(publish.row('empty.docx')).toHaveCount(1);
  });

  test('draws the first frame of a video', async ({ dataFolder, launch }) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const video = 'demo-approve-from-anywhere.webm';
    const publish = await dropAll(await launch(), [
      join(import.meta.dirname, '../../../resources/sample/files', video),
    ]);
    const picture = publish.cell(video, 'State').locator('img');
    await expect(picture).toHaveAttribute('src', /^kitbag-file:/);
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(100);
  });

  test('is free of what axe finds, while marked, edited and set at once', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'lead', files: [] });
    const kitbag = await launch();
    const publish = await dropAll(kitbag, await threeFiles(info));
    await publish.publish.click();
    await expect(publish.refusal).toBeVisible();
    expect(await violations(kitbag.window)).toEqual([]);
    await publish.press('Enter');
    expect(await violations(kitbag.window)).toEqual([]);
    await publish.press('Escape');
    await publish.selectAll();
    await publish.toolbar.getByRole('button', { name: 'Tags' }).click();
    expect(await violations(kitbag.window)).toEqual([]);
    await publish.press('Escape');
    await publish.paste('harbor-roi.pdf', 'Personas', 'CFO\nCIO, Treasurer');
    await publish.pasteDialog('2 cells').waitFor();
    expect(await violations(kitbag.window)).toEqual([]);
  });
});
