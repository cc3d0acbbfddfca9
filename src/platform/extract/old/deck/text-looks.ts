import type { LooseBytes } from '../../encoding/loose-bytes.ts';

/** How characters look, as far as it is said. `color`: see {@link deckColor}. */
export type CharacterLook = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly color?: number;
  /** Per cent above the line, below it where negative. */
  readonly raised?: number;
};
/** How paragraphs look, as far as it is said. */
export type ParagraphLook = {
  readonly bullet?: boolean;
  readonly align?: number;
  readonly level?: number;
};
/** So many characters look so. */
type Stretch<Look> = { readonly count: number; readonly look: Look };

const MOST = 100_000;

/** Reads values one after another. */
class Reader {
  at: number;
  readonly bytes: LooseBytes;

  constructor(bytes: LooseBytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isDone(): boolean {
    return this.at >= this.bytes.length;
  }

  u16(): number {
    this.at += 2;
    return this.bytes.u16(this.at - 2);
  }

  u32(): number {
    this.at += 4;
    return this.bytes.u32(this.at - 4);
  }
}

const has = (mask: number, bit: number) => (mask & (1 << bit)) !== 0;

/** A paragraph's look: a mask of what is said, then that (MS-PPT 2.9.20 TextPFException). */
function paragraphLook(reader: Reader): ParagraphLook {
  const mask = reader.u32();
  const flags = (mask & 0xf) === 0 ? 0 : reader.u16();
  for (const bit of [7, 4, 6]) if (has(mask, bit)) reader.at += 2;
  if (has(mask, 5)) reader.at += 4;
  const align = has(mask, 11) ? reader.u16() : undefined;
  for (const bit of [12, 13, 14, 8, 10, 15]) if (has(mask, bit)) reader.at += 2;
  const tabs = has(mask, 20) ? reader.u16() : 0;
  reader.at += tabs * 4;
  if (has(mask, 16)) reader.at += 2;
  if ((mask & 0xe0000) !== 0) reader.at += 2;
  if (has(mask, 21)) reader.at += 2;
  return {
    ...(has(mask, 0) && { bullet: (flags & 1) !== 0 }),
    ...(align !== undefined && { align }),
  };
}

/** Characters' look: the same way (MS-PPT 2.9.13 TextCFException). */
function characterLook(reader: Reader): CharacterLook {
  const mask = reader.u32();
  const style = (mask & 0xffff) === 0 ? 0 : reader.u16();
  for (const bit of [16, 21, 22, 23]) if (has(mask, bit)) reader.at += 2;
  const size = has(mask, 17) ? reader.u16() : undefined;
  const color = has(mask, 18) ? reader.u32() : undefined;
  const raised = has(mask, 19) ? (reader.u16() << 16) >> 16 : undefined;
  return {
    ...(has(mask, 0) && { bold: (style & 1) !== 0 }),
    ...(has(mask, 1) && { italic: (style & 2) !== 0 }),
    ...(has(mask, 2) && { underline: (style & 4) !== 0 }),
    ...(size !== undefined && size > 0 && { size: Math.min(size, 4_000) }),
    ...(color !== undefined && { color }),
    ...(raised !== undefined && { raised }),
  };
}

/** The looks of a text of so many characters (MS-PPT 2.9.44 StyleTextPropAtom). */
export function textLooks(bytes: LooseBytes, length: number) {
  const reader = new Reader(bytes);
  const read = <Look>(look: () => Look): Stretch<Look>[] => {
    const found: Stretch<Look>[] = [];
    // The end of the text counts as a character.
    for (let seen = 0; seen <= length && !reader.isDone && found.length < MOST; ) {
      const count = reader.u32();
      if (count === 0) break;
      found.push({ count, look: look() });
      seen += count;
    }
    return found;
  };
  const paragraphs = read((): ParagraphLook => {
    const level = reader.u16();
    return { ...paragraphLook(reader), level: Math.min(level, 4) };
  });
  return { paragraphs, characters: read(() => characterLook(reader)) };
}

/** What a master says of each level of a kind of text (MS-PPT 2.9.36 TextMasterStyleAtom). */
export function masterLooks(bytes: LooseBytes, kind: number): (CharacterLook & ParagraphLook)[] {
  const reader = new Reader(bytes);
  const count = Math.min(reader.u16(), 5);
  return Array.from({ length: count }, () => {
    if (kind >= 5) reader.at += 2;
    return { ...paragraphLook(reader), ...characterLook(reader) };
  });
}
