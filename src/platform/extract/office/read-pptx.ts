import type { OfficePackage } from '../package/office-package.ts';
import { type Attributes, attribute, prefixedAttribute } from '../package/xml.ts';
import type { Reading } from '../reading.ts';
import { oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { coreTitle } from './core-properties.ts';
import { drawingWords, paragraphText } from './drawing-text.ts';

/** Placeholders that repeat on every slide or are filled in by the program. */
const FURNITURE = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg']);

/** Reads a PPTX: slides in the order they are shown, each with its notes, comments, charts and diagrams. */
export function readPptx(office: OfficePackage, mainPart: string, watch?: PageWatch): Reading {
  const slides = slideParts(office, mainPart);
  watch?.opened(slides.length, coreTitle(office));
  const collector = new PageCollector(watch);
  let firstTitle: string | undefined;
  let read = 0;
  for (const part of slides) {
    if (collector.full) break;
    const slide = slideText(office, part);
    firstTitle ??= slide.title;
    collector.add(slide.text);
    for (const notes of office.related(part, 'notesslide'))
      collector.add(`\n${slideText(office, notes).text}`);
    for (const comments of commentParts(office, part)) collector.add(`\n${paragraphText(office, comments)}`);
    read += 1;
    collector.endPage(`Slide ${read}`);
  }
  const title = coreTitle(office) ?? titleOfMetadata(firstTitle);
  const isCut = read < slides.length || collector.tooLong;
  return {
    pages: collector.pages,
    pageCount: slides.length,
    ...(title === undefined ? {} : { title }),
    ...(isCut ? { missing: { reason: 'too-long', pages: slides.length - read } } : {}),
  };
}

/** The slides' parts in the order of the presentation's list. */
export function slideParts(office: OfficePackage, mainPart: string): string[] {
  const parts: string[] = [];
  office.read(mainPart, {
    open: (name, attributes) => {
      if (name !== 'sldId') return;
      const target = office.target(mainPart, prefixedAttribute(attributes, 'id'));
      if (target !== undefined && office.zip.find(target)) parts.push(target);
    },
  });
  return parts;
}

function commentParts(office: OfficePackage, part: string): string[] {
  return [...office.related(part, 'comments'), ...office.related(part, 'comment')];
}

type SlideText = { readonly text: string; readonly title: string | undefined };

/** Words of a slide or its notes, without slide numbers, dates and footers. */
export function slideText(office: OfficePackage, part: string): SlideText {
  const reader = new SlideReader(office, part);
  office.read(part, reader.handlers());
  return reader.result();
}

class SlideReader {
  readonly #office: OfficePackage;
  readonly #part: string;
  #out: string[] = [];
  #shape: { text: string; placeholder: string | undefined } | undefined;
  #inText = false;
  #title: string | undefined;

  constructor(office: OfficePackage, part: string) {
    this.#office = office;
    this.#part = part;
  }

  handlers() {
    return {
      open: (name: string, attributes: Attributes) => this.#open(name, attributes),
      close: (name: string) => this.#close(name),
      text: (text: string) => {
        if (this.#inText) this.#write(text);
      },
    };
  }

  result(): SlideText {
    return { text: this.#out.join(''), title: this.#title };
  }

  #write(text: string): void {
    if (this.#shape) this.#shape.text += text;
    else this.#out.push(text);
  }

  #open(name: string, attributes: Attributes): void {
    if (name === 'sp') this.#shape = { text: '', placeholder: undefined };
    else if (name === 'ph' && this.#shape) this.#shape.placeholder = attribute(attributes, 'type') ?? 'body';
    else if (name === 't') this.#inText = true;
    else if (name === 'br') this.#write('\n');
    else if (name === 'tab') this.#write('\t');
    else {
      const words = drawingWords(this.#office, this.#part, name, attributes);
      if (words !== '') this.#write(`${words}\n`);
    }
  }

  #close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'p') this.#write('\n');
    else if (name === 'tc') this.#write('\t');
    else if (name === 'sp') this.#endShape();
  }

  #endShape(): void {
    const shape = this.#shape;
    this.#shape = undefined;
    if (!shape || FURNITURE.has(shape.placeholder ?? '')) return;
    if (/^(title|ctrTitle)$/.test(shape.placeholder ?? '')) this.#title ??= oneLine(shape.text);
    this.#out.push(shape.text);
  }
}
