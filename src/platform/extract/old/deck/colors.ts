import { type DeckRecord, RECORD, within } from './records.ts';

/** Eight colors: background, text, shadow, title, fills and accents (MS-PPT 2.4.17). */
export type Scheme = readonly string[];

const USUAL: Scheme = ['FFFFFF', '000000', '808080', '000000', 'BBE0E3', '333399', '009999', '99CC00'];
export const SCHEME = { background: 0, text: 1, title: 3, fill: 4 } as const;

/** A slide's or master's colors. */
export function schemeOf(record: DeckRecord | undefined): Scheme | undefined {
  const atom = within(record, RECORD.colors).find(({ instance }) => instance === 1);
  if (!atom || atom.body.length < 32) return undefined;
  return USUAL.map((_, at) => hex(atom.body.u32(at * 4)));
}

/** The scheme that nobody changed. */
export const usualScheme = USUAL;

/** A color of text: red lowest, then its kind in the highest byte: a place in the scheme, or itself (MS-PPT 2.12.2). */
export function textColor(color: number, scheme: Scheme): string | undefined {
  const kind = color >>> 24;
  if (kind === 0xfe) return hex(color);
  return kind < 8 ? scheme[kind] : undefined;
}

/** A color of a shape (MS-ODRAW 2.2.2 OfficeArtCOLORREF). */
export function shapeColor(color: number, scheme: Scheme): string | undefined {
  const kind = color >>> 24;
  if ((kind & 0x08) !== 0) return scheme[color & 0xff];
  return kind === 0 ? hex(color) : undefined;
}

function hex(color: number): string {
  const parts = [color & 0xff, (color >>> 8) & 0xff, (color >>> 16) & 0xff];
  return parts
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
