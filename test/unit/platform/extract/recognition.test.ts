import { expect, it } from 'vitest';
import { boxesBetween } from '../../../../src/shared/recognized-words.ts';
import { drawScan, leftOf, makeScannedPdf } from '../../../fixtures/documents/make-scan.ts';
import { withExtractor } from './support.ts';

const { extractor, write, extract } = withExtractor();

const LINES = [
  'Annual service contract for the Nordlicht pump',
  'Total price 4,250 euros per year, payable in advance',
  'Kündigung mit einer Frist von drei Monaten möglich',
];

it('words on the picture of a scanned page are recognized, with how sure that is and where each stands', async () => {
  const path = await write('scan.pdf', makeScannedPdf([{ lines: LINES }]));
  const page = await extractor().recognize(path, 'pdf', 1);
  if (page.found !== 'words') expect.fail(page.found);
  expect(page.text.split('\n')).toEqual(LINES);
  expect(page.recognized.confidence).toBeGreaterThanOrEqual(85);
  const at = page.text.indexOf('Nordlicht');
  const [box] = boxesBetween(page.text, page.recognized.boxes, at, at + 'Nordlicht'.length);
  expect(box?.x).toBeCloseTo(leftOf(LINES[0] ?? '', 'Nordlicht'), 2);
  // The first line stands 80 points below the top, of 842.
  expect((box?.y ?? 0) + (box?.h ?? 0)).toBeCloseTo(80 / 842, 2);
});

it('so are those of a picture, and none are made up of an empty one', async () => {
  const scan = drawScan({ lines: LINES, dpi: 100 });
  const path = await write('scan.png', scan.toBuffer('image/png'));
  expect(await extractor().recognize(path, 'image', 1)).toMatchObject({
    found: 'words',
    text: expect.stringContaining('Nordlicht pump'),
  });
  const empty = await write('empty.jpg', drawScan({ lines: [], grain: 40 }).toBuffer('image/jpeg'));
  expect(await extractor().recognize(empty, 'image', 1)).toEqual({ found: 'nothing' });
});

it('a page that waits to be recognized keeps no import waiting', async () => {
  const path = await write('many.pdf', makeScannedPdf([{ lines: LINES }]));
  const order: string[] = [];
  const recognized = extractor()
    .recognize(path, 'pdf', 1)
    .then(() => order.push('recognized'));
  await extract('note.txt', 'A short note');
  order.push('read');
  await recognized;
  expect(order).toEqual(['read', 'recognized']);
});

it('recognizing can be cancelled in the middle of a page', async () => {
  const path = await write('cancelled.pdf', makeScannedPdf([{ lines: LINES }]));
  const stop = new AbortController();
  const recognized = extractor().recognize(path, 'pdf', 1, stop.signal);
  setTimeout(() => stop.abort(), 300);
  await expect(recognized).rejects.toThrow('cancelled');
});
