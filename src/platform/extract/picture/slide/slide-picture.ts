import type { Thumbnail } from '../../../../engine/ports/extractor.ts';
import type { OfficePackage } from '../../package/office-package.ts';
import { openDeck } from '../../scene/deck.ts';
import { encodeThumbnail } from '../encode.ts';
import { drawSlide } from './draw-slide.ts';
import { SlidePictures } from './slide-pictures.ts';

/** A picture of one slide (1-based), `width` pixels wide, words marked; undefined where there is none of that number. Other slides are not read. */
export async function slidePicture(
  office: OfficePackage,
  mainPart: string,
  number: number,
  width: number,
  words: readonly string[] = [],
): Promise<Thumbnail | undefined> {
  const deck = openDeck(office, mainPart);
  const slide = deck.slides[number - 1];
  if (slide === undefined) return undefined;
  return encodeThumbnail(await drawSlide(deck.scene(slide), new SlidePictures(office), { width, words }));
}
