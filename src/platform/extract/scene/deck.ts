import { slideParts } from '../office/read-pptx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child, type XmlNode } from '../package/xml.ts';
import { slideFrame } from './geometry.ts';
import { readSlide } from './read-slide.ts';
import { SlidePartReader } from './slide-parts.ts';
import type { SlideScene } from './slide-scene.ts';

/** A presentation whose slides are read one at a time: what other slides are made of is never unpacked. */
type Deck = {
  readonly aspectRatio: number;
  /** The slides' parts in the order they are shown. */
  readonly slides: readonly string[];
  readonly scene: (slide: string) => SlideScene;
};

/** Opens a presentation: only its list of slides is read. */
export function openDeck(office: OfficePackage, mainPart: string): Deck {
  const presentation = office.tree(mainPart);
  const frame = slideFrame(child(presentation, 'sldSz'));
  const slides = slideParts(office, mainPart);
  const reader = new SlidePartReader(office, presentation, slides);
  let styles: { readonly tree: XmlNode | undefined } | undefined;
  const tableStyles = () => {
    styles ??= { tree: office.tree(office.related(mainPart, 'tablestyles')[0]) };
    return styles.tree;
  };
  return {
    aspectRatio: frame.w / frame.h,
    slides,
    scene: (slide) => readSlide(office, reader.read(slide), frame, tableStyles),
  };
}
