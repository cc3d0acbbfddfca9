import type { LooseBytes } from '../../encoding/loose-bytes.ts';

/** Where a stretch of a stream lies, in bytes. */
export type Stretch = { readonly at: number; readonly length: number };

/** The stretches of the table stream by their place in the list of them (MS-DOC 2.5.6 FibRgFcLcb97). */
const STRETCH = {
  styles: 1,
  noteMarks: 2,
  noteTexts: 3,
  commentMarks: 4,
  commentTexts: 5,
  sections: 6,
  headers: 11,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteMarks: 46,
  endnoteTexts: 47,
  boxes: 56,
} as const;

/** Word's documents, one after another in the same text: the body, then what belongs to it (MS-DOC 2.5.4). */
type Counts = {
  readonly body: number;
  readonly notes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
};

/** The first bytes of a document: what lies where (MS-DOC 2.5 Fib). */
export type Fib = {
  /** Word 6 and 95: all text is of one byte a letter, or two in Asia. */
  readonly isEarly: boolean;
  readonly isLocked: boolean;
  readonly tableName: '0Table' | '1Table';
  readonly language: number;
  readonly counts: Counts;
  /** Where an early document's text lies. */
  readonly text: Stretch;
  /** An early document was saved in pieces. */
  readonly isPieced: boolean;
  stretch(of: keyof typeof STRETCH): Stretch;
};

const MAGIC = new Set([0xa5ec, 0xa5dc]);
/** The first version whose file is as today's (Word 97). */
const WORD_97 = 193;

/** Reads it; undefined where this is no document. */
export function readFib(main: LooseBytes): Fib | undefined {
  if (!MAGIC.has(main.u16(0))) return undefined;
  const flags = main.u16(10);
  // Bodies of Word 97 that say that they are of 95 are never written; versions between the two are of tries in Asia.
  const isEarly = main.u16(2) < WORD_97 - 2;
  const shared = {
    isEarly,
    isLocked: (flags & 0x0100) !== 0,
    isPieced: (flags & 0x0004) !== 0,
    tableName: (flags & 0x0200) !== 0 ? ('1Table' as const) : ('0Table' as const),
    language: main.u16(6),
    text: { at: main.u32(24), length: Math.max(0, main.u32(28) - main.u32(24)) },
  };
  const firstCount = isEarly ? 0x34 : 0x4c;
  const count = (at: number) => Math.max(0, main.i32(firstCount + at * 4));
  const counts = {
    body: count(0),
    notes: count(1),
    headers: count(2),
    comments: count(4),
    endnotes: count(5),
    boxes: count(6),
  };
  const list = 154;
  return {
    ...shared,
    counts,
    stretch: (of) => {
      // Word 6 and 95 have the pieces at a place of their own, and nothing else is read of them.
      const at = isEarly ? 0x160 : list + STRETCH[of] * 8;
      return { at: main.u32(at), length: main.u32(at + 4) };
    },
  };
}
