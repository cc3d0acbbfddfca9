import { encodingOfCodePage, type TextEncoding } from '../../encoding/encodings.ts';
import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { CompoundFile } from '../../package/compound-file.ts';
import { Damaged, Unreadable } from '../../reading/reading.ts';
import { type ModernDocument, PackageWriter, SCHEMAS } from '../common/made-package.ts';
import { streamOf } from '../common/streams.ts';
import { addSummary } from '../common/summary.ts';
import { type Belonging, boxesOf, headersOf, notesOf } from './belongings.ts';
import { type Fib, readFib } from './fib.ts';
import { formattedRuns } from './formatted-runs.ts';
import { pictureMarkup } from './picture.ts';
import { MAX_CHARACTERS, type Piece, readPieces, textOf } from './pieces.ts';
import { readSections } from './sections.ts';
import { type Signs, storyMarkup } from './story.ts';
import { fontNames, stylesMarkup } from './styles.ts';
import { WordText } from './word-text.ts';

const MAIN = 'word/document.xml';
/** Notes and boxes of all kinds together. */
const MAX_BELONGINGS = 20_000;

/**
 * Writes a document of Word 97 to 2003 (MS-DOC) as a DOCX: text with what it looks like, tables, sections, notes, comments, headers and boxes. Of
 * those of Word 6 and 95 the text alone.
 */
export function translateWord(compound: CompoundFile): ModernDocument {
  const main = streamOf(compound, 'WordDocument');
  const fib = readFib(main);
  // Versions before Word 6 wrote none.
  if (!fib) throw new Unreadable('unsupported', 1);
  if (fib.isLocked) throw new Unreadable('encrypted', 1);
  const writer = new PackageWriter();
  addSummary(compound, writer);
  const document = fib.isEarly ? earlyDocument(fib, main) : wordDocument(fib, main, compound);
  const { source, isCut, table, fonts } = document;
  writer.add('word/styles.xml', 'wordprocessingml.styles', stylesMarkup(fib, table, fonts));
  writer.relate(MAIN, 'styles', '/word/styles.xml');
  const notes = fib.isEarly ? undefined : belongings(fib, table);
  const signs = signsOf(source, notes, compound);
  const sections = fib.isEarly ? [] : readSections(fib, main, table);
  const bodyEnd = Math.min(fib.counts.body, source.text.length);
  const inner = new Map(sections.slice(0, -1).map(({ end, markup }) => [end, markup]));
  const body = storyMarkup(source, 0, bodyEnd, signs, inner);
  const loose = notes?.boxes.filter(({ mark }) => mark === -1) ?? [];
  const rest = loose.map(({ start, end }) => storyMarkup(source, start, end, noSigns)).join('');
  const last = sections.at(-1)?.markup ?? '';
  writer.add(
    MAIN,
    'wordprocessingml.document.main',
    `<w:document ${SCHEMAS}><w:body>${body}${rest}${last}</w:body></w:document>`,
  );
  if (notes) addNotes(writer, source, notes);
  return writer.finish(MAIN, isCut);
}

type Document = {
  readonly source: WordText;
  readonly isCut: boolean;
  readonly table: LooseBytes;
  readonly fonts: readonly string[];
};

function wordDocument(fib: Fib, main: LooseBytes, compound: CompoundFile): Document {
  const table = streamOf(compound, fib.tableName);
  const pieces = readPieces(fib, table);
  if (pieces.length === 0 && fib.counts.body > 1) throw new Damaged('no text');
  const fonts = fontNames(fib, table);
  const runs = {
    characters: formattedRuns('characters', main, table, fib.stretch('characters')),
    paragraphs: formattedRuns('paragraphs', main, table, fib.stretch('paragraphs')),
  };
  const source = new WordText(textOf(pieces, main, 'windows-1252'), pieces, runs, fonts);
  return { source, isCut: source.text.length >= MAX_CHARACTERS, table, fonts };
}

function earlyDocument(fib: Fib, main: LooseBytes): Document {
  const whole: Piece = {
    character: 0,
    count: Math.max(0, Math.min(fib.text.length, main.length - fib.text.at, MAX_CHARACTERS)),
    at: fib.text.at,
    width: 1,
  };
  const inPieces = fib.isPieced ? readPieces(fib, main) : [];
  const pieces = inPieces.length > 0 ? inPieces : [whole];
  const text = textOf(pieces, main, encodingOfLanguage(fib.language));
  const source = new WordText(text, pieces, { characters: [], paragraphs: [] }, []);
  return { source, isCut: text.length >= MAX_CHARACTERS, table: new LooseBytes(new Uint8Array()), fonts: [] };
}

