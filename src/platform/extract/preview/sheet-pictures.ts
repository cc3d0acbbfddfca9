import type { SheetPicture } from '../../../engine/ports/sheet-look.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { drawSlide } from '../picture/slide/draw-slide.ts';
import { SlidePictures } from '../picture/slide/slide-pictures.ts';
import type { SheetDrawing } from '../sheet/sheet-drawings.ts';
import type { PictureBudget } from './picture-budget.ts';

/** Pixels of a picture for each of the sheet's, for screens that have more; along a side at most. */
const SHARPNESS = 2;
const MAX_SIDE = 2_000;
/** Pixels of all that are drawn for one preview. */
const MAX_PIXELS = 60_000_000;

/** Draws what lies on a workbook's sheets, until its sum is too much. */
export class SheetPictures {
  readonly #pictures: SlidePictures;
  readonly #budget: PictureBudget;
  #pixels = MAX_PIXELS;
  #made = 0;

  constructor(office: OfficePackage, budget: PictureBudget) {
    this.#pictures = new SlidePictures(office);
    this.#budget = budget;
  }

  /** What lies on a sheet as the window shows it. */
  async of(drawings: readonly SheetDrawing[]): Promise<SheetPicture[]> {
    const shown: SheetPicture[] = [];
    for (const { scene, alt, row, column, dx, dy, w, h } of drawings) {
      const scale = Math.min(SHARPNESS, MAX_SIDE / w, MAX_SIDE / h);
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
}
