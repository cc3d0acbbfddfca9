import { inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import type { RandomAccessFile } from '../encoding/bytes.ts';
import { decodeText } from '../encoding/decode.ts';

/** A part of a zip file, as its central directory describes it. */
export type ZipEntry = {
  /** As written, with slashes. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  /** Declared; never trusted. */
  readonly size: number;
  readonly headerOffset: number;
};

/** The file is not a whole zip: truncated, or its directory makes no sense. */
export class DamagedZip extends Error {
  override readonly name = 'DamagedZip';
}
/** The file unpacks, or claims to unpack, to absurd sizes. */
export class ZipBomb extends Error {
  override readonly name = 'ZipBomb';
}

/** Unpacked bytes of one part that are read at most. */
const MAX_PART_BYTES = 200 * 1024 * 1024;
/** Unpacked bytes of all parts that are read at most. */
const MAX_TOTAL_BYTES = 512 * 1024 * 1024;
/** A part that claims to be larger than this and packs better than `MAX_RATIO` is no document's. */
const LARGE_PART_BYTES = 64 * 1024 * 1024;
const MAX_RATIO = 200;
const LIE_BYTES = 8 * 1024 * 1024;
const MAX_ENTRIES = 100_000;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const CHUNK = 32 * 1024;
/** Parts that say to be no larger are unpacked at once: that takes a tenth of the time. */
const AT_ONCE_BYTES = 16 * 1024 * 1024;

/**
 * A zip file's parts, unpacked one at a time straight from the disk, large ones in pieces: neither the file nor a large part is ever
 * whole in memory unless asked for. Format: PKWARE APPNOTE 6.3.10.
 */
export class ZipFile {
  readonly entries: readonly ZipEntry[];
  readonly #file: RandomAccessFile;
  readonly #byKey = new Map<string, ZipEntry>();
  #unpacked = 0;

  /** Reads the directory. Throws `DamagedZip` or `ZipBomb`. */
  constructor(file: RandomAccessFile) {
    this.#file = file;
    this.entries = readDirectory(file);
    refuseBombs(this.entries);
    for (const entry of this.entries) {
      const key = partKey(entry.name);
      if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
    }
  }

  /** The part of this name; case, leading slashes and kind of slash don't matter. */
  find(name: string): ZipEntry | undefined {
    return this.#byKey.get(partKey(name));
  }

  /** Unpacks a part piece by piece until `onChunk` returns false. Throws `DamagedZip` or `ZipBomb`. */
  stream(entry: ZipEntry, onChunk: (chunk: Uint8Array) => boolean): void {
    const start = this.#dataStart(entry);
    let wanted = true;
    let size = 0;
    const take = (chunk: Uint8Array) => {
      size += chunk.length;
      this.#unpacked += chunk.length;
      if (size > MAX_PART_BYTES || this.#unpacked > MAX_TOTAL_BYTES) throw new ZipBomb('unpacks to too much');
      // A part far larger than it says lies on purpose; a little more comes from careless writers.
      if (size > entry.size + LIE_BYTES) throw new ZipBomb('unpacks to more than it says');
      if (wanted && chunk.length > 0) wanted = onChunk(chunk);
    };
    if (entry.encrypted) throw new DamagedZip('part is encrypted');
    if (entry.method !== 0 && entry.method !== 8) throw new DamagedZip('unknown compression');
    const whole = this.#unpackedAtOnce(entry, start);
    if (whole) {
      for (let at = 0; at < whole.length && wanted; at += CHUNK) take(whole.subarray(at, at + CHUNK));
      return;
    }
    const inflate = entry.method === 8 ? new Inflate((chunk) => take(chunk)) : undefined;
    for (let done = 0; done < entry.packedSize && wanted; done += CHUNK) {
      const packed = this.#file.read(start + done, Math.min(CHUNK, entry.packedSize - done));
      if (packed.length === 0) throw new DamagedZip('part ends early');
      if (inflate) push(inflate, packed, done + CHUNK >= entry.packedSize);
      else take(packed);
    }
  }

  /** A small part unpacked; undefined for one that is not whole, or lies about its size: that is read in pieces, as far as it goes. */
  #unpackedAtOnce({ method, packedSize, size }: ZipEntry, start: number): Uint8Array | undefined {
    if (method !== 8 || packedSize === 0 || Math.max(packedSize, size) > AT_ONCE_BYTES) return undefined;
    try {
      return inflateRawSync(this.#file.read(start, packedSize), { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      if (error instanceof Error && 'code' in error) return undefined;
      throw error;
    }
  }

  /** A part's bytes; undefined when it is larger than `limit`. */
  read(entry: ZipEntry, limit: number): Uint8Array | undefined {
    const chunks: Uint8Array[] = [];
    let size = 0;
    this.stream(entry, (chunk) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk.slice());
      return size <= limit;
    });
    return size <= limit ? Buffer.concat(chunks) : undefined;
  }

  #dataStart(entry: ZipEntry): number {
    const header = this.#file.read(entry.headerOffset, 30);
    const view = viewOf(header);
    if (header.length < 30 || view.getUint32(0, true) !== PART_HEADER) throw new DamagedZip('no part header');
    return entry.headerOffset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  }
}

