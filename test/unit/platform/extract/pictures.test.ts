import { truncate } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { imageSize } from '../../../../src/platform/extract/picture/image-size.ts';
import { isNear, pixelsOf } from './pixels.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

function drawn(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#0c8599';
  context.fillRect(0, 0, width / 2, height);
  return canvas;
}

/** A JPEG with an Exif header that says which way is up. */
function turnedJpeg(width: number, height: number, orientation: number): Buffer {
  const jpeg = drawn(width, height).toBuffer('image/jpeg');
  const tiff = Buffer.from(
    'II*\u0000\u0008\u0000\u0000\u0000\u0001\u0000\u0012\u0001\u0003\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000',
    'latin1',
  );
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\u0000\u0000', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)]);
}

describe('an image', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'] as const)(
    'of %s has a smaller picture, and says that its words wait to be recognized',
    async (type) => {
      const canvas = drawn(960, 600);
      const content =
        type === 'image/png'
          ? canvas.toBuffer('image/png')
          : type === 'image/jpeg'
            ? canvas.toBuffer('image/jpeg')
            : canvas.toBuffer('image/webp');
      expect(imageSize(content)).toEqual({ width: 960, height: 600 });
      expect(await docs.extract('a', content)).toMatchObject({
        kind: 'image',
        mediaType: type,
        pageCount: 1,
        pages: [],
        text: { state: 'not', reason: 'picture' },
        thumbnail: { mediaType: 'image/webp', width: 480, height: 300 },
      });
    },
  );

  it('is not made larger than it is', async () => {
    const { thumbnail } = await docs.extract('a.png', drawn(100, 80).toBuffer('image/png'));
    expect(thumbnail).toMatchObject({ width: 100, height: 80 });
  });

  it('from a camera held upright stands upright', async () => {
    const { thumbnail } = await docs.extract('a.jpg', turnedJpeg(600, 300, 6));
    expect(thumbnail).toMatchObject({ width: 300, height: 600 });
  });

  it('that is transparent stands on white where it fills a screen, not on black', async () => {
    const path = await docs.write('logo.png', drawn(1200, 600).toBuffer('image/png'));
    const { width, at } = await pixelsOf(await docs.extractor().pagePicture(path, 'image', 1, 1200));
    expect(width).toBe(1200);
    expect(at(900, 300)).toEqual([255, 255, 255]);
    expect(isNear(at(300, 300), [12, 133, 153])).toBe(true);
  });

  it('of absurd size is not decoded but has a card', async () => {
    const bomb = drawn(10, 10).toBuffer('image/png');
    bomb.writeUInt32BE(100_000, 16);
    bomb.writeUInt32BE(100_000, 20);
    expect(await docs.extract('bomb.png', bomb)).toMatchObject({ kind: 'image', thumbnail: { width: 480 } });
  });

  it('that is broken has a card', async () => {
    const half = drawn(400, 400).toBuffer('image/png').subarray(0, 60);
    expect(await docs.extract('half.png', half)).toMatchObject({ kind: 'image', thumbnail: { width: 480 } });
  });

  it('made of markup is not drawn: it could reach for the network', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x.png"/></svg>';
    expect(await docs.extract('a.svg', svg)).toMatchObject({
      kind: 'image',
      text: { state: 'not', reason: 'no-text' },
    });
  });

  it('is drawn in the width that is asked for', async () => {
    const path = await docs.write('wide.png', drawn(800, 400).toBuffer('image/png'));
    expect(await docs.extractor().pagePicture(path, 'image', 1, 200)).toMatchObject({
      width: 200,
      height: 100,
    });
    expect(await docs.extractor().pagePicture(path, 'image', 2, 200)).toBeUndefined();
  });
});

describe('a video', () => {
  it('of gigabytes is recognised by its first bytes, without a picture', async () => {
    const path = await docs.write('demo.mp4', Buffer.from('\u0000\u0000\u0000\u0018ftypisom', 'latin1'));
    await truncate(path, 3_000_000_000);
    const before = process.memoryUsage.rss();
    const result = await docs.extractor().extract(path, 'demo.mp4');
    expect(result).toMatchObject({
      extraction: { kind: 'video', text: { state: 'not', reason: 'no-text' } },
    });
    expect(result).not.toHaveProperty('extraction.thumbnail');
    expect(process.memoryUsage.rss() - before).toBeLessThan(500_000_000);
  });
});
