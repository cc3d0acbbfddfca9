import type { RandomAccessFile } from '../encoding/bytes.ts';
import { decodeText } from '../encoding/decode.ts';

/** A stream or a folder of streams in a compound file. */
export type CompoundEntry = {
  readonly name: string;
  readonly isFolder: boolean;
  /** What is in a folder, in no order. */
  readonly children: readonly CompoundEntry[];
  /** Of a stream, in bytes; as it says. */
  readonly size: number;
  readonly start: number;
};

type Record = { readonly entry: CompoundEntry & { children: CompoundEntry[] }; readonly links: number[] };

const HEADER = 512;
const RECORD = 128;
/** Sector numbers from here on are no sectors (MS-CFB 2.1). */
const NO_SECTOR = 0xfffffffa;
const FREE = 0xffffffff;
const FOLDER = 1;
const STREAM = 2;
const ROOT = 5;
/** What is read at most, whatever a file claims: 64 MB of directory, folders in folders, bytes of the table of sectors. */
const MAX_RECORDS = 500_000;
const MAX_DEPTH = 50;
const MAX_TABLE_SECTORS = 30_000;
/** Streams shorter than this lie in small sectors, unless the header says otherwise. */
const USUAL_CUTOFF = 4096;

/**
 * An OLE compound file (MS-CFB): streams in folders, in one file. Every chain of sectors has as many links as the file has room for at most,
 * so that one that leads back into itself ends. What can't be walked is not there; nothing throws on a file's account.
 */
export class CompoundFile {
  readonly root: CompoundEntry;
  readonly #file: RandomAccessFile;
  readonly #sectorSize: number;
  readonly #smallSize: number;
  readonly #cutoff: number;
  readonly #most: number;
  /** Where the table of sectors lies. */
  readonly #table: readonly number[];
  #tableSector: { readonly at: number; readonly view: DataView } | undefined;
  #smallTable: DataView | undefined;
  #smallStart: number;
  #smallSectors: number[] | undefined;
  readonly #smallTableStart: number;

  constructor(file: RandomAccessFile) {
    this.#file = file;
    const header = viewOf(padded(file.read(0, HEADER), HEADER));
    this.#sectorSize = 1 << clamp(header.getUint16(30, true), 7, 12);
    this.#smallSize = 1 << clamp(header.getUint16(32, true), 4, 12);
    this.#cutoff = header.getUint32(56, true) || USUAL_CUTOFF;
    this.#smallTableStart = header.getUint32(60, true);
    this.#most = Math.ceil(file.size / this.#sectorSize) + 1;
    this.#table = this.#readTable(header);
    const records = this.#readRecords(header.getUint32(48, true));
    this.#smallStart = records[0]?.entry.start ?? FREE;
    this.root = records[0] ? build(records) : { ...NOTHING, isFolder: true };
  }

  /** A stream's bytes; undefined where it is longer than `limit`, or cut off. */
  read(entry: CompoundEntry, limit: number): Uint8Array | undefined {
    if (entry.isFolder || entry.size > limit || entry.size > this.#file.size) return undefined;
    if (entry.size === 0) return new Uint8Array();
    return entry.size < this.#cutoff ? this.#readSmall(entry) : this.#readLarge(entry.start, entry.size);
  }

  #readLarge(start: number, size: number): Uint8Array | undefined {
    const bytes = new Uint8Array(size);
    let filled = 0;
    for (let sector = start, seen = 0; filled < size && seen < this.#most; seen += 1) {
      if (sector >= NO_SECTOR) return undefined;
      const piece = this.#file.read(this.#placeOf(sector), Math.min(this.#sectorSize, size - filled));
      if (piece.length === 0) return undefined;
      bytes.set(piece, filled);
      filled += piece.length;
      sector = this.#next(sector);
    }
    return filled === size ? bytes : undefined;
  }

  /** Small sectors lie in the root's own stream, chained by a table of their own. */
  #readSmall({ start, size }: CompoundEntry): Uint8Array | undefined {
    this.#smallSectors ??= this.#chain(this.#smallStart);
    this.#smallTable ??= viewOf(this.#tableOfSmall());
    const most = Math.ceil(size / this.#smallSize);
    const bytes = new Uint8Array(size);
    for (let small = start, at = 0; at < most; at += 1) {
      const place = small * this.#smallSize;
      const sector = this.#smallSectors[Math.floor(place / this.#sectorSize)];
      if (sector === undefined) return undefined;
      const wanted = Math.min(this.#smallSize, size - at * this.#smallSize);
      const piece = this.#file.read(this.#placeOf(sector) + (place % this.#sectorSize), wanted);
      bytes.set(piece, at * this.#smallSize);
      small =
        small * 4 + 4 <= this.#smallTable.byteLength ? this.#smallTable.getUint32(small * 4, true) : FREE;
    }
    return bytes;
  }

  #tableOfSmall(): Uint8Array {
    const pieces = this.#chain(this.#smallTableStart).map((one) =>
      this.#file.read(this.#placeOf(one), this.#sectorSize),
    );
    return Buffer.concat(pieces);
  }

