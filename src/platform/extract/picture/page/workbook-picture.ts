import type { Thumbnail } from '../../../../engine/ports/extractor.ts';
import { readWorkbook } from '../../office/workbook.ts';
import type { OfficePackage } from '../../package/office-package.ts';
import { SlidePictures } from '../slide/slide-pictures.ts';
import { sheetPagePicture } from './sheet-page.ts';
import { sheetPartOf } from './sheet-part.ts';

/** Empty sheets that are passed over. */
const MOST_TRIED = 5;

/** A picture of one sheet (1-based), `width` pixels wide, words marked; undefined where there is none of that number. */
export async function sheetPicture(
  office: OfficePackage,
  mainPart: string,
  page: number,
  width: number,
  words: readonly string[] = [],
): Promise<Thumbnail | undefined> {
  const sheet = sheetPartOf(office, mainPart, page, words);
  return sheet && sheetPagePicture(sheet, width, words, new SlidePictures(office));
}

/** A picture of the first sheet that is shown and has something on it; undefined where there is none. */
export async function workbookPicture(
  office: OfficePackage,
  mainPart: string,
  width: number,
): Promise<Thumbnail | undefined> {
  const { sheets } = readWorkbook(office, mainPart);
  const shown = [...sheets.entries()].filter(([, { hidden }]) => !hidden).slice(0, MOST_TRIED);
  for (const [at] of shown) {
    const sheet = sheetPartOf(office, mainPart, at + 1, []);
    if (sheet && sheet.rows.length > 0) return sheetPagePicture(sheet, width, [], new SlidePictures(office));
  }
  return undefined;
}
