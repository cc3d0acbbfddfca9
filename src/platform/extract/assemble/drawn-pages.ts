import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import type { AssembleCover, AssemblePart } from '../../../engine/ports/assembler.ts';
import { withFile } from '../encoding/bytes.ts';
import { isHiddenSlide } from '../office/read-pptx.ts';
import { imageCanvas, MAX_IMAGE_BYTES } from '../picture/draw-image.ts';
import { registerFonts } from '../picture/fonts.ts';
import { drawWordPage } from '../picture/page/word-page.ts';
import { drawOn } from '../picture/slide/draw-slide.ts';
import { SlidePictures } from '../picture/slide/slide-pictures.ts';
import { openDeck } from '../scene/deck.ts';
import { officeIn } from '../sniff/office-in.ts';
import { readWordPage } from '../word/read-word-page.ts';
import { drawCover } from './cover.ts';
import { NotAssembled } from './not-assembled.ts';

/** Points that a pixel is wide where something has to be drawn in pixels: 300 to the inch. */
const PIXEL = 72 / 300;
/** Photographs are packed as JPEG of this quality. */
const QUALITY = 92;
/** The longer side of a page that is a picture, in points: of A4. */
const LONG_SIDE = 842;
/** The longer side of what is drawn of a picture, in pixels: 300 to the inch of A4. */
const MOST_PIXELS = 3508;

/** Letters so far apart are never drawn as one sign, whose letters nobody would find: the ‘ti’ of ‘Construction’. */
const NO_LIGATURES = '0.01px';

type Drawn = { readonly width: number; readonly height: number; draw(context: SKRSContext2D): Promise<void> };

/**
 * Pages that are no PDF yet, drawn as the list and the reader draw them, but as lines and letters: sharp in every size, and their words can be found.
 * What is written beside a slide, or hidden on it, is not drawn and so is not there.
 */
export class DrawnPages {
  readonly #document = new PDFDocument({ producer: 'Kitbag', encodingQuality: QUALITY, rasterDPI: 300 });
  #count = 0;

  constructor() {
    registerFonts();
  }

  get count(): number {
    return this.#count;
  }

  /** The cover. */
  async cover(
    cover: AssembleCover,
    size: { readonly width: number; readonly height: number },
  ): Promise<void> {
    await this.#add({ ...size, draw: async (context) => drawCover(context, cover, size) });
  }

  /** The pages of a part; told of each by `drawn`. Throws `NotAssembled`, or whatever tells of a damaged document. */
  async add(part: AssemblePart, at: number, drawn: () => void): Promise<number> {
    return withFile(part.path, async (file) => {
      const pageOf = part.kind === 'image' ? imagePages(file) : officePages(file, part, at);
      if (pageOf === undefined) throw new NotAssembled('unreadable', at);
      const before = this.#count;
      const numbers = part.pages ?? Array.from({ length: part.pageCount }, (_, index) => index + 1);
      for (const number of numbers) {
        const page = await pageOf(number);
        if (page === 'hidden') {
          if (part.pages !== undefined) throw new NotAssembled('hidden', at);
          continue;
        }
        if (page === undefined) throw new NotAssembled('no-such-page', at);
        await this.#add(page);
        drawn();
      }
      return this.#count - before;
    });
  }

  /** All of them, as a PDF of their own. */
  close(): Uint8Array {
    return new Uint8Array(this.#document.close());
  }

  async #add({ draw, ...size }: Drawn): Promise<void> {
    try {
      await draw(beginPage(this.#document, size));
    } finally {
      this.#document.endPage();
    }
    this.#count += 1;
  }
}

/** A page to be drawn on, in points. */
export function beginPage(document: PDFDocument, { width, height }: Omit<Drawn, 'draw'>): SKRSContext2D {
  // Its declaration leaves out what every context of this library can.
  const context = document.beginPage(width, height) as SKRSContext2D;
  context.letterSpacing = NO_LIGATURES;
  return context;
}

type PageOf = (number: number) => Promise<Drawn | 'hidden' | undefined>;
type File = Parameters<typeof officeIn>[0];

function officePages(file: File, { kind }: AssemblePart, at: number): PageOf | undefined {
  const found = kind === 'pptx' || kind === 'docx' ? officeIn(file, kind) : undefined;
  if (found === undefined) throw new NotAssembled('unreadable', at);
  const { office, mainPart } = found;
  if (kind === 'docx')
    return async (number) => {
      const page = readWordPage(office, mainPart, number);
      return (
        page && {
          ...{ width: page.width, height: page.height },
          draw: (context) => drawWordPage(context, office, page, PIXEL),
        }
      );
    };
  const deck = openDeck(office, mainPart);
  return async (number) => {
    const slide = deck.slides[number - 1];
    if (slide === undefined) return undefined;
    if (isHiddenSlide(office, slide)) return 'hidden';
    const scene = deck.scene(slide);
    return {
      ...{ width: scene.width, height: scene.height },
      draw: (context) => drawOn(context, scene, new SlidePictures(office), { pixel: PIXEL }),
    };
  };
}

function imagePages(file: File): PageOf | undefined {
  if (file.size > MAX_IMAGE_BYTES) return undefined;
  const bytes = file.read(0, file.size);
  return async (number) => {
    const canvas = await imageCanvas(bytes, number, ({ width, height }) =>
      Math.min(1, MOST_PIXELS / Math.max(width, height)),
    );
    if (canvas === undefined) return undefined;
    const scale = LONG_SIDE / Math.max(canvas.width, canvas.height);
    const size = { width: canvas.width * scale, height: canvas.height * scale };
    return {
      ...size,
      draw: async (context) => {
        context.fillStyle = '#ffffff';
        context.fillRect(0, 0, size.width, size.height);
        context.drawImage(canvas, 0, 0, size.width, size.height);
        // Its pixels are outside of the heap.
        canvas.width = 1;
      },
    };
  };
}
