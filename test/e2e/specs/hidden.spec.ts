import { makePptx, xml } from '../../fixtures/documents/make-package.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShowPage } from '../pages/show-page.ts';
import { violations } from '../support/axe.ts';
import { test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const run = (text: string, properties = '') =>
  `<a:r><a:rPr lang="en-US" sz="2400"${properties}/><a:t>${xml(text)}</a:t></a:r>`;
const shape = (runs: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="T"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="400000"/><a:ext cx="7000000" cy="900000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p>${runs}</a:p></p:txBody></p:sp>`;
const price = `${run('The growth plan costs €39')}${run('1', ' baseline="30000"')}${run(', was ')}${run('€49', ' strike="sngStrike"')}`;

/** Four slides: the second is hidden, the third has a price with a footnote mark. */
const deck = makePptx(
  [
    { shapes: shape(run('Opening')) },
    { shapes: shape(run('Walkaway price is bongocent')), hidden: true },
    { shapes: shape(price) },
    { shapes: shape(run('Closing')), hidden: true },
  ],
  { size: [9_144_000, 5_143_500] },
);

test('a hidden slide is left out when presenting, and marked in the reader', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const assets = await makeReplica(dataFolder, {
    role: 'rep',
    files: [await put(documents, 'deck.pptx', deck)],
  });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('deck.pptx')?.id ?? '', { page: 2 });
  await expect(reader.pageList.getByRole('button', { name: /^Slide 2, hidden/ })).toBeVisible();
  await expect(reader.pageList.getByRole('button', { name: /hidden/ })).toHaveCount(2);
  await expect(reader.document.getByText('Hidden slide: left out when you present').first()).toBeVisible();
  expect(await violations(kitbag.window)).toEqual([]);

  // Opened on the hidden slide, it begins with the next one that is shown.
  const show = new ShowPage(kitbag);
  await reader.button('Present').click();
  const audience = await show.window('audience');
  const page = audience.getByRole('img');
  await expect(page).toHaveAccessibleName(/€39/);
  await audience.keyboard.press('ArrowRight');
  await audience.keyboard.press('ArrowLeft');
  await expect(page).toHaveAccessibleName('Opening');
  await audience.keyboard.press('End');
  await expect(page).toHaveAccessibleName(/€39/);
  await show.end(audience);
});

for (const { role, count } of [
  { role: 'rep', count: 'No matches' },
  { role: 'lead', count: '1 of 1' },
] as const)
  test(`finding in a document ends with ‘${count}’ for a ${role} where only a hidden slide has the word`, async ({
    dataFolder,
    launch,
    documents,
  }) => {
    const assets = await makeReplica(dataFolder, { role, files: [await put(documents, 'deck.pptx', deck)] });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    await reader.openReady(assets.get('deck.pptx')?.id ?? '');
    await reader.press('ControlOrMeta+f');
    await reader.findField.fill('opening');
    await expect(reader.matchCount).toHaveText('1 of 1');
    await reader.findField.fill('bongocent');
    await expect(reader.matchCount).toHaveText(count);
    expect(await reader.marks()).toEqual(role === 'rep' ? [] : ['bongocent']);
    await expect(reader.pageList.getByRole('button', { name: /hidden/ })).toHaveCount(2);
  });

test('a raised mark and a struck price stand in reader and snippet as in the document', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const assets = await makeReplica(dataFolder, {
    role: 'lead',
    files: [await put(documents, 'deck.pptx', deck)],
  });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('deck.pptx')?.id ?? '', { page: 3 });
  await expect(reader.document.getByText('The growth plan costs €39¹, was €49')).toBeVisible();
  await expect(reader.document.locator('s')).toHaveText('€49');
  const library = new LibraryPage(kitbag.window);
  await kitbag.window.evaluate(() => {
    globalThis.location.hash = `/library?q=${encodeURIComponent(JSON.stringify('39'))}`;
  });
  await expect(library.rows.first().getByText('costs €39¹, was')).toBeVisible();
  await expect(library.rows.first().locator('s')).toHaveText('€49');
  await kitbag.window.evaluate(() => {
    globalThis.location.hash = `/library?q=${encodeURIComponent(JSON.stringify('bongocent'))}`;
  });
  await expect(library.rows.first().getByText('hidden', { exact: true })).toBeVisible();
});
