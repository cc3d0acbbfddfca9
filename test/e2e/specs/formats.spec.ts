import { utils, write } from '@e965/xlsx';
import { makeOldDeck } from '../../fixtures/documents/make-old-deck.ts';
import { makeOldWord, OLD } from '../../fixtures/documents/make-old-word.ts';
import { makeOpenDocument, odfStyle } from '../../fixtures/documents/make-opendocument.ts';
import { makeDocx, makeZip, paragraph } from '../../fixtures/documents/make-package.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { violations } from '../support/axe.ts';
import { test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const offer = Buffer.from(makeDocx(paragraph('payback in fourteen months'))).toString('base64');
const mail = [
  'From: Mira Holt <mira@harborline.example>',
  'To: sales@example.com',
  'Subject: =?utf-8?q?Angebot_f=C3=BCr_F=C3=B6rderband?=',
  'Date: Sun, 29 Nov 2026 14:00:00 +0100',
  'Message-ID: <1@x>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=B',
  '',
  '--B',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>The platypus plan costs <b>39 €</b></p><img src="https://track.example/x.png"><script>document.title = "owned"</script>',
  '--B',
  'Content-Type: application/octet-stream',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename=Offer.docx',
  '',
  offer,
  '--B--',
].join('\r\n');

const p = (text: string) => `<text:p>${text}</text:p>`;
const letter = makeOpenDocument(
  'text',
  `${p('First page')}${p('begins<text:soft-page-break/>')}${p('The wombat clause')}<table:table><table:table-row><table:table-cell>${p('Lane')}</table:table-cell><table:table-cell>${p('39')}</table:table-cell></table:table-row></table:table>`,
);
const sheet = makeOpenDocument(
  'spreadsheet',
  `<table:table table:name="Prices"><table:table-row><table:table-cell>${p('Lane')}</table:table-cell><table:table-cell>${p('quokka 39')}</table:table-cell></table:table-row></table:table><table:table table:name="Margins" table:style-name="Off"><table:table-row><table:table-cell>${p('62 %')}</table:table-cell></table:table-row></table:table>`,
  { styles: odfStyle('Off', 'table', '<style:table-properties table:display="false"/>') },
);
const chapter = (text: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${text}</body></html>`;
const book = makeZip({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': '<container><rootfile full-path="book.opf"/></container>',
  'book.opf':
    '<package><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
  'a.xhtml': chapter('<h1>Opening</h1><p>Hello</p>'),
  'b.xhtml': chapter('<h1>Objections</h1><p>The numbat answer</p>'),
});

test('a mail is found by what came with it, and read with who wrote it', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const assets = await makeReplica(dataFolder, {
    role: 'rep',
    files: [await put(documents, 'offer.eml', Buffer.from(mail))],
  });
  const kitbag = await launch();
  const library = new LibraryPage(kitbag.window);
  await new ShellPage(kitbag.window).search.fill('fourteen months');
  await library.found('fourteen months');
  await expect(library.results.getByTitle('Offer.docx')).toBeVisible();

  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('offer.eml')?.id ?? '', { page: 1 });
  await expect(reader.document.getByRole('heading', { name: 'Angebot für Förderband' })).toBeVisible();
  await expect(reader.document.getByText('Mira Holt <mira@harborline.example>')).toBeVisible();
  await expect(reader.document.getByText('The platypus plan costs 39 €')).toBeVisible();
  await expect(reader.document.getByRole('listitem').filter({ hasText: 'Offer.docx' })).toBeVisible();
  await expect(reader.document.getByText('payback in fourteen months')).toBeVisible();
  await expect(reader.pageList.getByRole('button')).toHaveCount(2);
  await expect(reader.pageList.getByRole('button', { name: /Message/ })).toBeVisible();
  await expect(reader.pageList.getByRole('button', { name: /Attachment: Offer\.docx/ })).toBeVisible();
  await expect(reader.document.locator('script, img')).toHaveCount(0);
  expect(await violations(kitbag.window)).toEqual([]);
});

test('OpenDocument and books open at their pages', async ({ dataFolder, launch, documents }) => {
  const assets = await makeReplica(dataFolder, {
    role: 'lead',
    files: [
      await put(documents, 'letter.odt', letter),
      await put(documents, 'prices.ods', sheet),
      await put(documents, 'playbook.epub', book),
    ],
  });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('letter.odt')?.id ?? '', { page: 2 });
  await expect(reader.document.getByText('The wombat clause')).toBeVisible();
  await expect(reader.document.getByRole('cell', { name: '39' })).toBeVisible();
  await expect(reader.pageList.getByRole('button')).toHaveCount(2);

  await reader.openReady(assets.get('prices.ods')?.id ?? '', { page: 1 });
  await expect(reader.document.getByText('quokka 39')).toBeVisible();

  await reader.openReady(assets.get('playbook.epub')?.id ?? '', { page: 2 });
  await expect(reader.document.getByText('The numbat answer')).toBeVisible();
  await expect(reader.pageList.getByRole('button', { name: /Objections/ })).toBeVisible();
  expect(await violations(kitbag.window)).toEqual([]);
});

test('old Word, PowerPoint and Excel files are found, and open as those of today', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Lane', 'dingo 39']]), 'Lanes');
  const assets = await makeReplica(dataFolder, {
    role: 'lead',
    files: [
      await put(
        documents,
        'offer.doc',
        makeOldWord([
          { runs: ['Offer for conveyors'], style: 1 },
          { runs: ['The bilby clause'], changes: OLD.newPage },
        ]),
      ),
      await put(
        documents,
        'deck.ppt',
        makeOldDeck([
          { title: 'Opening', body: 'Hello' },
          { title: 'Payback', body: 'The bandicoot answer', notes: 'Say it slowly' },
        ]),
      ),
      await put(documents, 'prices.xls', write(book, { bookType: 'biff8', type: 'buffer' })),
    ],
  });
  const kitbag = await launch();
  const library = new LibraryPage(kitbag.window);
  await new ShellPage(kitbag.window).search.fill('bilby clause');
  await library.found('bilby clause');

  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('offer.doc')?.id ?? '', { page: 2 });
  await expect(reader.document.getByRole('heading', { name: 'Offer for conveyors' })).toBeVisible();
  await expect(reader.document.getByText('The bilby clause')).toBeVisible();
  await expect(kitbag.window.getByText('Pictures in old Word documents aren’t shown here.')).toBeVisible();
  await expect(reader.pageList.getByRole('button')).toHaveCount(2);

  await reader.openReady(assets.get('deck.ppt')?.id ?? '', { page: 2 });
  await expect(reader.document.getByText('The bandicoot answer')).toBeVisible();
  await expect(reader.document.getByText('Say it slowly')).toBeVisible();

  await reader.openReady(assets.get('prices.xls')?.id ?? '', { page: 1 });
  await expect(reader.document.getByText('dingo 39')).toBeVisible();
  expect(await violations(kitbag.window)).toEqual([]);
});
