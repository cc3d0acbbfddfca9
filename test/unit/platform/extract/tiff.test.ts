import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { drawImage } from '../../../../src/platform/extract/picture/draw-image.ts';
import { Undecodable } from '../../../../src/platform/extract/picture/raster/pixels.ts';
import { type MadeTiffPage, makeTiff } from '../../../fixtures/documents/make-tiff.ts';
import { pixelsOf } from './pixels.ts';
import { withExtractor } from './support.ts';

const { extract, write, extractor } = withExtractor();

const picture = async (name: string, bytes: Uint8Array, page = 1) =>
  extractor().pagePicture(await write(name, bytes), 'image', page, 64);

describe('a TIFF', () => {
  it.each<[string, MadeTiffPage]>([
    ['as it is', {}],
    ['as a fax', { packing: 'fax', colors: 'bits' }],
    ['in bits', { packing: 'packbits', colors: 'bits' }],
    ['by LZW', { packing: 'lzw' }],
    ['by deflate', { packing: 'deflate' }],
    ['for print', { packing: 'lzw', colors: 'cmyk' }],
    ['in tiles', { packing: 'deflate', tiled: true }],
  ])('is drawn where its pixels are packed %s', async (_how, page) => {
    for (const endian of ['little', 'big'] as const) {
      const { at } = await pixelsOf(await picture('scan.tif', makeTiff([page], endian)));
      expect(at(24, 24)[0]).toBeLessThan(60);
      expect(at(8, 24)[0]).toBeGreaterThan(200);
      expect(at(50, 24)[0]).toBeGreaterThan(200);
      expect(at(24, 3)[0]).toBeGreaterThan(200);
    }
  });

  it('has as many pages as it says, each with its picture, and the first one in lists', async () => {
    const pages = [{ ink: [200, 0, 0] }, { packing: 'lzw' as const, ink: [0, 0, 200] }];
    const tiff = makeTiff(pages);
    const { pageCount, thumbnail, text } = await extract('fax.tif', tiff);
    expect({ pageCount, text }).toEqual({ pageCount: 2, text: { state: 'not', reason: 'scanned' } });
    expect((await pixelsOf(thumbnail)).at(24, 24)[0]).toBeGreaterThan(150);
    const second = await pixelsOf(await picture('fax.tif', tiff, 2));
    expect(second.at(24, 24)[2]).toBeGreaterThan(150);
    expect(await picture('fax.tif', tiff, 3)).toBeUndefined();
  });

  it('is turned as it says', async () => {
    const { at } = await pixelsOf(await picture('turned.tif', makeTiff([{ orientation: 6 }])));
    // A quarter to the right: what was left is above.
    expect(at(24, 24)[0]).toBeLessThan(60);
    expect(at(24, 50)[0]).toBeGreaterThan(200);
  });

  it.each([
    ['pixels without number', { 256: 4_000_000_000, 257: 4_000_000_000 }],
    ['tiles without number', { 322: 1, 323: 1, 256: 60_000 }],
    ['no width', { 256: 0 }],
    ['a packing that nobody knows', { 259: 31_337 }],
    ['its pixels outside of the file', { 273: 4_000_000_000 }],
  ])('that claims %s has a card and hurts nobody', async (_what, claims) => {
    const tiff = makeTiff([{ tiled: '322' in claims, claims }]);
    const { kind, thumbnail } = await extract('claims.tif', tiff);
    expect(kind).toBe('image');
    expect(thumbnail).toBeDefined();
  });
});

it('two thousand damaged TIFFs end in a picture, a card or a refusal, and the reader is as well as before', async () => {
  // The decoder tells how many tiles there are; in a worker nobody hears it.
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  let seed = 7;
  const chance = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const whole = [
    makeTiff([{}, { packing: 'lzw' }]),
    makeTiff([{ packing: 'fax', colors: 'bits' }]),
    makeTiff([{ packing: 'deflate', tiled: true }], 'big'),
    makeTiff([{ packing: 'packbits', colors: 'bits' }]),
    makeTiff([{ packing: 'lzw', colors: 'cmyk' }]),
  ];
  const ends = { drawn: 0, none: 0, damaged: 0 };
  for (let round = 0; round < 2000; round += 1) {
    const bytes = new Uint8Array(whole[round % whole.length] ?? []);
    for (let change = chance(6) + 1; change > 0; change -= 1)
      bytes[8 + chance(bytes.length - 8)] = chance(256);
    const cut = chance(4) === 0 ? bytes.subarray(0, chance(bytes.length)) : bytes;
    try {
      ends[(await drawImage(cut, 64)) === undefined ? 'none' : 'drawn'] += 1;
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      ends.damaged += 1;
    }
  }
  said.mockRestore();
  expect(ends.drawn + ends.none + ends.damaged).toBe(2000);
  expect(ends.drawn).toBeGreaterThan(200);
});

it('a HEIC that is cut off or is none has a card', async () => {
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic', 'latin1'),
    Buffer.alloc(4),
    Buffer.from('mif1heic', 'latin1'),
    readFileSync(import.meta.filename).subarray(0, 400),
  ]);
  const { kind, mediaType, thumbnail } = await extract('photo.heic', heic);
  expect({ kind, mediaType }).toEqual({ kind: 'image', mediaType: 'image/heic' });
  expect(thumbnail).toBeDefined();
});
