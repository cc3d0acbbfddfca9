import type { SheetPicture } from '../../../engine/ports/sheet-look.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { drawSlide } from '../picture/slide/draw-slide.ts';
import { SlidePictures } from '../picture/slide/slide-pictures.ts';
import type { SheetDrawing } from '../sheet/sheet-drawings.ts';
import type { PictureBudget } from './picture-budget.ts';

/** Pixels of a picture for each of the sheet's, for screens that have more; along a side at most. */
const SHARPNESS = 2;
const MAX_SIDE = 2_000;
/** Pixels of all that are drawn for one preview (to pack a million takes 0.1 s), and of those that are drawn as sharp as that. */
const MAX_PIXELS = 16_000_000;
const SHARP_PIXELS = 4_000_000;

/** Draws what lies on a workbook's sheets, until its sum is too much. */
export class SheetPictures {
  readonly #pictures: SlidePictures;
  readonly #budget: PictureBudget;
  #pixels = MAX_PIXELS;
  #sharpPixels = SHARP_PIXELS;
  #made = 0;

  constructor(office: OfficePackage, budget: PictureBudget) {
    this.#pictures = new SlidePictures(office);
    this.#budget = budget;
  }

  /** What lies on a sheet as the window shows it: the topmost as sharp as can be, the others as large as they are shown. */
  async of(drawings: readonly SheetDrawing[]): Promise<SheetPicture[]> {
    const shown: SheetPicture[] = [];
    const sharp = this.#sharpOf(drawings);
    for (const drawing of drawings) {
      const { scene, alt, row, column, dx, dy, w, h } = drawing;
      const scale = Math.min(sharp.has(drawing) ? SHARPNESS : 1, MAX_SIDE / w, MAX_SIDE / h);
      this.#pixels -= w * h * scale * scale;
      if (this.#pixels < 0) break;
      const canvas = await drawSlide(scene, this.#pictures, { width: w * scale, clear: true });
      const bytes = await canvas.encode('webp', 90);
      this.#made += 1;
      const picture = await this.#budget.inline(`drawing ${this.#made}`, () => bytes);
      if (picture) shown.push({ row, column, dx, dy, w, h, alt, ...picture });
    }
    return shown;
  }

  /** Those that are seen first, as long as there is room. */
  #sharpOf(drawings: readonly SheetDrawing[]): ReadonlySet<SheetDrawing> {
    const sharp = new Set<SheetDrawing>();
    for (const drawing of drawings.toSorted((one, other) => one.row - other.row)) {
      const { w, h } = drawing;
      const scale = Math.min(SHARPNESS, MAX_SIDE / w, MAX_SIDE / h);
      const pixels = w * h * scale * scale;
      if (pixels > this.#sharpPixels) break;
      this.#sharpPixels -= pixels;
      sharp.add(drawing);
    }
    return sharp;
  }
}
