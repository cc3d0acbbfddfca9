import { LooseBytes } from '../../encoding/loose-bytes.ts';

/**
 * Records of a workbook of before 2007 that say what its cells hold and how that is shown (MS-XLS 2.3.2): the workbook's and sheets' beginnings and ends, sheets,
 * strings, formats, rows, columns, cells of all kinds, comments.
 */
const OF_CELLS: ReadonlySet<number> = new Set([
  ...[0x0809, 0x000a, 0x0085, 0x00fc, 0x003c, 0x0022, 0x0042, 0x0031, 0x041e, 0x001e, 0x00e0],
  ...[
    0x00e5, 0x01b6, 0x005d, 0x00d6, 0x04bc, 0x0221, 0x0099, 0x0055, 0x0017, 0x01ae, 0x0018, 0x0023, 0x0208,
    0x007d, 0x00fd, 0x0204, 0x0203, 0x027e, 0x00bd, 0x0205, 0x0006, 0x0207, 0x001c,
  ],
]);
/** A record that no reader looks into (MS-XLS 2.4.196 ObNoMacros). */
const NOTHING = 0x01bd;

/** The same workbook with every other record made one of nothing, where it stands: what is broken in them breaks nothing. */
export function cellRecordsOnly(bytes: Uint8Array): Uint8Array {
  const kept = Uint8Array.from(bytes);
  const loose = new LooseBytes(kept);
  for (let at = 0; at + 4 <= kept.length; at += 4 + loose.u16(at + 2)) {
    if (OF_CELLS.has(loose.u16(at))) continue;
    kept[at] = NOTHING & 0xff;
    kept[at + 1] = NOTHING >> 8;
  }
  return kept;
}
