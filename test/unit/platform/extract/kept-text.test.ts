import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../../src/platform/extract/text/kept-text.ts';
import { LONGEST_PAGE_TEXT, MOST_TEXT, MOST_TEXT_PAGES } from '../../../../src/shared/limits.ts';
import { withExtractor } from './support.ts';

const { write, extractor } = withExtractor();

/** What a kept text of these bytes is read as. */
async function read(name: string, packed: Uint8Array) {
  return extractor().keptText(await write(name, packed));
}

describe('a text that is kept of a document', () => {
  it('is read as it was written, small or as large as any may be', async () => {
    const small = [{ label: '1', text: 'Größe 日本' }];
    const hidden = [
      { label: 'Slide 2', text: 'a', hidden: true as const },
      { label: '3', text: '', hiddenText: 'b' },
    ];
    const page = 'words of a long page '.repeat(LONGEST_PAGE_TEXT / 21);
    const large = [1, 2, 3].map((number) => ({ label: `${number}`, text: page }));
    for (const pages of [[], small, hidden, large]) {
      expect(await read('sound.gz', gzipSync(JSON.stringify(pages)))).toEqual(pages);
    }
  });

  const megabytes = 1024 * 1024;
  it.each<[string, () => Uint8Array]>([
    ['is no gzip', () => new TextEncoder().encode('[{"label":"1","text":"x"}]')],
    ['is half a gzip', () => gzipSync('[{"label":"1","text":"x"}]').subarray(0, 20)],
    ['is empty', () => new Uint8Array()],
    ['is no JSON', () => gzipSync('[{"label":')],
    ['is another value', () => gzipSync('{"label":"1","text":"x"}')],
    [
      'has more pages than any document',
      () => gzipSync(JSON.stringify(Array(MOST_TEXT_PAGES + 1).fill({ label: '', text: '' }))),
    ],
    ['has a page of another form', () => gzipSync('[{"label":"1","text":"x"},{"label":"2","text":2}]')],
    [
      'has a page that is too long',
      () => gzipSync(JSON.stringify([{ label: '1', text: 'x'.repeat(2 * LONGEST_PAGE_TEXT) }])),
    ],
    ['has 8 million numbers instead of pages', () => gzipSync(`[${'0,'.repeat(8 * megabytes)}0]`)],
    ['is nested 4 million times', () => gzipSync('['.repeat(4 * megabytes))],
    ['unpacks to 255 MB', () => gzipSync(new Uint8Array(255 * megabytes).fill(0x20))],
  ])('is none where it %s, and the next is read', async (_what, packed) => {
    expect(await read('hostile.gz', packed())).toBeUndefined();
    const sound = [{ label: '1', text: 'x'.repeat(2 * megabytes) }];
    expect(await read('sound.gz', gzipSync(JSON.stringify(sound)))).toEqual(sound);
  });

  it('is never more than a document may have, whatever was parsed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const pages = pagesOf(value);
        if (pages === undefined) return;
        expect(pages.length).toBeLessThanOrEqual(MOST_TEXT_PAGES);
        for (const { label, text } of pages)
          expect([typeof label, typeof text]).toEqual(['string', 'string']);
      }),
    );
    const most = Array(5).fill({ label: '', text: 'x'.repeat(LONGEST_PAGE_TEXT) });
    expect(most.length * LONGEST_PAGE_TEXT).toBeGreaterThan(MOST_TEXT);
    expect(pagesOf([...most, ...most])).toBeUndefined();
  });
});
