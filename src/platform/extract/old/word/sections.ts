import type { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { Fib } from './fib.ts';
import { plcOf } from './plc.ts';
import { changesIn } from './sprms.ts';

/** A section ends before a character of the body; `markup`: its page as WordprocessingML. */
type Section = { readonly end: number; readonly markup: string };

/** A page as Word has it where nobody said otherwise, in twentieths of a point. */
const USUAL = {
  w: 12_240,
  h: 15_840,
  left: 1_800,
  right: 1_800,
  top: 1_440,
  bottom: 1_440,
  header: 720,
  footer: 720,
  gutter: 0,
};
/** Changes of sections (MS-DOC 2.6.4), by the attribute that says the same. */
const LENGTHS: ReadonlyMap<number, keyof typeof USUAL> = new Map([
  [0xb01f, 'w'],
  [0xb020, 'h'],
  [0xb021, 'left'],
  [0xb022, 'right'],
  [0x9023, 'top'],
  [0x9024, 'bottom'],
  [0xb017, 'header'],
  [0xb018, 'footer'],
  [0xb025, 'gutter'],
]);
const BREAK = 0x3009;
const COLUMNS = 0x500b;
const COLUMN_GAP = 0x900c;
const BREAKS = ['continuous', 'nextColumn', 'nextPage', 'evenPage', 'oddPage'] as const;
const SECTION = 12;

/** Reads the sections of a body, with their pages' sizes (MS-DOC 2.8.26 PlcfSed). */
export function readSections(fib: Fib, main: LooseBytes, table: LooseBytes): Section[] {
  return plcOf(table, fib.stretch('sections'), SECTION).map(({ end, data }) => {
    const place = data.u32(2);
    const list = place === 0xffffffff ? main.slice(0, 0) : main.slice(place + 2, main.u16(place));
    return { end, markup: sectionMarkup(list) };
  });
}

function sectionMarkup(list: LooseBytes): string {
  const sizes = { ...USUAL };
  let kind: (typeof BREAKS)[number] = 'nextPage';
  let [columns, gap] = [1, 720];
  for (const { code, value } of changesIn(list)) {
    const length = LENGTHS.get(code);
    if (length !== undefined) sizes[length] = value.i16(0);
    else if (code === BREAK) kind = BREAKS[value.u8(0)] ?? 'nextPage';
    else if (code === COLUMNS) columns = Math.min(value.u16(0), 44) + 1;
    else if (code === COLUMN_GAP) gap = value.i16(0);
  }
  const { w, h, ...margins } = sizes;
  const sides = Object.entries(margins).map(([side, size]) => `w:${side}="${size}"`);
  return (
    `<w:sectPr><w:type w:val="${kind}"/><w:pgSz w:w="${w}" w:h="${h}"/>` +
    `<w:pgMar ${sides.join(' ')}/>` +
    `<w:cols w:num="${columns}" w:space="${gap}"/></w:sectPr>`
  );
}
