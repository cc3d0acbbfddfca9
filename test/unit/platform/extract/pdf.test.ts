import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const words = 'The buyer compares our platform with the one that the company has used for years.';

describe('a PDF', () => {
  it('is read page by page, with title, language, count of words and a picture of its first page', async () => {
    const extraction = await docs.extract(
      'deck.pdf',
      makePdf({
        pages: [{ lines: [words, words] }, { lines: ['Second page', words] }],
        title: 'Why they buy',
      }),
    );
    expect(extraction).toMatchObject({
      kind: 'pdf',
      title: 'Why they buy',
      pageCount: 2,
      text: { state: 'searchable' },
      words: 47,
      language: 'en',
      thumbnail: { mediaType: 'image/jpeg', width: 480, height: 679 },
    });
    expect(extraction.pages).toEqual([
      { label: '1', text: `${words}\n${words}` },
      { label: '2', text: `Second page\n${words}` },
    ]);
  });

  it('has its first page’s largest text as title when its metadata says nothing of use', async () => {
    const page = { heading: 'Security at a glance', lines: [words] };
    const made = makePdf({ pages: [page], title: 'Microsoft Word - final_v3.doc' });
    expect(await docs.extract('a.pdf', made)).toMatchObject({ title: 'Security at a glance' });
    const plain = await docs.extract('a.pdf', makePdf({ pages: [{ lines: [words] }], title: 'untitled' }));
    expect(plain).not.toHaveProperty('title');
  });

  it('joins words that a line’s end divides', async () => {
    const { pages } = await docs.extract(
      'a.pdf',
      makePdf({ pages: [{ lines: ['a commit-', 'ment of ten years'] }] }),
    );
    expect(pages[0]?.text).toBe('a commitment of ten years');
  });

  it('gives the text of form fields and comments too', async () => {
    const page = { lines: ['Order form'], field: 'Halden Cold Storage', note: 'Ask for the discount' };
    const { pages } = await docs.extract('form.pdf', makePdf({ pages: [page] }));
    expect(pages[0]?.text).toBe('Order form\nAsk for the discount\nHalden Cold Storage');
  });

  it('without text is marked as scanned, a mixed one as partly searchable, blank pages are no loss', async () => {
    const scan = { picture: true };
    expect((await docs.extract('a.pdf', makePdf({ pages: [scan, scan] }))).text).toEqual({
      state: 'not',
      reason: 'scanned',
    });
    expect((await docs.extract('b.pdf', makePdf({ pages: [{ lines: [words] }, scan] }))).text).toEqual({
      state: 'partly',
      reason: 'scanned',
      pagesWithoutText: 1,
    });
    expect((await docs.extract('c.pdf', makePdf({ pages: [{ lines: [words] }, {}] }))).text).toEqual({
      state: 'searchable',
    });
    expect((await docs.extract('d.pdf', makePdf({ pages: [{}] }))).text).toEqual({
      state: 'not',
      reason: 'no-text',
    });
  });

  it('in fonts without a Unicode map is marked as garbled', async () => {
    const garbled = { lines: ['\u0001\u0002\u0003\u0004\u0005 \u0006\u0007\u000b'], garbled: true };
    expect((await docs.extract('a.pdf', makePdf({ pages: [garbled, { lines: [words] }] }))).text).toEqual({
      state: 'partly',
      reason: 'garbled',
      pagesWithoutText: 1,
    });
    expect(await docs.extract('b.pdf', makePdf({ pages: [garbled] }))).toMatchObject({
      pages: [],
      text: { state: 'not', reason: 'garbled' },
    });
  });

  it('that needs a password is kept, unread', async () => {
    const made = makePdf({ pages: [{ lines: [words] }], encrypted: true });
    expect(await docs.extract('secret.pdf', made)).toMatchObject({
      kind: 'pdf',
      pageCount: 1,
      text: { state: 'not', reason: 'encrypted' },
    });
  });

  it('without a single page that can be read is refused as damaged', async () => {
    const made = makePdf({ pages: [{ lines: [words] }] }).toString('latin1');
    const pageless = Buffer.from(made.replace('\n10 0 obj', '\n\u00000 0 obj'), 'latin1');
    expect(await docs.refusal('a.pdf', pageless)).toBe('damaged');
  });

  it('of more pages than are read is searchable in its first ones', async () => {
    const pages = Array.from({ length: 2_050 }, (_, i) => ({ lines: [`Page number ${i + 1}`] }));
    const extraction = await docs.extract('long.pdf', makePdf({ pages }));
    expect(extraction.pageCount).toBe(2_050);
    expect(extraction.pages).toHaveLength(2_000);
    expect(extraction.text).toEqual({ state: 'partly', reason: 'too-long', pagesWithoutText: 50 });
  });

  it('is drawn page by page, in the width that is asked for', async () => {
    const path = await docs.write('two.pdf', makePdf({ pages: [{ lines: [words] }, { heading: 'Two' }] }));
    expect(await docs.extractor().pagePicture(path, 'pdf', 2, 300)).toMatchObject({
      width: 300,
      height: 425,
    });
    expect(await docs.extractor().pagePicture(path, 'pdf', 3, 300)).toBeUndefined();
    const plain = await docs.extractor().pagePicture(path, 'pdf', 2, 300);
    const marked = await docs.extractor().pagePicture(path, 'pdf', 2, 300, ['two']);
    const unmarked = await docs.extractor().pagePicture(path, 'pdf', 2, 300, ['tw', '(', 'three']);
    expect(unmarked?.bytes).toEqual(plain?.bytes);
    expect(marked?.bytes).not.toEqual(plain?.bytes);
    expect(await docs.extractor().pagePicture(`${path}.gone`, 'pdf', 1, 300)).toBeUndefined();
  });
});
