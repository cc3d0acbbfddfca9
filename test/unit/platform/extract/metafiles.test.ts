import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metafilePicture } from '../../../../src/platform/extract/picture/metafile/metafile-picture.ts';
import {
  emf,
  emfRecord,
  makeEmf,
  makeWmf,
  ref,
  wmf,
  wmfRecord,
} from '../../../fixtures/documents/make-metafile.ts';
import { isNear, type Rgb } from './pixels.ts';
import { BLUE, frame, GREEN, RED, withSlides } from './slides.ts';
import { withExtractor } from './support.ts';

const draw = withSlides(withExtractor());

const [red, blue] = [ref(255, 0, 0), ref(0, 0, 255)];

/** The colour at shares of a metafile's width and height; nothing is drawn on white there. */
function colorAt(bytes: Uint8Array, x: number, y: number): Rgb {
  const canvas = metafilePicture(bytes);
  if (!canvas) return expect.fail('there is no picture');
  const context = canvas.getContext('2d');
  const [px, py] = [Math.round(x * (canvas.width - 1)), Math.round(y * (canvas.height - 1))];
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(px, py, 1, 1).data;
  return a === 0 ? [255, 255, 255] : [r, g, b];
}

describe('an Enhanced Metafile', () => {
  const redBrush = [emf.brush(1, red), emf.select(1), emf.select(0x8000_0008)];

  it('is as wide and high as it says, with its shapes in their colours', () => {
    const bytes = makeEmf(...redBrush, emf.rectangle(0, 0, 50, 50));
    const canvas = metafilePicture(bytes);
    expect((canvas?.width ?? 0) / (canvas?.height ?? 1)).toBeCloseTo(2, 1);
    expect(colorAt(bytes, 0.25, 0.5)).toEqual(RED);
    expect(colorAt(bytes, 0.75, 0.5)).toEqual([255, 255, 255]);
  });

  it('has outlines, polygons of small numbers, and what is moved by a matrix', () => {
    const pen = [emf.pen(2, 0, 10, blue), emf.select(2), emf.select(0x8000_0005)];
    const outlined = makeEmf(...pen, emf.rectangle(10, 10, 90, 40));
    expect(colorAt(outlined, 0.5, 0.2)).toEqual(BLUE);
    expect(colorAt(outlined, 0.5, 0.5)).toEqual([255, 255, 255]);
    const moved = makeEmf(
      ...redBrush,
      emf.matrix(1, 0, 0, 1, 50, 0),
      emf.polygon([0, 0], [50, 0], [50, 50], [0, 50]),
    );
    expect(colorAt(moved, 0.25, 0.5)).toEqual([255, 255, 255]);
    expect(colorAt(moved, 0.75, 0.5)).toEqual(RED);
  });

  it('has its bitmaps, the lowest row first', () => {
    const bytes = makeEmf(emf.bitmap([0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 0, 0], [0, 0, 100, 50]));
    expect(isNear(colorAt(bytes, 0.5, 0.1), RED)).toBe(true);
    expect(isNear(colorAt(bytes, 0.5, 0.9), BLUE)).toBe(true);
  });

  it('has its words', () => {
    const canvas = metafilePicture(makeEmf(emf.font(3, -30), emf.select(3), emf.text('Offer', 2, 10)));
    const data = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const dark = Array.from(data).filter((value, at) => at % 4 === 3 && value > 128).length;
    expect(dark).toBeGreaterThan(5_000);
  });

  it('comes back to what was saved, and loses nothing to records that nobody knows', () => {
    const bytes = makeEmf(
      ...redBrush,
      emfRecord(33),
      emf.brush(4, blue),
      emf.select(4),
      emfRecord(34, Buffer.from([255, 255, 255, 255])),
      emfRecord(9_999, Buffer.alloc(40)),
      emf.rectangle(0, 0, 100, 50),
    );
    expect(colorAt(bytes, 0.5, 0.5)).toEqual(RED);
  });

  it('is drawn where it is packed', () => {
    const packed = gzipSync(makeEmf(...redBrush, emf.rectangle(0, 0, 100, 50)));
    expect(colorAt(packed, 0.5, 0.5)).toEqual(RED);
  });
});

