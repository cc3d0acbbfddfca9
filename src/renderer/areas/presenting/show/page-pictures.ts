import type { Slide } from '../../../../contract/presenting.ts';
import { drawnPageUrl } from '../../../../contract/shell-channels.ts';
import { WIDEST_DRAWN } from '../../../../shared/limits.ts';

/** The room that a page may fill, in the screen's own pixels. */
export type Room = { readonly width: number; readonly height: number };

/** A page as a picture that is ready to be painted; null where it can't be drawn. */
type Drawn = ImageBitmap | null;

/** Beside the one that is looked at: those that come next, and the one before. */
const AHEAD = [1, 2, -1, 3] as const;
/** A picture that is so much smaller than its room is drawn again. */
const TOO_SMALL = 0.98;

/**
 * The pages of a presentation as pictures in one size: drawn one after another, what is looked at first, then what may be looked at next. A few are
 * kept, so that a page that is turned to is painted with the next frame.
 */
export class PagePictures {
  readonly #slides: readonly Slide[];
  readonly #changed: () => void;
  readonly #kept = new Map<number, Drawn>();
  /** Width through height, by version: pages of one document are mostly alike. */
  readonly #ratios = new Map<string, number>();
  #room: Room = { width: 0, height: 0 };
  #at = 0;
  #busy = false;
  #closed = false;

  /** `changed` hears when another page is drawn. */
  constructor(slides: readonly Slide[], changed: () => void) {
    this.#slides = slides;
    this.#changed = changed;
  }

  /** The picture of a slide: undefined while it is not drawn yet, null where it can't be. */
  of(at: number): Drawn | undefined {
    return this.#kept.get(at);
  }

  /** Somebody looks at this slide, in this room. */
  look(at: number, room: Room): void {
    this.#at = at;
    if (room.width !== this.#room.width || room.height !== this.#room.height) this.#forget();
    this.#room = room;
    void this.#draw();
  }

  close(): void {
    this.#closed = true;
    this.#forget();
  }

  #forget(): void {
    for (const drawn of this.#kept.values()) drawn?.close();
    this.#kept.clear();
  }

  /** One at a time: what somebody jumps to waits for one page at most. */
  async #draw(): Promise<void> {
    if (this.#busy || this.#room.width === 0) return;
    this.#busy = true;
    try {
      for (let next = this.#wanted(); next !== undefined && !this.#closed; next = this.#wanted()) {
        const room = this.#room;
        const drawn = await this.#drawOne(next, room);
        if (this.#closed || room !== this.#room) drawn?.close();
        else {
          this.#kept.set(next, drawn);
          this.#changed();
        }
      }
    } finally {
      this.#busy = false;
    }
  }

  /** The next one to draw; what is far from where one is goes. */
  #wanted(): number | undefined {
    const near = [this.#at, ...AHEAD.map((by) => this.#at + by)];
    for (const [at, drawn] of this.#kept) {
      if (near.includes(at)) continue;
      drawn?.close();
      this.#kept.delete(at);
    }
    return near.find((at) => at >= 0 && at < this.#slides.length && !this.#kept.has(at));
  }

  async #drawOne(at: number, room: Room): Promise<Drawn> {
    const slide = this.#slides[at];
    if (slide === undefined) return null;
    const ratio = this.#ratios.get(slide.version);
    const drawn = await fetched(slide, widthIn(room, ratio));
    if (drawn === null) return null;
    const own = drawn.width / drawn.height;
    this.#ratios.set(slide.version, own);
    const best = widthIn(room, own);
    if (drawn.width >= best * TOO_SMALL) return drawn;
    const better = await fetched(slide, best);
    if (better !== null) drawn.close();
    return better ?? drawn;
  }
}

/** How wide a page is drawn, so that all of it is seen. */
function widthIn({ width, height }: Room, ratio: number | undefined): number {
  const wide = ratio === undefined ? width : Math.min(width, height * ratio);
  return Math.min(WIDEST_DRAWN, Math.max(32, Math.round(wide)));
}

async function fetched({ version, page }: Slide, width: number): Promise<Drawn> {
  try {
    const response = await fetch(drawnPageUrl(version, page, width));
    return response.status === 200 ? await createImageBitmap(await response.blob()) : null;
  } catch (reason) {
    console.warn('A page could not be drawn.', reason);
    return null;
  }
}
