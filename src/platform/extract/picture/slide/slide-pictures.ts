import { type Canvas, type Image, loadImage } from '@napi-rs/canvas';
import type { OfficePackage } from '../../package/office-package.ts';
import { recogniseMagic } from '../../sniff/magic.ts';
import { imageSize } from '../image-size.ts';
import { metafilePicture } from '../metafile/metafile-picture.ts';

/** Bytes of a picture's part, and pixels of one and of all pictures that a slide's drawing may unpack. */
const MAX_BYTES = 30 * 1024 * 1024;
const MAX_PIXELS = 60_000_000;
const MAX_ALL_PIXELS = 150_000_000;
const MAX_ALL_BYTES = 120 * 1024 * 1024;
const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

/** What can be drawn on a canvas. */
export type Drawable = Image | Canvas;

/** Reads a slide's pictures one at a time until their sum is too much. */
export class SlidePictures {
  readonly #office: OfficePackage;
  #pixels = MAX_ALL_PIXELS;
  #bytes = MAX_ALL_BYTES;
  /** The last one: a slide tends to show the same picture several times in a row. */
  #last: { readonly part: string; readonly image: Drawable | undefined } | undefined;

  constructor(office: OfficePackage) {
    this.#office = office;
  }

  /** The picture; undefined when it is of a kind, size or state that can't be drawn, or nothing is left. */
  async read(part: string): Promise<Drawable | undefined> {
    if (this.#last?.part !== part) this.#last = { part, image: await this.#load(part) };
    return this.#last.image;
  }

  async #load(part: string): Promise<Drawable | undefined> {
    const entry = this.#office.zip.find(part);
    if (!entry || entry.packedSize > this.#bytes) return undefined;
    const bytes = this.#office.zip.read(entry, Math.min(MAX_BYTES, this.#bytes));
    if (!bytes) return undefined;
    const size = imageSize(bytes);
    const mediaType = recogniseMagic(bytes)?.mediaType;
    if (!size || mediaType === undefined || !SHOWN.test(mediaType)) return this.#metafile(bytes);
    const pixels = size.width * size.height;
    if (pixels === 0 || pixels > Math.min(MAX_PIXELS, this.#pixels)) return undefined;
    this.#bytes -= bytes.length;
    this.#pixels -= pixels;
    try {
      return await loadImage(bytes);
    } catch (error) {
      // A picture that does not decode is left out; the slide around it is still worth showing.
      if (error instanceof Error) return undefined;
      throw error;
    }
  }

  #metafile(bytes: Uint8Array): Canvas | undefined {
    const drawn = metafilePicture(bytes);
    this.#bytes -= bytes.length;
    this.#pixels -= drawn === undefined ? 0 : drawn.width * drawn.height;
    return drawn;
  }
}
