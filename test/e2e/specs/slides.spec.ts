import { makePptx, xml } from '../../fixtures/documents/make-package.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { painted, ShowPage } from '../pages/show-page.ts';
import { findsNothing } from '../support/axe.ts';
import { test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const frame = (x: number, y: number, w: number, h: number, tag = 'a') =>
  `<${tag}:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></${tag}:xfrm>`;
const run = (text: string, click = '') =>
  `<a:r><a:rPr lang="en-US" sz="2400">${click}</a:rPr><a:t>${xml(text)}</a:t></a:r>`;
const box = (place: string, runs: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="T"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/><a:p>${runs}</a:p></p:txBody></p:sp>`;
const cell = (text: string) => `<a:tc><a:txBody><a:bodyPr/><a:p>${run(text)}</a:p></a:txBody></a:tc>`;
const table = `<p:graphicFrame>${frame(600_000, 1_800_000, 5_000_000, 900_000, 'p')}<a:graphic><a:graphicData><a:tbl><a:tblGrid><a:gridCol w="2500000"/><a:gridCol w="2500000"/></a:tblGrid><a:tr h="450000">${cell('Plan')}${cell('Lumero Team')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
/** Red, with a word to tell what it shows and a way to the second slide. */
const button = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="B" descr="Further on"><a:hlinkClick r:id="on" action="ppaction://hlinksldjump"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(600_000, 3_600_000, 2_000_000, 900_000)}<a:solidFill><a:srgbClr val="E03131"/></a:solidFill></p:spPr></p:sp>`;
const first = `${box(frame(600_000, 300_000, 7_000_000, 900_000), run('Quarterly forecast for Lumero'))}${table}${button}`;

const deck = makePptx(
  [
    { shapes: first, related: { on: ['slide', 'slide2.xml'] } },
    { shapes: box(frame(600_000, 2_000_000, 7_000_000, 900_000), run('Lumero in the middle')) },
    { shapes: box(frame(600_000, 4_000_000, 7_000_000, 900_000), run('The end')) },
  ],
  { size: [9_144_000, 5_143_500] },
);

test('a slide is drawn as its picture, with words that are marked and selected where they stand', async ({
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
  await reader.openReady(assets.get('deck.pptx')?.id ?? '', { q: 'lumero' });
  await expect.poll(() => reader.slidePicture(1)).toMatchObject({ loaded: true });

  // The picture has the red shape where the deck does, and no box of the window's stands in for it.
  const [red = 0, green = 0, blue = 0] = await reader.slidePixel(1, 0.15, 0.78);
  expect(Math.max(Math.abs(red - 0xe0), Math.abs(green - 0x31), Math.abs(blue - 0x31))).toBeLessThan(6);
  expect(await reader.marks()).toEqual(['Lumero', 'Lumero', 'Lumero']);
  const { mark, slide } = await reader.firstMark();
  // The word stands in the picture after ‘Quarterly forecast for’, at 24 points of 720.
  expect((mark.x - slide.x) / slide.width).toBeGreaterThan(0.35);
  expect((mark.x - slide.x) / slide.width).toBeLessThan(0.52);
  expect((mark.y - slide.y) / slide.height).toBeGreaterThan(0.05);
  expect((mark.y + mark.height - slide.y) / slide.height).toBeLessThan(0.2);
  expect(await reader.selectSlideWords('Quarterly forecast for Lumero')).toBe(
    'Quarterly forecast for Lumero',
  );
  await expect(reader.document.getByRole('cell', { name: 'Lumero Team' })).toBeAttached();
  await findsNothing(kitbag, 'A deck in the reader');
});

test('a link of a slide leads to the slide that its author meant', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const assets = await makeReplica(dataFolder, {
    role: 'rep',
    files: [await put(documents, 'deck.pptx', deck)],
  });
  const reader = new ReaderPage(await launch());
  await reader.openReady(assets.get('deck.pptx')?.id ?? '');
  await reader.document.getByRole('link', { name: 'Further on' }).click();
  await expect(reader.pageField).toHaveValue('2');
});

test('a deck is presented as it is drawn, as sharp as the screen is, the next slide ready before it is asked for', async ({
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
  const show = new ShowPage(kitbag);
  await reader.openReady(assets.get('deck.pptx')?.id ?? '');
  await reader.button('Present').click();
  const audience = await show.window('audience');
  // As many pixels as the screen has there.
  await expect.poll(async () => (await painted(audience))?.width).toBeGreaterThan(1000);
  const first = await painted(audience);
  expect(first?.box).toBe(first?.width);
  await audience.keyboard.press('ArrowRight');
  await expect.poll(() => painted(audience)).toMatchObject({ at: '1', width: first?.width });
  await show.end(audience);
});

test('a slide that is not drawn yet is the picture that was kept of it, or its words', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const assets = await makeReplica(dataFolder, {
    role: 'rep',
    files: [await put(documents, 'deck.pptx', deck)],
  });
  const reader = new ReaderPage(await launch());
  await reader.holdPictures();
  await reader.openReady(assets.get('deck.pptx')?.id ?? '');
  await expect.poll(() => reader.seenUndrawn(1)).toEqual({ kept: true, words: false });
});
