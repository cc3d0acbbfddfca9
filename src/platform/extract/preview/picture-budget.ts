import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from '../picture/image-size.ts';
import { metafilePicture } from '../picture/metafile/metafile-picture.ts';
import { recogniseMagic } from '../sniff/magic.ts';

/** A picture that a window may show as it is. */
type InlinePicture = { readonly mediaType: string; readonly data: string };

/** Bytes of pictures in one preview, before base64. */
const MAX_TOTAL = 24 * 1024 * 1024;
/** Larger ones are drawn anew, smaller; the port's limit is 2 MB. */
const MAX_PLAIN = 400 * 1024;
const MAX_SIDE = 1_400;
const MAX_PIXELS = 60_000_000;
const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

/** Hands out pictures for a preview until their sum is too much. The same picture is made once. */
export class PictureBudget {
  #left = MAX_TOTAL;
  readonly #made = new Map<string, InlinePicture | undefined>();

  /** The picture, drawn smaller where it is large; undefined when it can't be shown or nothing is left. */
  async inline(key: string, load: () => Uint8Array | undefined): Promise<InlinePicture | undefined> {
    if (!this.#made.has(key)) this.#made.set(key, await this.#make(load));
    const made = this.#made.get(key);
    const size = made ? (made.data.length * 3) / 4 : 0;
    if (!made || size > this.#left) return undefined;
    this.#left -= size;
    return made;
  }

  async #make(load: () => Uint8Array | undefined): Promise<InlinePicture | undefined> {
    if (this.#left <= 0) return undefined;
    const bytes = load();
    const mediaType = bytes ? recogniseMagic(bytes)?.mediaType : undefined;
    if (!bytes) return undefined;
    if (mediaType === undefined || !SHOWN.test(mediaType)) return inlineMetafile(bytes);
    if (bytes.length <= MAX_PLAIN) return { mediaType, data: Buffer.from(bytes).toString('base64') };
    const size = imageSize(bytes);
    if (!size || size.width * size.height > MAX_PIXELS) return undefined;
    try {
      return await drawSmaller(bytes);
    } catch (error) {
      // A picture that does not decode is left out; the slide around it is still worth showing.
      if (error instanceof Error) return undefined;
      throw error;
    }
  }
}

async function inlineMetafile(bytes: Uint8Array): Promise<InlinePicture | undefined> {
  const drawn = metafilePicture(bytes);
  const encoded = await drawn?.encode('webp', 85);
  return encoded && { mediaType: 'image/webp', data: encoded.toString('base64') };
}

async function drawSmaller(bytes: Uint8Array): Promise<InlinePicture> {
  const image = await loadImage(bytes);
  const scale = Math.min(1, MAX_SIDE / image.width, MAX_SIDE / image.height);
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const encoded = await canvas.encode('webp', 80);
  return { mediaType: 'image/webp', data: encoded.toString('base64') };
}
