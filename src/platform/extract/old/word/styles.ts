import type { LooseBytes } from '../../encoding/loose-bytes.ts';
import { markupText, SCHEMAS } from '../common/made-package.ts';
import type { Fib } from './fib.ts';
import { paragraphMarkup } from './paragraph-properties.ts';
import { runProperties, styleId } from './run-properties.ts';
import { changesIn } from './sprms.ts';

const MAX_STYLES = 4_000;
const MAX_FONTS = 2_000;
const NO_STYLE = 0xfff;
/** Numbers of styles that Word brings along. */
const NORMAL = 0;
const TITLE = 62;

/** The names of the fonts that runs refer to by their place (MS-DOC 2.9.286 SttbfFfn). */
export function fontNames(fib: Fib, table: LooseBytes): string[] {
  const { at: start, length } = fib.stretch('fonts');
  const end = Math.min(start + length, table.length);
  const names: string[] = [];
  for (let at = start + 4; at + 40 < end && names.length < MAX_FONTS; at += table.u8(at) + 1)
    names.push(table.wide(at + 40, Math.max(0, (table.u8(at) - 39) >> 1)).split('\u0000', 1)[0] ?? '');
  return names;
}

/** Writes a document's styles (MS-DOC 2.9.271 STSH). */
export function stylesMarkup(fib: Fib, table: LooseBytes, fonts: readonly string[]): string {
  const { at: start, length } = fib.stretch('styles');
  const sheet = table.slice(start, length);
  const headSize = sheet.u16(0);
  const count = Math.min(sheet.u16(2), MAX_STYLES);
  const baseSize = sheet.u16(4);
  const standard = fonts[sheet.u16(14)];
  const font =
    standard === undefined
      ? ''
      : `<w:rFonts w:ascii="${markupText(standard)}" w:hAnsi="${markupText(standard)}"/>`;
  const styles: string[] = [];
  let at = 2 + headSize;
  for (let style = 0; style < count && at < sheet.length; style += 1) {
    const size = sheet.u16(at);
    if (size > 0) styles.push(styleMarkup(sheet.slice(at + 2, size), style, baseSize, fonts));
    at += 2 + size + (size % 2);
  }
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>`;
  return `<w:styles ${SCHEMAS}>${defaults}${styles.join('')}</w:styles>`;
}

const KINDS: Readonly<Record<number, string>> = { 1: 'paragraph', 2: 'character' };

/** One style (MS-DOC 2.9.260 STD): what it is called and follows, then its properties. */
function styleMarkup(style: LooseBytes, number: number, baseSize: number, fonts: readonly string[]): string {
  const builtIn = style.u16(0) & 0xfff;
  const kind = KINDS[style.u16(2) & 0xf];
  if (kind === undefined) return '';
  const follows = style.u16(2) >> 4;
  const nameLength = Math.min(style.u16(baseSize), 255);
  const name = style.wide(baseSize + 2, nameLength);
  let at = baseSize + 2 + (nameLength + 1) * 2;
  const lists: LooseBytes[] = [];
  for (let index = 0; index < (kind === 'paragraph' ? 2 : 1); index += 1) {
    const size = style.u16(at);
    lists.push(style.slice(at + 2, size));
    at += 2 + size + (size % 2);
  }
  const ofRuns = lists.at(-1);
  const ofParagraphs = kind === 'paragraph' ? lists[0] : undefined;
  const run = ofRuns ? runProperties(changesIn(ofRuns), fonts).markup : '';
  const paragraph = ofParagraphs
    ? paragraphMarkup(changesIn(ofParagraphs.slice(2, ofParagraphs.length)))
    : '';
  const isDefault = kind === 'paragraph' && builtIn === NORMAL ? ' w:default="1"' : '';
  return (
    `<w:style w:type="${kind}"${isDefault} w:styleId="${styleId(number)}">` +
    `<w:name w:val="${markupText(nameOf(builtIn, name))}"/>` +
    (follows === NO_STYLE ? '' : `<w:basedOn w:val="${styleId(follows)}"/>`) +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

/** Word's own styles are called as their authors' languages have it; by their numbers they are the same everywhere. */
function nameOf(builtIn: number, name: string): string {
  if (builtIn === TITLE) return 'Title';
  if (builtIn >= 1 && builtIn <= 9) return `heading ${builtIn}`;
  return name.split(',', 1)[0] ?? '';
}
