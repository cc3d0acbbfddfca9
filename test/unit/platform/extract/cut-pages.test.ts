import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../../e2e/support/make-files.ts';
import { withExtractor } from './support.ts';

const { write, extract, extractor } = withExtractor();

/** The texts of the pages that were taken out, as a reader finds them. */
async function textsOf(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  if (bytes === undefined) expect.fail('nothing was taken out');
  return (await extract('cut.pdf', bytes)).pages.map(({ text }) => text.trim());
}

describe('pages of a PDF', () => {
  const pages = ['Intro', 'Prices', 'Terms', 'Proof'];

  it('are taken out in their order, and nothing else comes along', async () => {
    const path = await write('deck.pdf', pdfOf(pages));
    expect(await textsOf(await extractor().cutPages(path, '2,4'))).toEqual(['Prices', 'Proof']);
    const one = await extractor().cutPages(path, '1-3');
    expect(await textsOf(one)).toEqual(['Intro', 'Prices', 'Terms']);
    expect(Buffer.from(one ?? []).toString('latin1')).not.toContain('Proof');
  });

  it('are none where it has not got them, is no PDF or is damaged', async () => {
    const path = await write('deck.pdf', pdfOf(pages));
    expect(await extractor().cutPages(path, '3-9')).toBeUndefined();
    expect(await extractor().cutPages(await write('text.txt', 'Prices'), '1')).toBeUndefined();
    const cut = pdfOf(pages).subarray(0, 60);
    expect(await extractor().cutPages(await write('cut-off.pdf', cut), '1')).toBeUndefined();
  });
});
