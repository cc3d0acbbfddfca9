import { endingOf } from '../../../shared/file-ending.ts';
import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import { OLD_DECK, OLD_SHEETS, OLD_WORD } from '../../../shared/vocabulary/old-formats.ts';
import type { RandomAccessFile } from '../encoding/bytes.ts';
import { CompoundFile } from '../package/compound-file.ts';

/** What an OLE compound file holds, by the names of its streams. */
type OleContent =
  | { readonly content: 'encrypted'; readonly kind: DocumentKind; readonly mediaType: string }
  | { readonly content: 'old-format'; readonly mediaType: string; readonly compound: CompoundFile }
  | { readonly content: 'installer' };

/** The media type of Outlook's messages. */
export const OUTLOOK = 'application/vnd.ms-outlook';
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Looks at a compound file's directory, in which case does not matter (MS-CFB 2.6.4); one that can't be walked names no streams. */
export function recogniseOle(file: RandomAccessFile, name: string): OleContent {
  const ending = endingOf(name);
  const compound = new CompoundFile(file);
  const streams = new Set(compound.root.children.map(({ name }) => name.toLowerCase()));
  if (streams.has('encryptedpackage')) return { content: 'encrypted', ...encryptedKind(ending) };
  if (ending === 'msi' || ending === 'msp') return { content: 'installer' };
  return { content: 'old-format', mediaType: oldMediaType(streams, ending), compound };
}

function encryptedKind(ending: string): { kind: DocumentKind; mediaType: string } {
  if (/^(docx|docm|dotx)$/.test(ending))
    return { kind: 'docx', mediaType: `${OOXML}.wordprocessingml.document` };
  if (/^(pptx|pptm|ppsx|potx)$/.test(ending)) {
    return { kind: 'pptx', mediaType: `${OOXML}.presentationml.presentation` };
  }
  if (/^(xlsx|xlsm|xltx)$/.test(ending)) return { kind: 'xlsx', mediaType: `${OOXML}.spreadsheetml.sheet` };
  return { kind: 'other', mediaType: 'application/x-ole-storage' };
}

function oldMediaType(streams: ReadonlySet<string>, ending: string): string {
  if (streams.has('worddocument')) return OLD_WORD;
  if (streams.has('powerpoint document')) return OLD_DECK;
  if (streams.has('workbook') || streams.has('book')) return OLD_SHEETS;
  if (streams.has('__properties_version1.0') || ending === 'msg') return OUTLOOK;
  return 'application/x-ole-storage';
}
