import { createRequire } from 'node:module';
import type SheetJs from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { CompoundFile } from '../../package/compound-file.ts';
import type { OfficePackage } from '../../package/office-package.ts';
import { Damaged, Unreadable } from '../../reading/reading.ts';
import { type ModernDocument, PackageWriter } from '../common/made-package.ts';
import { MAX_STREAM } from '../common/streams.ts';
import { addSummary } from '../common/summary.ts';
import { cellRecordsOnly } from './cell-records.ts';
import { writeWorkbook } from './write-workbook.ts';

let loaded: Pick<typeof SheetJs, 'read'> | undefined;

/** The package with its code pages: loaded when a workbook of its kind comes, as it takes as long as reading a dozen of today's. */
function sheetJs(): Pick<typeof SheetJs, 'read'> {
  loaded ??= createRequire(import.meta.url)('@e965/xlsx') as Pick<typeof SheetJs, 'read'>;
  return loaded;
}

/** Bytes of all parts of a binary workbook that are read, unpacked. */
const MAX_PARTS = 100_000_000;
/** Records of a workbook of before 2007 (MS-XLS 2.3): the workbook's globals begin, a password is needed. */
const RECORD = { begins: 0x0809, locked: 0x002f, ends: 0x000a } as const;
const MAX_GLOBALS = 1_000;

/** Writes a workbook of Excel 5 to 2003 (MS-XLS) as an XLSX. */
export function translateSheets(compound: CompoundFile): ModernDocument {
  const names = ['workbook', 'book'];
  const entry = names
    .map((name) => compound.root.children.find((one) => one.name.toLowerCase() === name))
    .find((one) => one !== undefined);
  const bytes = entry && compound.read(entry, MAX_STREAM);
  // What does not begin as a workbook the package would take for text or a table of some kind.
  if (!bytes || new LooseBytes(bytes).u16(0) !== RECORD.begins) throw new Damaged('no workbook');
  if (isLocked(new LooseBytes(bytes))) throw new Unreadable('encrypted', 1);
  const writer = new PackageWriter();
  addSummary(compound, writer);
  const workbook = workbookOf(bytes) ?? workbookOf(cellRecordsOnly(bytes));
  if (!workbook) throw new Damaged('no workbook');
  return writeWorkbook(workbook, writer);
}

/** Writes a workbook in Excel's binary parts (MS-XLSB) as an XLSX. */
export function translateBinarySheets(office: OfficePackage): ModernDocument {
  const parts: Record<string, Uint8Array> = {};
  let left = MAX_PARTS;
  for (const entry of office.zip.entries) {
    if (entry.size > left) throw new Unreadable('out-of-memory', 1);
    const chunks: Uint8Array[] = [];
    // Whatever a part says of its size, what it takes is counted here.
    office.zip.stream(entry, (chunk) => {
      chunks.push(chunk.slice());
      left -= chunk.length;
      return left > 0;
    });
    parts[entry.name.replaceAll('\\', '/').replace(/^\//, '')] = Buffer.concat(chunks);
  }
  const writer = new PackageWriter();
  const core = office.related('', 'core-properties')[0];
  const properties = core === undefined ? undefined : office.zip.find(core);
  const bytes = properties && office.zip.read(properties, 1_000_000);
  if (bytes) {
    writer.addBytes('docProps/core.xml', bytes);
    writer.relate('', 'core-properties', '/docProps/core.xml');
  }
  const workbook = workbookOf(zipSync(parts, { level: 0 }));
  if (!workbook) throw new Damaged('no workbook');
  return writeWorkbook(workbook, writer);
}

/** Reads a workbook; undefined where the package can't. */
function workbookOf(bytes: Uint8Array): WorkBook | undefined {
  try {
    const options = {
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
    } as const;
    // As an array it never comes back from parts that are not packed.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return sheetJs().read(buffer, { ...options, cellText: false, type: 'buffer' });
  } catch (error) {
    // The package throws whatever it meets on bytes that make no sense: errors of its own, the engine's, words.
    if (error instanceof RangeError && /memory|Invalid (?:array|string) length/i.test(error.message))
      throw new Unreadable('out-of-memory', 1);
    return undefined;
  }
}

/** Whether a workbook's globals say that a password is needed (MS-XLS 2.4.117). */
function isLocked(bytes: LooseBytes): boolean {
  for (let at = 0, seen = 0; at + 4 <= bytes.length && seen < MAX_GLOBALS; seen += 1) {
    const type = bytes.u16(at);
    if (type === RECORD.locked) return true;
    if (type === RECORD.ends) return false;
    at += 4 + bytes.u16(at + 2);
  }
  return false;
}
