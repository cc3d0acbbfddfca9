import type { Preview, SlideBlock, SlidePreview } from '../../../engine/ports/extractor.ts';
import { isHiddenSlide, slideText } from '../office/read-pptx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { slideBlocks } from '../picture/slide/slide-blocks.ts';
import { openDeck } from '../scene/deck.ts';
import { cleanText } from '../text/clean.ts';

const MAX_SLIDES = 400;
const MAX_NOTES = 20_000;
/** Letters on slides beside their pictures; slides after that are pictures only. */
const MAX_LETTERS = 4_000_000;

/** What a deck's slides say, and where on their pictures, which are drawn one by one when they are looked at. */
export async function previewSlides(office: OfficePackage, mainPart: string): Promise<Preview> {
  const deck = openDeck(office, mainPart);
  const slides: SlidePreview[] = [];
  let letters = 0;
  for (const part of deck.slides.slice(0, MAX_SLIDES)) {
    const scene = deck.scene(part);
    const notes = notesOf(office, part);
    const blocks = letters > MAX_LETTERS ? [] : await slideBlocks(scene);
    letters += lettersOf(blocks);
    slides.push({
      label: `Slide ${slides.length + 1}`,
      blocks,
      ...(isHiddenSlide(office, part) ? { hidden: true as const } : {}),
      ...(scene.title === undefined ? {} : { title: scene.title }),
      ...(notes === '' ? {} : { notes }),
    });
  }
  return { preview: 'slides', aspectRatio: deck.aspectRatio, slides };
}

function lettersOf(blocks: readonly SlideBlock[]): number {
  const paragraphs = blocks.flatMap((one) =>
    one.block === 'table' ? one.rows.flat(2) : 'paragraphs' in one ? one.paragraphs : [],
  );
  const lines = paragraphs.flat();
  return lines.reduce((sum, { parts }) => parts.reduce((all, { text }) => all + text.length, sum), 0);
}

function notesOf(office: OfficePackage, part: string): string {
  const texts = office.related(part, 'notesslide').map((notes) => cleanText(slideText(office, notes).text));
  return texts.join('\n').slice(0, MAX_NOTES);
}
