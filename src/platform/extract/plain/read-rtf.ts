import type { Level } from '../../../shared/raised.ts';
import { decodeText } from '../encoding/decode.ts';
import { encodingOfCodePage, type TextEncoding } from '../encoding/encodings.ts';
import { encodingOfCharset } from '../encoding/font-charsets.ts';
import type { Reading } from '../reading/reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { marks, withMarks } from '../text/run-marks.ts';
import { titleOfMetadata } from '../text/title.ts';
import { plainReading } from './read-plain.ts';

/** Groups whose content is no text of the document. */
const DESTINATIONS =
  /^(colortbl|stylesheet|listtable|listoverridetable|revtbl|rsidtbl|generator|pict|object|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|fldinst|bkmkstart|bkmkend|filetbl|info|mmathPr|pgdsctbl|nonshppict|objdata)$/;
const MAX_RTF_CHARACTERS = 60_000_000;

/** What of an RTF group says how its text is to be read. */
type Group = {
  readonly skip: boolean;
  readonly inTitle: boolean;
  /** The same text follows in Unicode (`\\upr`). */
  readonly saidAgain?: boolean;
  readonly inFonts: boolean;
  readonly unicodeSkip: number;
  /** The font in force; in the table of fonts, the one that is described. */
  readonly font: number | undefined;
  readonly level?: Level | undefined;
  readonly struck?: boolean;
  readonly hidden?: boolean;
};
const NO_GROUP: Group = {
  skip: false,
  inTitle: false,
  inFonts: false,
  unicodeSkip: 1,
  font: undefined,
};
const TOKEN =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z0-9\s])|\\(\r?\n)|([{}])|\r?\n|([^\\{}\r\n]+)|\\/gi;

/** An RTF's text, and what its author hid; pages are parted by form feeds in both. */
type RtfText = {
  readonly text: string;
  readonly hiddenText: string;
  readonly title: string | undefined;
};

/**
 * Decodes the text of an RTF file (specification 1.9.1), given with a character a byte: control words dropped, Unicode escapes read, bytes
 * in the code page of the font that they are set in, else in the document's.
 */
export function rtfText(source: string): RtfText {
  const reader = new RtfReader();
  let begins = false;
  for (const match of source.slice(0, MAX_RTF_CHARACTERS).matchAll(TOKEN)) {
    const [, word, parameter, hex, symbol, newline, brace, plain] = match;
    if (hex !== undefined) reader.byte(Number.parseInt(hex, 16));
    else if (plain !== undefined) reader.plain(plain);
    else if (brace !== undefined) reader.brace(brace);
    else if (word !== undefined) reader.word(word, parameter === undefined ? undefined : Number(parameter));
    else if (symbol !== undefined) reader.symbol(symbol, begins);
    else if (newline !== undefined) reader.sign('\n');
    begins = brace === '{' || (begins && /^\r?\n$/.test(match[0]));
  }
  return reader.result();
}

class RtfReader {
  readonly #out: string[] = [];
  readonly #hidden: string[] = [];
  readonly #title: string[] = [];
  readonly #stack: Group[] = [];
  readonly #fonts = new Map<number, TextEncoding>();
  #group = NO_GROUP;
  #toSkip = 0;
  #bytes: number[] = [];
  #page: TextEncoding = 'windows-1252';
  #defaultFont: number | undefined;

