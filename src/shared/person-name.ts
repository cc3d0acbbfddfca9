/**
 * Names of people, devices and hubs as they may be shown: nothing in them that can't be seen, or that turns the words around it. Names come from
 * other people's devices, and decide whom one believes. Ranges are written out: properties of a runtime's Unicode change from version to version, and
 * every replica has to see the same name.
 */

type Ranges = readonly (readonly [first: number, last: number])[];

/** Controls, bidirectional and other formats, blank fillers, private characters and tags, halves of surrogate pairs. */
const UNSEEN: Ranges = [
  [0x0, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xf8ff],
  [0xfe00, 0xfe0e],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0x10ffff],
];
const SPACES: Ranges = [
  [0x9, 0xd],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
/** The zero-width joiner and non-joiner are seen only behind letters of Arabic and Indic scripts and in emoji. */
const JOINERS: Ranges = [[0x200c, 0x200d]];
const JOINED: Ranges = [
  [0x600, 0xdff],
  [0x2600, 0x27bf],
  [0xfe0f, 0xfe0f],
  [0x1f000, 0x1faff],
];

/** A name without what can't be seen, with single spaces; may be empty. */
export function cleanName(name: string): string {
  let shown = '';
  let before = 0;
  for (const character of name) {
    const point = character.codePointAt(0) ?? 0;
    if (isIn(point, SPACES)) {
      if (before !== 0x20) shown += ' ';
      before = 0x20;
    } else if (!isIn(point, UNSEEN) && (!isIn(point, JOINERS) || isIn(before, JOINED))) {
      shown += character;
      before = point;
    }
  }
  return shown.trim().normalize('NFC');
}

function isIn(point: number, ranges: Ranges): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last);
}
