import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { MOST_RECOGNIZED_WORDS } from '../../../../src/shared/limits.ts';
import { drawScan, makeScannedPdf } from '../../../fixtures/documents/make-scan.ts';
import { MARK, pixelsOf } from './pixels.ts';
import { withExtractor } from './support.ts';

const { extractor, write } = withExtractor();

const scan = { lines: ['Nordlicht pump', 'Yearly fee'] };
/** Where the four words stand, about. */
const placed = {
  text: 'Nordlicht pump\nYearly fee',
  boxes: [1000, 830, 1000, 150, 2000, 830, 700, 150, 1000, 1040, 800, 150, 1900, 1040, 500, 150],
};

it.each(['pdf', 'image'] as const)(
  'words that were recognized are marked on the picture of a page (%s)',
  async (kind) => {
    const bytes = kind === 'pdf' ? makeScannedPdf([scan]) : drawScan(scan).toBuffer('image/png');
    const path = await write(`scan.${kind}`, bytes);
    const picture = async (words: string[]) =>
      pixelsOf(await extractor().pagePicture(path, kind, 1, 600, words, placed));
    const fee = await picture(['yearly']);
    expect(fee.count([60, 88, 40, 12], MARK)).toBeGreaterThan(50);
    expect(fee.count([60, 70, 100, 12], MARK)).toBe(0);
    expect((await picture(['absent'])).count([0, 0, 600, 800], MARK)).toBe(0);
  },
);

it('a kept text of which somebody says where its words stand is believed only where it can be', async () => {
  const page = (recognized: unknown) => ({ label: '1', text: 'two words', recognized });
  const kept = async (recognized: unknown) => {
    const path = await write('text.json.gz', gzipSync(JSON.stringify([page(recognized)])));
    return (await extractor().keptText(path))?.[0]?.recognized;
  };
  const boxes = [0, 0, 1, 1, 2, 2, 10_000, 10_000];
  expect(await kept({ confidence: 93.7, boxes })).toEqual({ confidence: 93, boxes });
  for (const wrong of [boxes.slice(1), [...boxes.slice(1), -1], [...boxes.slice(1), 0.5], ['1'], 'all'])
    expect(await kept({ confidence: 93, boxes: wrong })).toEqual({ confidence: 93, boxes: [] });
  for (const wrong of [{ confidence: 1e9, boxes }, { boxes }, 'yes', null, [1]])
    expect(await kept(wrong)).toBeUndefined();
});

it('a kept text with more words on a page than any page has says nothing of where they stand', async () => {
  const kept = async (words: number) => {
    const recognized = { confidence: 93, boxes: Array.from({ length: words * 4 }, () => 0) };
    const page = { label: '1', text: 'a '.repeat(words), recognized };
    const path = await write('text.json.gz', gzipSync(JSON.stringify([page])));
    return (await extractor().keptText(path))?.[0]?.recognized?.boxes.length;
  };
  expect(await kept(MOST_RECOGNIZED_WORDS)).toBe(4 * MOST_RECOGNIZED_WORDS);
  expect(await kept(MOST_RECOGNIZED_WORDS + 1)).toBe(0);
  expect(await kept(1_000_000)).toBe(0);
});
