import type { LooseBytes } from '../../encoding/loose-bytes.ts';

/** A change of properties (MS-DOC 2.2.5.1 Sprm): what, and where its value stands. */
export type Change = { readonly code: number; readonly value: LooseBytes };

/** Bytes of a value by the three highest bits of the change; -1: its first byte says. */
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3] as const;
const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;
/** More changes than any run, paragraph or section has. */
const MOST = 500;

/** The changes in a list of them, as many as can be told apart. */
export function changesIn(list: LooseBytes): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at + 2 < list.length && changes.length < MOST; ) {
    const code = list.u16(at);
    at += 2;
    let size: number = SIZES[code >> 13] ?? 1;
    if (code === DEFINE_TABLE) {
      size = Math.max(0, list.u16(at) - 1);
      at += 2;
    } else if (code === CHANGE_TABS && list.u8(at) === 255) {
      // Its length does not fit a byte: it follows from how many tabs are taken away and added.
      const taken = list.u8(at + 1);
      size = 1 + taken * 4 + 1 + list.u8(at + 2 + taken * 4) * 3;
      at += 1;
    } else if (size < 0) {
      size = list.u8(at);
      at += 1;
    }
    changes.push({ code, value: list.slice(at, size) });
    at += size;
  }
  return changes;
}
