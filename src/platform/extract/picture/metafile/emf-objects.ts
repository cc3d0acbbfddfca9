import { decodeText } from '../../encoding/decode.ts';
import { brushOf, type Font, type GdiObject, penOf } from './gdi-state.ts';
import type { Records } from './records.ts';

const BOLD_FROM = 600;
const PATTERN = '#bfbfbf';

/** The object that a record makes: pens, brushes, fonts; undefined for records that make none. */
export function emfObject(record: Records): GdiObject | undefined {
  switch (record.type) {
    case 38:
      return penOf(record.u32(12), record.i32(16), record.u32(24));
    case 39:
      return brushOf(record.u32(12), record.u32(16));
    case 82:
      return fontOf(record);
    case 93:
    case 94:
      // Patterns are drawn as what they look like from afar.
      return { object: 'brush', color: PATTERN };
    case 95:
      return penOf(record.u32(28), record.u32(32), record.u32(40));
    case 49:
    case 99:
      return { object: 'other' };
    default:
      return undefined;
  }
}

function fontOf(record: Records): Font {
  const from = 12;
  const name = record.bytes.subarray(from + 28, from + 28 + 64);
  const family = decodeText(name, 'utf-16le').split('\0')[0] ?? '';
  return {
    object: 'font',
    height: record.i32(from),
    turn: record.i32(from + 8),
    bold: record.i32(from + 16) >= BOLD_FROM,
    italic: record.bytes[from + 20] === 1,
    charset: record.bytes[from + 23] ?? 0,
    family,
  };
}
