import type { Breathe } from '../../base/breathe.ts';
import type { PageText } from '../../ports/extractor.ts';
import { FEWEST_SHINGLES, shinglesOf } from './shingles.ts';

/** What a page is compared by: its words; of a document that has none, what its first page looks like. */
export type PagePrint = {
  /** 1-based. */
  readonly page: number;
  /** Ascending; empty where it is told by its picture. */
  readonly shingles: Uint32Array;
  /** What its picture looks like, in 64 bits. */
  readonly picture?: bigint;
};

/** Characters of text that are looked at before other work gets its turn. */
const READ_AT_ONCE = 50_000;
/** More pages of a document are not compared. */
const MOST_PRINTED = 2000;
/** Lines that stand on more than this share of a document's pages are its running heads and feet, and say nothing of a page. */
const RUNNING_SHARE = 0.5;
/** From so many pages on a document can have running lines. */
const RUNNING_FROM = 3;
/** A line of more characters is a sentence and no running head. */
const LONGEST_RUNNING = 120;

/** The prints of a document's pages that have enough words to be told by them. */
export async function printsOf(pages: readonly PageText[], breathe: Breathe): Promise<PagePrint[]> {
  const printed = pages.slice(0, MOST_PRINTED).map(seenText);
  const running = runningLines(printed);
  const prints: PagePrint[] = [];
  let read = 0;
  for (const [at, text] of printed.entries()) {
    const shingles = shinglesOf(running.size === 0 ? text : withoutLines(text, running));
    if (shingles.length >= FEWEST_SHINGLES) prints.push({ page: at + 1, shingles });
    read += text.length;
    if (read < READ_AT_ONCE) continue;
    await breathe();
    read = 0;
  }
  return prints;
}

/** The print of a document that is a picture. */
export function printOfPicture(picture: bigint): PagePrint {
  return { page: 1, shingles: new Uint32Array(), picture };
}

/** What is seen of a page and is its own: no notes, nothing that masters print. */
function seenText({ text, notesAt, asideAt }: PageText): string {
  return text.slice(0, Math.min(notesAt ?? text.length, asideAt ?? text.length));
}

/** The lines that most pages have, whatever numbers stand in them. */
function runningLines(texts: readonly string[]): ReadonlySet<string> {
  if (texts.length < RUNNING_FROM) return new Set();
  const pagesWith = new Map<string, number>();
  for (const text of texts) {
    for (const line of new Set(text.split('\n').map(lineKey)))
      if (line !== '') pagesWith.set(line, (pagesWith.get(line) ?? 0) + 1);
  }
  const many = texts.length * RUNNING_SHARE;
  return new Set([...pagesWith].filter(([, pages]) => pages > many).map(([line]) => line));
}

function withoutLines(text: string, lines: ReadonlySet<string>): string {
  return text
    .split('\n')
    .filter((line) => !lines.has(lineKey(line)))
    .join('\n');
}

/** What a line is told by: empty for one that is no running head. */
function lineKey(line: string): string {
  const plain = line.trim();
  return plain.length > LONGEST_RUNNING ? '' : plain.replace(/\d+/gu, '#');
}
