import type { CompoundFile } from '../../package/compound-file.ts';
import { type ModernDocument, markupText, PackageWriter, SCHEMAS } from '../common/made-package.ts';
import { addSummary } from '../common/summary.ts';
import { SCHEME, type Scheme, schemeOf, usualScheme } from './colors.ts';
import { type DeckFile, type Listed, readDeckFile } from './deck-file.ts';
import { DeckPictures } from './deck-pictures.ts';
import { type DeckRecord, RECORD, recordsIn, within } from './records.ts';
import { backgroundOf, type ShapeContext, shapesMarkup } from './shapes.ts';
import { type MasterTexts, masterTexts, textMarkup } from './text-box.ts';

const MAIN = 'ppt/presentation.xml';
const UNIT = 1587.5;
/** Markup of all slides together. */
const MAX_MARKUP = 60_000_000;
/** What a slide takes from its master (MS-PPT 2.5.10). */
const FOLLOWS = { scheme: 2, background: 4 } as const;
const HIDDEN = 4;

/** Writes a presentation of PowerPoint 97 to 2003 (MS-PPT) as a PPTX: slides with shapes, texts, pictures, notes, comments. */
export function translateDeck(compound: CompoundFile): ModernDocument {
  const deck = readDeckFile(compound);
  const writer = new PackageWriter();
  addSummary(compound, writer);
  const pictures = new DeckPictures(deck.document, compound, writer);
  const ids: string[] = [];
  let size = 0;
  for (const slide of deck.slides) {
    if (size > MAX_MARKUP) break;
    const part = `ppt/slides/slide${ids.length + 1}.xml`;
    size += new SlideWriter(writer, pictures, deck, slide, part).write(ids.length + 1);
    ids.push(writer.relate(MAIN, 'slide', `/${part}`));
  }
  const list = ids.map((id, at) => `<p:sldId id="${256 + at}" r:id="${id}"/>`).join('');
  const facts = within(deck.document, RECORD.documentFacts)[0]?.body;
  const side = (at: number, usual: number) => {
    const units = facts?.i32(at) ?? 0;
    return Math.round((units > 0 && units < 1e5 ? units : usual) * UNIT);
  };
  const measure = `<p:sldSz cx="${side(0, 5_760)}" cy="${side(4, 4_320)}"/>`;
  writer.add(
    MAIN,
    'presentationml.presentation.main',
    `<p:presentation ${SCHEMAS}><p:sldIdLst>${list}</p:sldIdLst>${measure}</p:presentation>`,
  );
  return writer.finish(MAIN, ids.length < deck.slides.length);
}

class SlideWriter {
  readonly #writer: PackageWriter;
  readonly #pictures: DeckPictures;
  readonly #deck: DeckFile;
  readonly #slide: Listed;
  readonly #part: string;
  readonly #master: DeckRecord | undefined;
  readonly #flags: number;

  constructor(writer: PackageWriter, pictures: DeckPictures, deck: DeckFile, slide: Listed, part: string) {
    this.#writer = writer;
    this.#pictures = pictures;
    this.#deck = deck;
    this.#slide = slide;
    this.#part = part;
    const facts = this.#facts;
    this.#flags = facts?.u16(20) ?? 0;
    this.#master = deck.masters.get(facts?.u32(12) ?? 0)?.record;
  }

  get #facts() {
    return within(this.#slide.record, RECORD.slideFacts)[0]?.body;
  }

  /** Writes the slide's parts; answers how much markup that is. */
  write(number: number): number {
    const master = this.#master;
    const followed = (this.#flags & FOLLOWS.scheme) === 0 ? undefined : schemeOf(master);
    const scheme = followed ?? schemeOf(this.#slide.record) ?? schemeOf(master) ?? usualScheme;
    const masters = masterTexts(master ? recordsIn(master.body) : []);
    const context = { scheme, masters, texts: this.#slide.texts, picture: this.#pictureIds() };
    const drawing = drawingOf(this.#slide.record);
    const shapes = drawing ? shapesMarkup(drawing, context) : this.#textsAlone(masters, scheme);
    const isMasters = (this.#flags & FOLLOWS.background) !== 0;
    const fill = backgroundOf(isMasters ? drawingOf(master) : drawing, scheme) ?? scheme[SCHEME.background];
    const background = `<p:bg><p:bgPr><a:solidFill><a:srgbClr val="${fill ?? 'FFFFFF'}"/></a:solidFill></p:bgPr></p:bg>`;
    const show = within(this.#slide.record, RECORD.showFacts)[0]?.body;
    const hidden = ((show?.u16(10) ?? 0) & HIDDEN) === 0 ? '' : ' show="0"';
    const markup = `<p:sld ${SCHEMAS}${hidden}><p:cSld>${background}<p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
    this.#writer.add(this.#part, 'presentationml.slide', markup);
    return markup.length + this.#writeNotes(number, { ...context, texts: [] }) + this.#writeComments(number);
  }

  /** A picture's relationship from this slide, each made once. */
  #pictureIds(): (number: number) => string | undefined {
    const ids = new Map<number, string>();
    return (number) => {
      const part = this.#pictures.part(number);
      if (part === undefined) return undefined;
      const id = ids.get(number) ?? this.#writer.relate(this.#part, 'image', `/${part}`);
      ids.set(number, id);
      return id;
    };
  }

  /** The words of a slide whose own part is lost, from the list of slides. */
  #textsAlone(masters: MasterTexts, scheme: Scheme): string {
    const boxes = this.#slide.texts.map((text) => textMarkup(text, masters, scheme));
    return boxes.map((text) => `<p:sp><p:nvSpPr/><p:txBody>${text}</p:txBody></p:sp>`).join('');
  }

  #writeNotes(number: number, context: ShapeContext): number {
    const notes = this.#deck.notes.get(this.#facts?.u32(16) ?? 0);
    if (!notes) return 0;
    const shapes = shapesMarkup(drawingOf(notes.record), {
      ...context,
      texts: notes.texts,
      picture: () => undefined,
    });
    const part = `ppt/notesSlides/notesSlide${number}.xml`;
    const markup = `<p:notes ${SCHEMAS}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:notes>`;
    this.#writer.add(part, 'presentationml.notesSlide', markup);
    this.#writer.relate(this.#part, 'notesSlide', `/${part}`);
    return markup.length;
  }

  /** Comments are among what newer versions added (MS-PPT 2.5.29): who, what, initials. */
  #writeComments(number: number): number {
    const { tags, tag, tagData, comment } = RECORD;
    const comments = within(this.#slide.record, tags, tag, tagData, comment).map(({ body }) => {
      const words = recordsIn(body).filter(({ type }) => type === RECORD.words);
      const word = (instance: number) => {
        const found = words.find((one) => one.instance === instance)?.body;
        return found === undefined ? '' : markupText(found.wide(0, found.length >> 1));
      };
      return `<p:cm><p:text>${word(0)}: ${word(1)}</p:text></p:cm>`;
    });
    if (comments.length === 0) return 0;
    const part = `ppt/comments/comment${number}.xml`;
    const markup = `<p:cmLst ${SCHEMAS}>${comments.join('')}</p:cmLst>`;
    this.#writer.add(part, 'presentationml.comments', markup);
    this.#writer.relate(this.#part, 'comments', `/${part}`);
    return markup.length;
  }
}

function drawingOf(record: DeckRecord | undefined): DeckRecord | undefined {
  return within(record, RECORD.drawing, RECORD.ofDrawing)[0];
}
