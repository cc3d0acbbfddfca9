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

/** Those of them whose words somebody wrote. */
const PRINTED = /^(dt|ftr|hdr)$/;

/** Reads a PPTX: slides in the order they are shown, each with its notes, comments, charts and diagrams. */
export function readPptx(office: OfficePackage, mainPart: string, watch?: PageWatch): Reading {
  const slides = slideParts(office, mainPart);
  watch?.opened(slides.length, coreTitle(office));
  const collector = new PageCollector(watch);
  const asides = new DeckAsides(office);
  let firstTitle: string | undefined;
  let read = 0;
  for (const part of slides) {
    if (collector.full) break;
    const slide = slideText(office, part);
    if (!slide.hidden) firstTitle ??= slide.title;
    collector.add(slide.text);
    collector.add(slide.hiddenText, true);
    for (const notes of office.related(part, 'notesslide'))
      collector.addNotes(`\n${slideText(office, notes).text}`);
    for (const comments of commentParts(office, part)) collector.add(`\n${paragraphText(office, comments)}`);
    if (!slide.hidden) for (const line of asides.newOn(part, slide)) collector.addAside(`${line}\n`);
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
  /** Footers, headers and dates. */
  readonly aside: string;
  /** What its master prints is on it. */
  readonly showsMaster: boolean;
};

/** What is printed on slides by their layouts and masters, and their footers: each line once in a deck. */
class DeckAsides {
  readonly #office: OfficePackage;
  readonly #told = new Set<string>();
  readonly #printed = new Map<string, SlideText>();

  constructor(office: OfficePackage) {
    this.#office = office;
  }

  /** The lines on a slide that no slide before had. */
  newOn(part: string, slide: SlideText): string[] {
    const [layout] = this.#office.related(part, 'slidelayout');
    const [master] = layout === undefined ? [] : this.#office.related(layout, 'slidemaster');
    const ofLayout = slide.showsMaster ? this.#printedBy(layout) : undefined;
    const ofMaster = ofLayout?.showsMaster ? this.#printedBy(master) : undefined;
    const lines = [slide.aside, ofLayout?.text ?? '', ofMaster?.text ?? '']
      .flatMap((text) => text.split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== '' && !this.#told.has(line));
    for (const line of lines) this.#told.add(line);
    return [...new Set(lines)];
  }

  /** Without placeholders: their words only say what goes there. */
  #printedBy(part: string | undefined): SlideText | undefined {
    if (part === undefined) return undefined;
    const known = this.#printed.get(part);
    if (known) return known;
    const reader = new SlideReader(this.#office, part, true);
    this.#office.read(part, reader.handlers());
    const read = reader.result();
    this.#printed.set(part, read);
    return read;
  }
}

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
  readonly #isPattern: boolean;
  readonly #out = { shown: '', hidden: '', aside: '' };
  #showsMaster = true;
  #shape: { text: string; placeholder: string | undefined } | undefined;
  #inText = false;
  #title: string | undefined;
  #hidden = false;
  /** For each shape or group around here, whether it is hidden. */
  readonly #around: boolean[] = [];
  #marks: RunMarks = {};

  /** `isPattern`: it is a layout or master. */
  constructor(office: OfficePackage, part: string, isPattern = false) {
    this.#office = office;
    this.#part = part;
    this.#isPattern = isPattern;
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
    const { shown, hidden, aside } = this.#out;
    const showsMaster = this.#showsMaster;
    return { text: shown, hiddenText: hidden, title: this.#title, hidden: this.#hidden, aside, showsMaster };
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
    if (name === 'sld' || name === 'sldLayout')
      this.#showsMaster = isOn(attribute(attributes, 'showMasterSp'), true);
    if (name === 'sld') this.#hidden = saysHidden(attributes);
    else if (name === 'r' || name === 'fld') this.#marks = {};
    else if (name === 'rPr') this.#marks = drawingMarks(attributes);
    else if (name === 'sp') this.#shape = { text: '', placeholder: undefined };
    else if (name === 'ph' && this.#shape) this.#shape.placeholder = attribute(attributes, 'type') ?? 'body';
    else if (name === 't') this.#inText = true;
    else if (name === 'br') this.#write('\n');
    else if (name === 'tab') this.#write('\t');
    else if (!this.#isPattern) {
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
    if (!shape) return;
    const { placeholder } = shape;
    if (FURNITURE.has(placeholder ?? '')) {
      if (PRINTED.test(placeholder ?? '') && !this.#isPattern && !this.#isHidden)
        this.#out.aside += shape.text;
      return;
    }
    if (this.#isPattern && placeholder !== undefined) return;
    if (/^(title|ctrTitle)$/.test(shape.placeholder ?? '') && !this.#isHidden)
      this.#title ??= oneLine(withoutStrokes(shape.text));
    this.#give(shape.text);
  }
}