/** Code pages by the first byte of a language's number (MS-LCID), where they are not those of the West. */
const CODE_PAGES: Readonly<Record<number, number>> = {
  1: 1256,
  2: 1251,
  4: 936,
  5: 1250,
  8: 1253,
  13: 1255,
  14: 1250,
  17: 932,
  18: 949,
  21: 1250,
  24: 1250,
  25: 1251,
  26: 1250,
  27: 1250,
  30: 874,
  31: 1254,
  34: 1251,
  35: 1251,
  36: 1250,
  37: 1257,
  38: 1257,
  39: 1257,
  41: 1256,
};

function encodingOfLanguage(language: number): TextEncoding {
  return encodingOfCodePage(CODE_PAGES[language & 0xff] ?? 1252) ?? 'windows-1252';
}

type Belongings = Readonly<Record<'notes' | 'comments' | 'endnotes' | 'boxes', readonly Belonging[]>> & {
  readonly headers: ReturnType<typeof headersOf>;
};

function belongings(fib: Fib, table: LooseBytes): Belongings {
  const some = <One>(all: readonly One[]) => all.slice(0, MAX_BELONGINGS);
  return {
    notes: some(notesOf(fib, table, 'notes')),
    comments: some(notesOf(fib, table, 'comments')),
    endnotes: some(notesOf(fib, table, 'endnotes')),
    boxes: some(boxesOf(fib, table)),
    headers: some(headersOf(fib, table)),
  };
}

const noSigns: Signs = () => '';

/** What the signs of the body stand for: marks of notes, pictures, boxes of text. */
function signsOf(source: WordText, found: Belongings | undefined, compound: CompoundFile): Signs {
  const marks = new Map<number, string>();
  const mark = (all: readonly Belonging[] | undefined, element: string) => {
    for (const [at, { mark: character }] of (all ?? []).entries())
      marks.set(character, `<w:${element} w:id="${at + 1}"/>`);
  };
  mark(found?.notes, 'footnoteReference');
  mark(found?.endnotes, 'endnoteReference');
  mark(found?.comments, 'commentReference');
  const boxes = new Map((found?.boxes ?? []).map((box) => [box.mark, box]));
  const picture = pictureMarkup(compound);
  return (character, look) => {
    const known = marks.get(character);
    if (known !== undefined) return known;
    const box = boxes.get(character);
    if (!box) return look.picture === undefined ? '' : picture(look.picture);
    const text = storyMarkup(source, box.start, box.end, noSigns);
    const shape = `<v:shape style="position:absolute"><v:textbox><w:txbxContent>${text}</w:txbxContent></v:textbox></v:shape>`;
    return `<w:pict>${shape}</w:pict>`;
  };
}

function addNotes(writer: PackageWriter, source: WordText, found: Belongings): void {
  const parts = [
    ['footnotes', 'footnote', found.notes],
    ['endnotes', 'endnote', found.endnotes],
    ['comments', 'comment', found.comments],
  ] as const;
  for (const [name, element, all] of parts) {
    if (all.length === 0) continue;
    const texts = all.map(
      ({ start, end }, at) =>
        `<w:${element} w:id="${at + 1}">${storyMarkup(source, start, end, noSigns)}</w:${element}>`,
    );
    writer.add(
      `word/${name}.xml`,
      `wordprocessingml.${name}`,
      `<w:${name} ${SCHEMAS}>${texts.join('')}</w:${name}>`,
    );
    writer.relate(MAIN, name, `/word/${name}.xml`);
  }
  for (const name of ['header', 'footer'] as const) {
    const ofKind = found.headers.filter(({ isFooter }) => isFooter === (name === 'footer'));
    const texts = new Map(ofKind.map(({ start, end }) => [source.text.slice(start, end), { start, end }]));
    if (![...texts.keys()].some((text) => text.trim() !== '')) continue;
    const markup = [...texts.values()].map(({ start, end }) => storyMarkup(source, start, end, noSigns));
    const element = name === 'header' ? 'hdr' : 'ftr';
    writer.add(
      `word/${name}1.xml`,
      `wordprocessingml.${name}`,
      `<w:${element} ${SCHEMAS}>${markup.join('')}</w:${element}>`,
    );
    writer.relate(MAIN, name, `/word/${name}1.xml`);
  }
}
