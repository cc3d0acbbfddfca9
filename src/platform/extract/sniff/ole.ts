import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import type { RandomAccessFile } from '../encoding/bytes.ts';
import { decodeText } from '../encoding/decode.ts';
import { endingOf } from './name-endings.ts';

/** What an OLE compound file holds, by the names of its streams. */
type OleContent =
  | { readonly content: 'encrypted'; readonly kind: DocumentKind; readonly mediaType: string }
  | { readonly content: 'old-format'; readonly mediaType: string }
  | { readonly content: 'installer' };

const OOXML = 'application/vnd.openxmlformats-officedocument';
const MAX_SECTORS = 64;

/** Looks at a compound file's directory (MS-CFB 2.6); a directory that can't be walked names no streams. */
export function recogniseOle(file: RandomAccessFile, name: string): OleContent {
  const ending = endingOf(name);
  const streams = new Set(readStreamNames(file));
  if (streams.has('EncryptedPackage')) return { content: 'encrypted', ...encryptedKind(ending) };
  if (ending === 'msi' || ending === 'msp') return { content: 'installer' };
  return { content: 'old-format', mediaType: oldMediaType(streams, ending) };
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
  if (streams.has('WordDocument')) return 'application/msword';
  if (streams.has('PowerPoint Document')) return 'application/vnd.ms-powerpoint';
  if (streams.has('Workbook') || streams.has('Book')) return 'application/vnd.ms-excel';
  if (streams.has('__properties_version1.0') || ending === 'msg') return 'application/vnd.ms-outlook';
  return 'application/x-ole-storage';
}

function readStreamNames(file: RandomAccessFile): string[] {
  const header = file.read(0, 512);
  if (header.length < 512) return [];
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const sectorSize = 1 << Math.min(12, view.getUint16(30, true));
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let seen = 0; seen < MAX_SECTORS && sector < 0xfffffff0; seen += 1) {
    const bytes = file.read((sector + 1) * sectorSize, sectorSize);
    names.push(...namesInSector(bytes));
    const next = nextSector(file, view, sector, sectorSize);
    if (next === undefined) break;
    sector = next;
  }
  return names;
}

function namesInSector(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true)) - 2;
    if (length > 0) names.push(decodeText(bytes.subarray(at, at + length), 'utf-16le'));
  }
  return names;
}

/** The chain's next sector; only the 109 table sectors that the header names are looked at. */
function nextSector(
  file: RandomAccessFile,
  header: DataView,
  sector: number,
  sectorSize: number,
): number | undefined {
  const entriesPerSector = sectorSize / 4;
  const table = Math.floor(sector / entriesPerSector);
  if (table >= 109) return undefined;
  const tableSector = header.getUint32(76 + table * 4, true);
  const bytes = file.read((tableSector + 1) * sectorSize + (sector % entriesPerSector) * 4, 4);
  if (bytes.length < 4) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}
