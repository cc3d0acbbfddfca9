import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** Where and with what an asset is opened. */
export type OpenAt = {
  readonly page?: number;
  readonly q?: string;
  readonly version?: string;
};

/** The reader screen. */
export class ReaderPage {
  readonly #page: Page;
  readonly screen: Locator;
  readonly toolbar: Locator;
  readonly document: Locator;
  readonly pageField: Locator;
  readonly pageList: Locator;
  readonly details: Locator;
  readonly matchCount: Locator;
  readonly findField: Locator;
  readonly zoom: Locator;
  readonly sheet: Locator;
  readonly text: Locator;
  readonly banner: Locator;
  /** Above the document: that this is not what reps see. */
  readonly notice: Locator;
  /** Above the document: that the page's text was recognized. */
  readonly recognized: Locator;
  /** What is marked on a page that is a picture. */
  readonly marksOnPicture: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.screen = window.locator('[data-screen][data-ready="true"]');
    this.toolbar = window.getByRole('toolbar', { name: 'Document' });
    this.document = window.getByTestId('document');
    this.pageField = window.getByRole('textbox', { name: /^Go to / });
    this.pageList = window.getByRole('navigation', { name: /^(Pages|Slides|Sheets|Sections|Pictures)$/ });
    this.details = window.getByRole('complementary', { name: 'Details' });
    this.matchCount = window.getByTestId('match-count');
    this.findField = window.getByRole('textbox', { name: 'Find in document' });
    this.zoom = window.getByTestId('zoom');
    this.sheet = this.document.getByRole('table');
    this.text = window.getByTestId('document-text');
    this.notice = window.getByRole('status').filter({ hasText: /draft|Draft|Scheduled/ });
    this.recognized = window.getByText(/^Recognized text, \d+% sure$/);
    this.marksOnPicture = this.document.locator('.textLayer .highlight');
    this.banner = window.getByRole('status').filter({ hasText: 'You are reading version' });
  }

  /** Opens an asset as a link from elsewhere in the window would. */
  async open(asset: string, at: OpenAt = {}): Promise<void> {
    const parts = [
      ...(at.page === undefined ? [] : [`page=${at.page}`]),
      ...(at.q === undefined ? [] : [`q=${encodeURIComponent(JSON.stringify(at.q))}`]),
      ...(at.version === undefined ? [] : [`version=${encodeURIComponent(JSON.stringify(at.version))}`]),
    ];
    const address = `/asset/${asset}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
    await this.#page.evaluate((hash) => {
      globalThis.location.hash = hash;
    }, address);
    await this.document.waitFor();
  }

  /** On how many lines the buttons above the document stand. */
  toolbarLines(): Promise<number> {
    return this.toolbar.evaluate((bar) => {
      const middles = [...bar.querySelectorAll('button')].map((button) => {
        const { top, bottom } = button.getBoundingClientRect();
        return (top + bottom) / 2;
      });
      return middles.filter((middle, at) => at === 0 || Math.abs(middle - (middles[at - 1] ?? 0)) > 12)
        .length;
    });
  }

  /** Puts something as wide as one more button above the document. */
  async addToToolbar(width: number): Promise<void> {
    await this.toolbar.evaluate((bar, pixels) => {
      const more = document.createElement('span');
      more.style.flex = `0 0 ${pixels}px`;
      bar.append(more);
    }, width);
  }

  /** Takes the file by its grip and pulls it a little: enough for a drag to begin. */
  async dragOut(): Promise<void> {
    const box = await this.#page.getByLabel(/^Drag .* out of Kitbag$/).boundingBox();
    if (box === null) throw new Error('There is no grip to drag the file by.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + 20, y + 20, { steps: 5 });
    await this.#page.mouse.up();
  }

  /** What the asset's state is said to be. */
  state(name: string): Locator {
    return this.details.getByText(name, { exact: true });
  }

  /** Opens an asset and waits until its document is there. */
  async openReady(asset: string, at: OpenAt = {}): Promise<void> {
    await this.open(asset, at);
    await this.screen.waitFor();
  }

  /** Changes a fact in the details with the field that its pencil opens. */
  async change(fact: string, field: string, value: string): Promise<void> {
    await this.details.getByRole('button', { name: `Change ${fact.toLowerCase()}` }).click();
    await this.details.getByLabel(field).fill(value);
    await this.#page.keyboard.press('Enter');
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  /** Marks in a PDF, with the page that each is on. */
  pdfMarks(): Promise<
    readonly { readonly page: string; readonly text: string; readonly current: boolean }[]
  > {
    return this.document.evaluate((root) =>
      [...root.querySelectorAll('.textLayer .highlight')].map((mark) => ({
        page: mark.closest('.page')?.getAttribute('data-page-number') ?? '',
        text: mark.textContent ?? '',
        current: mark.classList.contains('selected'),
      })),
    );
  }

  /** The words that are marked in a document drawn as elements; the current one first. */
  marks(): Promise<readonly string[]> {
    return this.#page.evaluate(() =>
      ['kitbag-current-match', 'kitbag-match'].flatMap((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => String(range)),
      ),
    );
  }

  /** The picture of a slide: whether it is there, and has a pixel for each of the screen's. */
  slidePicture(page: number): Promise<{ readonly loaded: boolean; readonly sharp: boolean }> {
    return this.#slide(page).evaluate((slide) => {
      const picture = slide.querySelector<HTMLImageElement>('img:not([data-kept])');
      const loaded = picture?.complete === true && picture.naturalWidth > 0;
      const wide = Math.max(slide.clientWidth, 1) * window.devicePixelRatio;
      return { loaded, sharp: loaded && picture.naturalWidth >= wide - 1 };
    });
  }

  /** From now on no picture of a page comes to its end. */
  holdPictures(): Promise<void> {
    return this.#page.evaluate(() => {
      HTMLImageElement.prototype.decode = () => new Promise(() => undefined);
    });
  }

  /** What is seen of a slide that is not drawn: the picture that was kept of it, or its words. */
  seenUndrawn(page: number): Promise<{ readonly kept: boolean; readonly words: boolean }> {
    return this.#slide(page).evaluate((slide) => {
      const kept = slide.querySelector<HTMLImageElement>('img[data-kept]');
      const word = slide.querySelector('p');
      const alpha = word === null ? '' : getComputedStyle(word).color;
      return { kept: (kept?.naturalWidth ?? 0) > 0, words: alpha === 'rgb(0, 0, 0)' };
    });
  }

  /** The color of a slide's picture at a place, in fractions of its width and height. */
  slidePixel(page: number, x: number, y: number): Promise<readonly number[]> {
    return this.#slide(page).evaluate(
      async (slide, [across, down]) => {
        const source = slide.querySelector('img')?.src ?? '';
        const bitmap = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const pen = canvas.getContext('2d');
        pen?.drawImage(bitmap, 0, 0);
        const at = [Math.round(across * bitmap.width), Math.round(down * bitmap.height)] as const;
        return [...(pen?.getImageData(...at, 1, 1).data ?? [])].slice(0, 3);
      },
      [x, y] as const,
    );
  }

  /** Where the first mark stands on the screen, and the first slide. */
  firstMark(): Promise<{ readonly mark: DOMRect; readonly slide: DOMRect }> {
    return this.#slide(1).evaluate((slide) => {
      const ranges = [...(CSS.highlights.get('kitbag-current-match') ?? [])];
      const [range] = ranges.filter((one) => one instanceof Range);
      const picture = slide.querySelector('img');
      if (range === undefined || picture === null) throw new Error('Nothing is marked on a drawn slide.');
      return {
        mark: range.getBoundingClientRect().toJSON() as DOMRect,
        slide: picture.getBoundingClientRect().toJSON() as DOMRect,
      };
    });
  }

  /** Selects a paragraph of a slide as a person does, by three clicks; answers what is selected. */
  async selectSlideWords(text: string): Promise<string> {
    await this.document.getByText(text).click({ clickCount: 3 });
    return this.#page.evaluate(() => (document.getSelection()?.toString() ?? '').trim());
  }

  #slide(page: number): Locator {
    return this.document.locator(`section[data-page="${page}"]`);
  }

  /** Whether the field of the page is too narrow for what stands in it. */
  isPageFieldCutOff(): Promise<boolean> {
    return this.pageField.evaluate((field) => field.scrollWidth > field.clientWidth);
  }

  /** Whether something is within the part of the document that is in sight. */
  isInSight(locator: Locator): Promise<boolean> {
    return locator.evaluate((element) => {
      const box = element.closest('[data-reader-scroll]')?.getBoundingClientRect();
      const place = element.getBoundingClientRect();
      return box !== undefined && place.bottom > box.top && place.top < box.bottom;
    });
  }

  pdfPage(number: number): Locator {
    return this.document.locator(`.page[data-page-number="${number}"]`);
  }

  address(): string {
    return this.#page.url();
  }
}