  /** A byte of text: half of a character, perhaps, the other half of which may stand in plain letters. */
  byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#bytes.push(byte);
  }

  plain(text: string): void {
    const dropped = Math.min(this.#toSkip, text.length);
    this.#toSkip -= dropped;
    for (let at = dropped; at < text.length; at += 1) this.#bytes.push(text.charCodeAt(at) & 0xff);
  }

  brace(brace: string): void {
    this.#flush();
    if (brace === '{') {
      this.#stack.push(this.#group);
      return;
    }
    this.#group = this.#stack.pop() ?? NO_GROUP;
    this.#toSkip = 0;
  }

  /** `begins`: it is the first of its group, where a star says that the group may be passed over; elsewhere it says nothing. */
  symbol(symbol: string, begins: boolean): void {
    if (symbol === '*') {
      this.#flush();
      if (begins) this.#group = { ...this.#group, skip: true };
    } else this.sign(symbol === '~' ? ' ' : symbol === '-' ? '' : symbol === '_' ? '-' : symbol);
  }

  sign(text: string): void {
    this.#flush();
    this.#emit(text);
  }

  word(word: string, parameter: number | undefined): void {
    this.#flush();
    const group = this.#group;
    if (word === 'u' && parameter !== undefined) {
      this.#emit(String.fromCharCode(parameter & 0xffff));
      this.#toSkip = group.unicodeSkip;
    } else if (word === 'uc')
      this.#group = { ...group, unicodeSkip: Math.max(0, Math.min(8, parameter ?? 1)) };
    else if (word === 'upr') this.#group = { ...group, saidAgain: true };
    else if (word === 'ud')
      this.#group = { ...group, saidAgain: false, skip: this.#stack.at(-1)?.skip ?? false };
    else if (word === 'title') this.#group = { ...group, inTitle: true };
    else if (word === 'fonttbl') this.#group = { ...group, skip: true, inFonts: true };
    else if (DESTINATIONS.test(word)) this.#group = { ...group, skip: true };
    else if (LOOKS.test(word)) this.#group = { ...group, ...lookOf(word, parameter) };
    else if (!this.#setEncoding(word, parameter)) this.#emit(controlText(word));
  }

  result(): RtfText {
    this.#flush();
    const title = this.#title.length > 0 ? this.#title.join('') : undefined;
    return { text: this.#out.join(''), hiddenText: this.#hidden.join(''), title };
  }

  /** Words that say what bytes mean. */
  #setEncoding(word: string, parameter: number | undefined): boolean {
    if (parameter === undefined) return false;
    const { font, inFonts } = this.#group;
    if (word === 'ansicpg') this.#page = encodingOfCodePage(parameter) ?? this.#page;
    else if (word === 'deff') this.#defaultFont = parameter;
    else if (word === 'f') this.#group = { ...this.#group, font: parameter };
    else if ((word === 'fcharset' || word === 'cpg') && inFonts && font !== undefined) {
      const encoding = word === 'cpg' ? encodingOfCodePage(parameter) : encodingOfCharset(parameter);
      if (encoding) this.#fonts.set(font, encoding);
    } else return false;
    return true;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const font = this.#group.font ?? this.#defaultFont;
    const encoding = (font === undefined ? undefined : this.#fonts.get(font)) ?? this.#page;
    this.#emit(decodeText(Uint8Array.from(this.#bytes), encoding));
    this.#bytes = [];
  }

  #emit(text: string): void {
    const { inTitle, saidAgain, skip, hidden, level, struck } = this.#group;
    if (saidAgain === true) return;
    if (inTitle) this.#title.push(text);
    else if (!skip) {
      const pages = text === '\f';
      if (pages || hidden !== true) this.#out.push(withMarks(text, marks(level, struck === true)));
      if (pages || hidden === true) this.#hidden.push(text);
    }
  }
}

const LOOKS = /^(plain|super|sub|nosupersub|up|dn|strike|striked|v)$/;

/** What a control word says of the text after it. */
function lookOf(word: string, parameter: number | undefined): Partial<Group> {
  const isOn = parameter !== 0;
  switch (word) {
    case 'super':
    case 'up':
      return { level: isOn ? 'raised' : undefined };
    case 'sub':
    case 'dn':
      return { level: isOn ? 'lowered' : undefined };
    case 'nosupersub':
      return { level: undefined };
    case 'v':
      return { hidden: isOn };
    case 'plain':
      return { level: undefined, struck: false, hidden: false, font: undefined };
    default:
      return { struck: isOn };
  }
}

function controlText(word: string): string {
  if (word === 'par' || word === 'line' || word === 'row' || word === 'sect') return '\n';
  if (word === 'page') return '\f';
  if (word === 'tab' || word === 'cell') return '\t';
  const signs: Readonly<Record<string, string>> = {
    emdash: '—',
    endash: '–',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    emspace: ' ',
    enspace: ' ',
  };
  return signs[word] ?? '';
}

/** Reads RTF; pages where the author broke them. */
export function readRtf(source: string, watch?: PageWatch): Reading {
  const { text, hiddenText, title } = rtfText(source);
  const collector = new PageCollector(watch);
  const hidden = hiddenText.split('\f');
  for (const [at, page] of text.split('\f').entries()) {
    if (`${page}${hidden[at] ?? ''}`.trim() === '') continue;
    collector.add(page);
    collector.add(hidden[at] ?? '', true);
    collector.endPage(String(collector.pages.length + 1));
  }
  return plainReading(collector, source.length > MAX_RTF_CHARACTERS, titleOfMetadata(title));
}