describe('a Windows Metafile', () => {
  it('is drawn in its place, whatever units its window has', () => {
    const bytes = makeWmf(
      wmf.window(0, 0, 1_000, 500),
      wmf.brush(red),
      wmf.select(0),
      wmf.rectangle(0, 0, 500, 500),
    );
    expect(colorAt(bytes, 0.25, 0.5)).toEqual(RED);
    expect(colorAt(bytes, 0.75, 0.5)).toEqual([255, 255, 255]);
  });

  it('gives the next object the first free number', () => {
    const green = ref(0, 160, 0);
    const bytes = makeWmf(
      wmf.brush(red),
      wmf.brush(blue),
      wmfRecord(0x1f0, Buffer.from([0, 0])),
      wmf.brush(green),
      wmf.select(0),
      wmf.rectangle(0, 0, 100, 50),
    );
    expect(isNear(colorAt(bytes, 0.5, 0.5), GREEN)).toBe(true);
  });
});

describe('bytes that are no metafile, or a broken one', () => {
  it('are drawn as far as they go, and never throw', () => {
    const whole = makeEmf(
      emf.brush(1, red),
      emf.select(1),
      emf.rectangle(0, 0, 100, 50),
      emf.text('x', 1, 1),
    );
    const old = makeWmf(wmf.window(0, 0, 10, 10), wmf.brush(red), wmf.select(0), wmf.rectangle(0, 0, 9, 9));
    const broken = fc
      .tuple(
        fc.constantFrom(whole, old),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
      )
      .map(([bytes, changes, end]) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[44 + (at % (copy.length - 44))] = value;
        return copy.subarray(0, Math.max(1, end % (copy.length + 1)));
      });
    fc.assert(
      fc.property(broken, (bytes) => {
        metafilePicture(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('are no picture', () => {
    expect(metafilePicture(Buffer.from('GIF89a, and more of it'))).toBeUndefined();
    expect(metafilePicture(gzipSync(Buffer.from('words')))).toBeUndefined();
  });

  it('end after so many operations', () => {
    const many = Array.from({ length: 80_000 }, () => emf.rectangle(0, 0, 1, 1));
    const bytes = makeEmf(...many, emf.brush(1, red), emf.select(1), emf.rectangle(0, 0, 100, 50));
    expect(colorAt(bytes, 0.5, 0.5)).toEqual([255, 255, 255]);
  });
});

describe('an object of another program on a slide', () => {
  const brushed = makeEmf(emf.brush(1, red), emf.select(1), emf.rectangle(-5, -5, 110, 60));
  const place = [100, 100, 200, 100] as const;
  const holder = (inner: string) =>
    `<p:graphicFrame>${frame(place, 'p')}<a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></p:graphicFrame>`;

  it('shows the picture that stands in for it, though it stands where only old programs look', async () => {
    const pic = `<p:pic><p:nvPicPr><p:cNvPr id="1" name="x"/></p:nvPicPr><p:blipFill><a:blip r:embed="i1"/></p:blipFill><p:spPr>${frame(place)}</p:spPr></p:pic>`;
    const shapes = holder(
      `<mc:AlternateContent xmlns:mc="mc"><mc:Choice Requires="v"><p:oleObj spid="_x0000_s1"/></mc:Choice><mc:Fallback><p:oleObj>${pic}</p:oleObj></mc:Fallback></mc:AlternateContent>`,
    );
    const picture = await draw([{ shapes, related: { i1: ['image', '../media/i.emf'] } }], {
      parts: { 'ppt/media/i.emf': brushed },
    });
    expect(isNear(picture.at(200, 150), RED)).toBe(true);
  });

  it('shows the picture of its drawing in VML', async () => {
    const shapes = holder('<p:oleObj spid="_x0000_s1026" r:id="o1"/>');
    const vml =
      '<xml xmlns:v="v" xmlns:o="o"><v:shape id="_x0000_s1025"/><v:shape id="_x0000_s1026"><v:imagedata o:relid="rId1"/></v:shape></xml>';
    const rels =
      '<Relationships xmlns="r"><Relationship Id="rId1" Type="t/image" Target="../media/i.emf"/></Relationships>';
    const picture = await draw([{ shapes, related: { v1: ['vmlDrawing', '../drawings/v.vml'] } }], {
      parts: {
        'ppt/media/i.emf': brushed,
        'ppt/drawings/v.vml': vml,
        'ppt/drawings/_rels/v.vml.rels': rels,
      },
    });
    expect(isNear(picture.at(200, 150), RED)).toBe(true);
  });
});
