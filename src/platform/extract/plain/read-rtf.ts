import type { Level } from '../../../shared/raised.ts';
import type { Reading } from '../reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { marks, withMarks } from '../text/run-marks.ts';
import { titleOfMetadata } from '../text/title.ts';
import { plainReading } from './read-plain.ts';

/** Groups whose content is no text of the document. */
const DESTINATIONS =
  /^(fonttbl|colortbl|stylesheet|listtable|listoverridetable|revtbl|rsidtbl|generator|pict|object|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|fldinst|bkmkstart|bkmkend|filetbl|info|mmathPr|pgdsctbl|nonshppict|objdata)$/;
const MAX_RTF_CHARACTERS = 60_000_000;

/** What of an RTF group says how its text is to be read. */
type Group = {
  readonly skip: boolean;
  readonly inTitle: boolean;
  readonly unicodeSkip: number;
  readonly level?: Level | undefined;
  readonly struck?: boolean;
  readonly hidden?: boolean;
};
const OUTSIDE: Group = { skip: false, inTitle: false, unicodeSkip: 1 };

/** An RTF's text, and what its author hid; pages are parted by form feeds in both. */
export type RtfText = {
  readonly text: string;
  readonly hiddenText: string;
  readonly title: string | undefined;
};

/** Decodes the text of an RTF file (specification 1.9.1): control words dropped, code page and Unicode escapes read. */
export function rtfText(source: string): RtfText {
  const out: string[] = [];
  const hidden: string[] = [];
  const title: string[] = [];
  const stack: Group[] = [];
  let group = OUTSIDE;
  let toSkip = 0;
  const decoder = new TextDecoder(codePage(source));
  const emit = (text: string) => {
    if (group.inTitle) title.push(text);
    else if (!group.skip) {
      const pages = text === '\f';
      if (pages || !group.hidden) out.push(withMarks(text, marks(group.level, group.struck === true)));
      if (pages || group.hidden) hidden.push(text);
    }
  };
  const token =
    /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z0-9\s])|\\(\r?\n)|([{}])|\r?\n|([^\\{}\r\n]+)|\\/gi;
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0) emit(decoder.decode(Uint8Array.from(bytes)));
    bytes = [];
  };
  for (const match of source.slice(0, MAX_RTF_CHARACTERS).matchAll(token)) {
    const [, word, parameter, hex, symbol, newline, brace, plain] = match;
    if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1;
      else bytes.push(Number.parseInt(hex, 16));
      continue;
    }
    flush();
    if (brace === '{') stack.push({ ...group });
    else if (brace === '}') {
      group = stack.pop() ?? OUTSIDE;
      toSkip = 0;
    } else if (word !== undefined) {
      if (word === 'u' && parameter !== undefined) {
        emit(String.fromCharCode(Number(parameter) & 0xffff));
        toSkip = group.unicodeSkip;
      } else if (word === 'uc')
        group = { ...group, unicodeSkip: Math.max(0, Math.min(8, Number(parameter ?? 1))) };
      else if (word === 'title') group = { ...group, inTitle: true };
      else if (DESTINATIONS.test(word)) group = { ...group, skip: true };
      else if (LOOKS.test(word)) group = { ...group, ...lookOf(word, parameter) };
      else emit(controlText(word));
    } else if (symbol === '*') group = { ...group, skip: true };
    else if (symbol !== undefined)
      emit(symbol === '~' ? ' ' : symbol === '-' ? '' : symbol === '_' ? '-' : symbol);
    else if (newline !== undefined) emit('\n');
    else if (plain !== undefined) {
      const dropped = Math.min(toSkip, plain.length);
      toSkip -= dropped;
      emit(plain.slice(dropped));
    }
  }
  flush();
  return {
    text: out.join(''),
    hiddenText: hidden.join(''),
    title: title.length > 0 ? title.join('') : undefined,
  };
}

const LOOKS = /^(plain|super|sub|nosupersub|up|dn|strike|striked|v)$/;

/** What a control word says of the text after it. */
function lookOf(word: string, parameter: string | undefined): Partial<Group> {
  const isOn = parameter !== '0';
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
      return { level: undefined, struck: false, hidden: false };
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

function codePage(source: string): string {
  const page = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 2_000))?.[1] ?? '1252';
  const names: Readonly<Record<string, string>> = {
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    10000: 'macintosh',
  };
  const label = names[page] ?? (/^(874|125[0-8])$/.test(page) ? `windows-${page}` : 'windows-1252');
  return label;
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
