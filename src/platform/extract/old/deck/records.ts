import type { LooseBytes } from '../../encoding/loose-bytes.ts';

/** A record of a presentation or of a drawing in it (MS-PPT 2.3.1, MS-ODRAW 2.2.1): a container of others, or values. */
export type DeckRecord = {
  readonly type: number;
  readonly instance: number;
  readonly isContainer: boolean;
  readonly body: LooseBytes;
};

/** Types of records, of MS-PPT 2.13.24 and MS-ODRAW 2.2. */
export const RECORD = {
  document: 0x03e8,
  documentFacts: 0x03e9,
  slide: 0x03ee,
  slideFacts: 0x03ef,
  notes: 0x03f0,
  listed: 0x03f3,
  master: 0x03f8,
  showFacts: 0x03f9,
  drawingGroup: 0x040b,
  drawing: 0x040c,
  colors: 0x07f0,
  list: 0x0ff0,
  edit: 0x0ff5,
  placeholder: 0x0bc3,
  outlineText: 0x0f9e,
  textKind: 0x0f9f,
  wideText: 0x0fa0,
  textLook: 0x0fa1,
  masterLook: 0x0fa3,
  narrowText: 0x0fa8,
  words: 0x0fba,
  tags: 0x1388,
  tag: 0x138a,
  tagData: 0x138b,
  directory: 0x1772,
  comment: 0x2ee0,
  pictures: 0xf001,
  ofDrawing: 0xf002,
  group: 0xf003,
  shape: 0xf004,
  picture: 0xf007,
  groupSpace: 0xf009,
  shapeFacts: 0xf00a,
  properties: 0xf00b,
  textBox: 0xf00d,
  childPlace: 0xf00f,
  place: 0xf010,
  ofProgram: 0xf011,
} as const;

const HEADER = 8;
const MOST = 200_000;

/** The record that begins at a byte; undefined where there is none. */
export function recordAt(bytes: LooseBytes, at: number): DeckRecord | undefined {
  if (at < 0 || at + HEADER > bytes.length) return undefined;
  const start = bytes.u16(at);
  return {
    type: bytes.u16(at + 2),
    instance: start >> 4,
    isContainer: (start & 0xf) === 0xf,
    body: bytes.slice(at + HEADER, bytes.u32(at + 4)),
  };
}

/** The records that bytes consist of, one after another. */
export function recordsIn(bytes: LooseBytes): DeckRecord[] {
  const found: DeckRecord[] = [];
  for (let at = 0; found.length < MOST; ) {
    const record = recordAt(bytes, at);
    if (!record) return found;
    found.push(record);
    at += HEADER + bytes.u32(at + 4);
  }
  return found;
}

/** The records of a type within others, one after another down: a list's entries, a picture's facts. */
export function within(record: DeckRecord | undefined, ...types: readonly number[]): DeckRecord[] {
  let found = record ? [record] : [];
  for (const type of types)
    found = found.flatMap(({ body }) => recordsIn(body).filter((one) => one.type === type));
  return found;
}
