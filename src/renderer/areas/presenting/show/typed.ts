import type { Slide } from '../../../../contract/presenting.ts';

/** What somebody types while they present: the number of a page, or a word on it. */

/** A line of it: longer is no word that anybody looks for. */
const LONGEST = 60;

/** What stands there after a character. `/` begins a word, also one with the letter of a key. */
export function typedOn(typed: string, character: string): string {
  return `${typed}${character}`.slice(0, LONGEST);
}

/** By which number a slide is reached: the page of the one document, else its place in the pack. */
export function numberOf(slides: readonly Slide[], at: number): number {
  const slide = slides[at];
  return slide !== undefined && isOneDocument(slides) ? slide.page : at + 1;
}

const alone = new WeakMap<readonly Slide[], boolean>();

function isOneDocument(slides: readonly Slide[]): boolean {
  const known = alone.get(slides);
  if (known !== undefined) return known;
  const [first] = slides;
  const one = slides.every(({ version }) => version === first?.version);
  alone.set(slides, one);
  return one;
}

/**
 * The slide that is meant: by its number (of a page that is not shown the next one), else the next one after the current with all the words on it,
 * round to the first; its title counts before its text. Undefined where there is none.
 */
export function slideMeant(slides: readonly Slide[], at: number, typed: string): number | undefined {
  const text = typed.replace(/^\//, '').trim();
  if (text === '') return undefined;
  if (/^\d+$/.test(text) && !typed.startsWith('/')) return byNumber(slides, Number(text));
  const words = plain(text).split(/\s+/);
  const order = slides.map((_, index) => (at + 1 + index) % slides.length);
  const has = (said: string): boolean => words.every((word) => said.includes(word));
  return (
    order.find((index) => has(plain(firstLine(slides[index])))) ??
    order.find((index) => has(plain(`${slides[index]?.title ?? ''} ${slides[index]?.words ?? ''}`)))
  );
}

function byNumber(slides: readonly Slide[], wanted: number): number | undefined {
  for (let at = 0; at < slides.length; at++) if (numberOf(slides, at) >= wanted) return at;
  return slides.length === 0 ? undefined : slides.length - 1;
}

/** What a slide is called: its first line, else its document. */
export function nameOfSlide(slide: Slide): string {
  return firstLine(slide) || slide.title;
}

function firstLine(slide: Slide | undefined): string {
  return (
    (slide?.words ?? '')
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 120) ?? ''
  );
}

/** Accents and case make no difference. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
