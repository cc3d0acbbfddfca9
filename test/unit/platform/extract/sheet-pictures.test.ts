import { expect, it } from 'vitest';
import { fileOfBytes } from '../../../../src/platform/extract/encoding/bytes.ts';
import { OfficePackage } from '../../../../src/platform/extract/package/office-package.ts';
import { ZipFile } from '../../../../src/platform/extract/package/zip.ts';
import { imageSize } from '../../../../src/platform/extract/picture/image-size.ts';
import { PictureBudget } from '../../../../src/platform/extract/preview/picture-budget.ts';
import { SheetPictures } from '../../../../src/platform/extract/preview/sheet-pictures.ts';
import { makeXlsx } from '../../../fixtures/documents/make-package.ts';

const drawing = (row: number) => ({
  ...{ row, column: 0, dx: 0, dy: 0, w: 800, h: 500, alt: `${row}` },
  scene: { width: 600, height: 375, ink: '#000000', shapes: [] },
});

it('what lies on a sheet with twenty drawings is sharp where it is seen first, and all of it together no more than half of that', async () => {
  const office = new OfficePackage(new ZipFile(fileOfBytes(makeXlsx({ One: [] }))));
  const pictures = new SheetPictures(office, new PictureBudget());
  // The last one of the file lies topmost.
  const drawings = Array.from({ length: 20 }, (_, at) => drawing(200 - at * 10));
  const shown = await pictures.of(drawings);
  const sizes = shown.map(({ data }) => imageSize(Buffer.from(data, 'base64')));
  expect(shown.map(({ alt }) => alt)).toEqual(drawings.map(({ alt }) => alt));
  expect(sizes.at(-1)).toMatchObject({ width: 1_600, height: 1_000 });
  expect(sizes[0]).toMatchObject({ width: 800, height: 500 });
  const pixels = sizes.reduce((sum, size) => sum + (size?.width ?? 0) * (size?.height ?? 0), 0);
  expect(pixels).toBeLessThan(20 * 800 * 500 * 2);
});