function push(inflate: Inflate, packed: Uint8Array, final: boolean): void {
  try {
    inflate.push(packed, final);
  } catch (error) {
    if (error instanceof ZipBomb || error instanceof DamagedZip) throw error;
    // fflate's own errors carry a numeric code; anything else comes from whoever takes the chunks.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
      throw new DamagedZip('part does not unpack');
    }
    throw error;
  }
}

function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

type Directory = { readonly offset: number; readonly size: number; readonly count: number };

const DIRECTORY_ENTRY = 0x02014b50;
const PART_HEADER = 0x04034b50;

function findDirectory(file: RandomAccessFile): Directory {
  const tailStart = Math.max(0, file.size - 66_000);
  const tail = file.read(tailStart, 66_000);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const plain = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const isZip64 = plain.offset === 0xffffffff || plain.size === 0xffffffff || plain.count === 0xffff;
    const large = isZip64 ? readZip64Directory(file, view, at) : undefined;
    return large ?? whereItIs(file, plain, tailStart + at);
  }
  throw new DamagedZip('no end of directory');
}

/**
 * Some writers count wrong where a part's sizes follow it, and what is put before a zip moves it: a directory that is not where it is said
 * to be ends where its end record begins.
 */
function whereItIs(file: RandomAccessFile, stated: Directory, end: number): Directory {
  const { size, count, offset } = stated;
  const actual = end - size;
  if (count === 0 || actual < 0 || beginsWith(file, offset, DIRECTORY_ENTRY)) return stated;
  return beginsWith(file, actual, DIRECTORY_ENTRY) ? { ...stated, offset: actual } : stated;
}

function beginsWith(file: RandomAccessFile, at: number, signature: number): boolean {
  const bytes = file.read(at, 4);
  return bytes.length === 4 && viewOf(bytes).getUint32(0, true) === signature;
}

function readZip64Directory(file: RandomAccessFile, tail: DataView, end: number): Directory | undefined {
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== 0x07064b50) return undefined;
  const record = file.read(Number(tail.getBigUint64(locator + 8, true)), 56);
  const view = viewOf(record);
  if (record.length < 56 || view.getUint32(0, true) !== 0x06064b50)
    throw new DamagedZip('no zip64 directory');
  return {
    count: Number(view.getBigUint64(32, true)),
    size: Number(view.getBigUint64(40, true)),
    offset: Number(view.getBigUint64(48, true)),
  };
}

function readDirectory(file: RandomAccessFile): ZipEntry[] {
  const { offset, size, count } = findDirectory(file);
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY_BYTES) throw new ZipBomb('too many parts');
  const bytes = file.read(offset, size);
  if (bytes.length < size) throw new DamagedZip('directory is cut off');
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new DamagedZip('directory is broken');
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const sizes = {
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    };
    entries.push({
      name: decodeText(nameBytes, 'utf-8').replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      ...withZip64Sizes(sizes, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

type Sizes = { packedSize: number; size: number; headerOffset: number };

function withZip64Sizes(sizes: Sizes, extra: Uint8Array): Sizes {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const next = (value: number): number => {
      if (value !== 0xffffffff || field + 8 > extra.length) return value;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    const size = next(sizes.size);
    return { size, packedSize: next(sizes.packedSize), headerOffset: next(sizes.headerOffset) };
  }
  return sizes;
}

/** Media in a deck may be large, but it does not pack; what packs 200 to 1 and unpacks to much is there to hurt. */
function refuseBombs(entries: readonly ZipEntry[]): void {
  let markup = 0;
  let everything = 0;
  let packed = 0;
  for (const entry of entries) {
    const ratio = entry.size / Math.max(1, entry.packedSize);
    if (entry.size > LARGE_PART_BYTES && ratio > MAX_RATIO) throw new ZipBomb('a part packs too well');
    everything += entry.size;
    packed += entry.packedSize;
    if (!/\.(xml|rels|vml)$/i.test(entry.name)) continue;
    markup += entry.size;
    if (entry.size > MAX_PART_BYTES) throw new ZipBomb('a part is too large');
  }
  if (markup > MAX_TOTAL_BYTES) throw new ZipBomb('the parts are too large together');
  if (everything > MAX_TOTAL_BYTES && everything / Math.max(1, packed) > MAX_RATIO) {
    throw new ZipBomb('the parts pack too well together');
  }
}
