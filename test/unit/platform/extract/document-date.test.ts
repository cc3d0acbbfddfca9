import { describe, expect, it } from 'vitest';
import { coreProperties, makeDocx, paragraph } from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const changed = '2022-03-04T10:00:00Z';
const made = '2019-01-02T03:04:05Z';

const core = (others: Record<string, string>) => ({ 'docProps/core.xml': coreProperties('Terms', others) });

describe('a document’s own date', () => {
  it('is when an office document was changed last', async () => {
    const parts = core({ 'dcterms:created': made, 'dcterms:modified': changed });
    const writtenAt = Date.parse(changed);
    const docx = makeDocx(paragraph('Terms'), { title: 'Terms', parts });
    expect(await docs.extract('a.docx', docx)).toMatchObject({ writtenAt });
  });

  it('is when it was made, where nothing sensible says when it was changed', async () => {
    const parts = core({ 'dcterms:created': made, 'dcterms:modified': '1601-01-01T00:00:00Z' });
    const docx = makeDocx(paragraph('Terms'), { title: 'Terms', parts });
    expect(await docs.extract('a.docx', docx)).toMatchObject({ writtenAt: Date.parse(made) });
  });

  it('is what a PDF says of itself, in its own way of writing it', async () => {
    const pages = [{ lines: ['Terms'] }];
    const both = makePdf({
      pages,
      info: "/CreationDate (D:20190102030405Z) /ModDate (D:20220304110000+01'00')",
    });
    expect(await docs.extract('a.pdf', both)).toMatchObject({ writtenAt: Date.parse(changed) });
    const one = makePdf({ pages, info: '/CreationDate (D:20190102030405Z) /ModDate (yesterday)' });
    expect(await docs.extract('a.pdf', one)).toMatchObject({ writtenAt: Date.parse(made) });
  });

  it('is not there where a document says none', async () => {
    expect(await docs.extract('a.docx', makeDocx(paragraph('Terms')))).not.toHaveProperty('writtenAt');
    expect(await docs.extract('a.pdf', makePdf({ pages: [{ lines: ['Terms'] }] }))).not.toHaveProperty(
      'writtenAt',
    );
    expect(await docs.extract('a.txt', Buffer.from('Terms'))).not.toHaveProperty('writtenAt');
  });
});
