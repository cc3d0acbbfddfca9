import { type DeckRecord, RECORD } from './records.ts';

/** A shape's properties by their numbers (MS-ODRAW 2.3): numbers, and texts of those that have some. */
export type ShapeProperties = {
  readonly numbers: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<number, string>;
};

/** Numbers of properties. */
export const PROPERTY = {
  picture: 0x0104,
  wordArt: 0x00c0,
  fillKind: 0x0180,
  fillColor: 0x0181,
  fillFlags: 0x01bf,
  lineColor: 0x01c0,
  lineWidth: 0x01cb,
  lineFlags: 0x01ff,
  description: 0x0381,
  groupFlags: 0x03bf,
} as const;

const ENTRY = 6;
const COMPLEX = 0x8000;
const LONGEST_TEXT = 4_000;

/** Reads the properties of a shape: a list of numbers, then what did not fit into them (MS-ODRAW 2.2.7). */
export function shapeProperties(records: readonly DeckRecord[]): ShapeProperties {
  const numbers = new Map<number, number>();
  const texts = new Map<number, string>();
  for (const { body, instance } of records.filter(({ type }) => type === RECORD.properties)) {
    const count = Math.min(instance, Math.floor(body.length / ENTRY));
    let place = count * ENTRY;
    for (let at = 0; at < count; at += 1) {
      const id = body.u16(at * ENTRY);
      const value = body.u32(at * ENTRY + 2);
      const property = id & 0x3fff;
      numbers.set(property, value);
      if ((id & COMPLEX) === 0) continue;
      if (property === PROPERTY.wordArt || property === PROPERTY.description) {
        const text = body.wide(place, Math.min(value >>> 1, LONGEST_TEXT));
        texts.set(property, text.split('\u0000', 1)[0] ?? '');
      }
      place += value;
    }
  }
  return { numbers, texts };
}

/** Whether a flag is set, where it is said at all: its other half says that (MS-ODRAW 2.3.7.43). */
export function flag(properties: ShapeProperties, property: number, bit: number): boolean | undefined {
  const flags = properties.numbers.get(property) ?? 0;
  return (flags & (0x10000 << bit)) === 0 ? undefined : (flags & (1 << bit)) !== 0;
}
