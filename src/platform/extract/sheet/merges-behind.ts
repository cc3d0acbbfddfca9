import { charactersOf } from '../encoding/bytes.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { DamagedZip } from '../package/zip.ts';

/** Characters of a list of areas that are read: some 100,000 areas. */
const MAX_LIST = 4_000_000;
const LIST = /<(?:\w{1,20}:)?mergeCells[\s>]/;
const AREA = /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,60}?\bref\s*=\s*["']([A-Z0-9:]{3,30})["']/g;
/** Characters in which the list's beginning may stand across two pieces. */
const OVERLAP = 64;

/** The areas of several cells of a sheet whose cells were not read to their end: its file has them behind those, where they are found without reading it as XML. */
export function mergesBehind(office: OfficePackage, part: string): string[] {
  const entry = office.zip.find(part);
  let list: string | undefined;
  let before = '';
  try {
    if (entry)
      office.zip.stream(entry, (chunk) => {
        const text = charactersOf(chunk);
        if (list === undefined) {
          const near = before + text;
          const at = near.search(LIST);
          before = text.slice(-OVERLAP);
          if (at >= 0) list = near.slice(at);
        } else list += text;
        return (
          list === undefined ||
          (list.length < MAX_LIST && !list.includes('mergeCells>', list.length - text.length - OVERLAP))
        );
      });
  } catch (error) {
    // What does not unpack to its end has said what it could.
    if (!(error instanceof DamagedZip)) throw error;
  }
  return [...(list ?? '').slice(0, MAX_LIST).matchAll(AREA)].map(([, area = '']) => area);
}