  #placeOf(sector: number): number {
    return (sector + 1) * this.#sectorSize;
  }

  /** The sectors of a chain, as far as it can be followed. */
  #chain(start: number): number[] {
    const found: number[] = [];
    for (let sector = start; sector < NO_SECTOR && found.length < this.#most; sector = this.#next(sector))
      found.push(sector);
    return found;
  }

  /** The sector after this one. */
  #next(sector: number): number {
    const perSector = this.#sectorSize / 4;
    const at = this.#table[Math.floor(sector / perSector)];
    if (at === undefined) return FREE;
    if (this.#tableSector?.at !== at) {
      const bytes = padded(this.#file.read(this.#placeOf(at), this.#sectorSize), this.#sectorSize, 0xff);
      this.#tableSector = { at, view: viewOf(bytes) };
    }
    return this.#tableSector.view.getUint32((sector % perSector) * 4, true);
  }

  /** The header names the first 109 sectors of the table, a chain of further sectors the others (MS-CFB 2.5). */
  #readTable(header: DataView): number[] {
    const table: number[] = [];
    const most = Math.min(MAX_TABLE_SECTORS, this.#most);
    for (let at = 76; at < HEADER; at += 4) table.push(header.getUint32(at, true));
    let more = header.getUint32(68, true);
    while (more < NO_SECTOR && table.length < most) {
      const bytes = this.#file.read(this.#placeOf(more), this.#sectorSize);
      if (bytes.length < this.#sectorSize) break;
      const view = viewOf(bytes);
      const end = this.#sectorSize - 4;
      for (let at = 0; at < end; at += 4) table.push(view.getUint32(at, true));
      more = view.getUint32(end, true);
    }
    return table.slice(0, Math.max(109, most)).filter((sector) => sector < NO_SECTOR);
  }

  #readRecords(start: number): Record[] {
    const records: Record[] = [];
    for (const sector of this.#chain(start)) {
      const bytes = this.#file.read(this.#placeOf(sector), this.#sectorSize);
      for (let at = 0; at + RECORD <= bytes.length; at += RECORD)
        records.push(recordOf(bytes.subarray(at, at + RECORD)));
      if (records.length > MAX_RECORDS) break;
    }
    return records;
  }
}

const NOTHING: CompoundEntry = { name: '', isFolder: false, children: [], size: 0, start: FREE };

/** A directory's record (MS-CFB 2.6.1). */
function recordOf(bytes: Uint8Array): Record {
  const view = viewOf(bytes);
  const type = view.getUint8(66);
  const length = Math.max(0, Math.min(64, view.getUint16(64, true)) - 2);
  const isKnown = type === FOLDER || type === STREAM || type === ROOT;
  return {
    entry: {
      name: isKnown ? decodeText(bytes.subarray(0, length), 'utf-16le') : '',
      isFolder: type !== STREAM,
      children: [],
      size: view.getUint32(120, true),
      start: view.getUint32(116, true),
    },
    links: [view.getUint32(68, true), view.getUint32(72, true), view.getUint32(76, true)],
  };
}

/** Puts what the records say is in a folder into it; each record once, wherever links lead. */
function build(records: readonly Record[]): CompoundEntry {
  const seen = new Set([0]);
  const fill = (folder: number, depth: number): void => {
    const parent = records[folder];
    if (!parent) return;
    const waiting = [parent.links[2] ?? FREE];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const record = records[at];
      if (!record || seen.has(at)) continue;
      seen.add(at);
      waiting.push(record.links[0] ?? FREE, record.links[1] ?? FREE);
      if (record.entry.name === '') continue;
      parent.entry.children.push(record.entry);
      if (record.entry.isFolder && depth < MAX_DEPTH) fill(at, depth + 1);
    }
  };
  fill(0, 0);
  return records[0]?.entry ?? NOTHING;
}

/** Bytes of this length: what is missing is filled up. */
function padded(bytes: Uint8Array, length: number, fill = 0): Uint8Array {
  if (bytes.length >= length) return bytes;
  const whole = new Uint8Array(length).fill(fill);
  whole.set(bytes);
  return whole;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
