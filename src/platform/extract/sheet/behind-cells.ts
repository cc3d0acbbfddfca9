import { charactersOf } from '../encoding/bytes.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { readXmlPieces, type XmlNode } from '../package/xml.ts';
import { DamagedZip } from '../package/zip.ts';

/** Characters behind the cells that are looked at. */
const MAX_BEHIND = 2_000_000;
const END = /<\/(?:\w{1,20}:)?sheetData\s*>|<(?:\w{1,20}:)?sheetData\s*\/>/;
/** Characters in which the cells' end may stand across two pieces. */
const OVERLAP = 64;
const FIRST_RULE = /<(?:\w{1,20}:)?conditionalFormatting\s/;
const LAST_RULE = 'conditionalFormatting>';

/** The rules by which a sheet's cells look as their values are: its file has them behind the cells, where they are found without reading those as XML. */
export function rulesBehind(office: OfficePackage, part: string): readonly XmlNode[] {
  const text = textBehind(office, part);
  const [from, last] = [text.search(FIRST_RULE), text.lastIndexOf(LAST_RULE)];
  if (from < 0 || last < from) return [];
  const rules = Buffer.from(text.slice(from, last + LAST_RULE.length), 'latin1').toString('utf8');
  return readXmlPieces(rules).filter(({ name }) => name === 'conditionalFormatting');
}

function textBehind(office: OfficePackage, part: string): string {
  const entry = office.zip.find(part);
  let behind: string | undefined;
  let before = '';
  try {
    if (entry)
      office.zip.stream(entry, (chunk) => {
        const text = charactersOf(chunk);
        if (behind !== undefined) behind += text;
        else {
          const near = before + text;
          const end = END.exec(near);
          before = near.slice(-OVERLAP);
          if (end !== null) behind = near.slice(end.index + end[0].length);
        }
        return (behind?.length ?? 0) < MAX_BEHIND;
      });
  } catch (error) {
    // What does not unpack to its end has said what it could.
    if (!(error instanceof DamagedZip)) throw error;
  }
  return (behind ?? '').slice(0, MAX_BEHIND);
}
