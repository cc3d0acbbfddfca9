import { withoutStrokes } from '../../../shared/struck.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { type Attributes, attribute, prefixedAttribute } from '../package/xml.ts';
import type { Reading } from '../reading/reading.ts';
import { oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { drawingMarks, isOn, type RunMarks, withMarks } from '../text/run-marks.ts';
import { titleOfMetadata } from '../text/title.ts';
import { coreDate, coreTitle } from './core-properties.ts';
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
    if (!slide.hidden) firstTitle ??= slide.title;
    collector.add(slide.text);
    collector.add(slide.hiddenText, true);
    for (const notes of office.related(part, 'notesslide'))
      collector.add(`\n${slideText(office, notes).text}`);
    for (const comments of commentParts(office, part)) collector.add(`\n${paragraphText(office, comments)}`);
    read += 1;
    collector.endPage(`Slide ${read}`, slide.hidden);
  }
  const title = coreTitle(office) ?? titleOfMetadata(firstTitle);
  const isCut = read < slides.length || collector.tooLong;
  return {
    pages: collector.pages,
    pageCount: slides.length,
    ...(title === undefined ? {} : { title }),
    ...coreDate(office),
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

/** Whether a slide is left out when its deck is presented; only its beginning is read. */
export function isHiddenSlide(office: OfficePackage, part: string): boolean {
  let hidden: boolean | undefined;
  office.read(part, {
    open: (_, attributes) => {
      hidden ??= saysHidden(attributes);
    },
    enough: () => hidden !== undefined,
  });
  return hidden === true;
}

function saysHidden(slide: Attributes): boolean {
  return !isOn(attribute(slide, 'show'), true);
}

function commentParts(office: OfficePackage, part: string): string[] {
  return [...office.related(part, 'comments'), ...office.related(part, 'comment')];
}

type SlideText = {
  readonly text: string;
  /** Words of shapes that the author hid. */
  readonly hiddenText: string;
  readonly title: string | undefined;
  /** Left out when the deck is presented. */
  readonly hidden: boolean;
};

/** What may be hidden by itself. */
const CONTAINERS = new Set(['sp', 'pic', 'grpSp', 'graphicFrame', 'cxnSp']);

/** Words of a slide or its notes, without slide numbers, dates and footers. */
export function slideText(office: OfficePackage, part: string): SlideText {
  const reader = new SlideReader(office, part);
  office.read(part, reader.handlers());
  return reader.result();
}

class SlideReader {
  readonly #office: OfficePackage;
  readonly #part: string;
  readonly #out = { shown: '', hidden: '' };
  #shape: { text: string; placeholder: string | undefined } | undefined;
  #inText = false;
  #title: string | undefined;
  #hidden = false;
  /** For each shape or group around here, whether it is hidden. */
  readonly #around: boolean[] = [];
  #marks: RunMarks = {};

  constructor(office: OfficePackage, part: string) {
    this.#office = office;
    this.#part = part;
  }

  handlers() {
    return {
      open: (name: string, attributes: Attributes) => this.#open(name, attributes),
      close: (name: string) => this.#close(name),
      text: (text: string) => {
        if (this.#inText) this.#write(withMarks(text, this.#marks));
      },
    };
  }

  result(): SlideText {
    const { shown, hidden } = this.#out;
    return { text: shown, hiddenText: hidden, title: this.#title, hidden: this.#hidden };
  }

  get #isHidden(): boolean {
    return this.#around.includes(true);
  }

  #write(text: string): void {
    if (this.#shape) this.#shape.text += text;
    else this.#give(text);
  }

  #give(text: string): void {
    if (this.#isHidden) this.#out.hidden += text;
    else this.#out.shown += text;
  }

  #open(name: string, attributes: Attributes): void {
    if (CONTAINERS.has(name)) this.#around.push(false);
    if (name === 'cNvPr' && this.#around.length > 0 && isOn(attribute(attributes, 'hidden')))
      this.#around[this.#around.length - 1] = true;
    if (name === 'sld') this.#hidden = saysHidden(attributes);
    else if (name === 'r' || name === 'fld') this.#marks = {};
    else if (name === 'rPr') this.#marks = drawingMarks(attributes);
    else if (name === 'sp') this.#shape = { text: '', placeholder: undefined };
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
    if (CONTAINERS.has(name)) this.#around.pop();
  }

  #endShape(): void {
    const shape = this.#shape;
    this.#shape = undefined;
    if (!shape || FURNITURE.has(shape.placeholder ?? '')) return;
    if (/^(title|ctrTitle)$/.test(shape.placeholder ?? '') && !this.#isHidden)
      this.#title ??= oneLine(withoutStrokes(shape.text));
    this.#give(shape.text);
  }
}
