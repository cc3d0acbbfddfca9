import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file read at any place, without loading it: sizes of gigabytes are usual for video. */
export interface RandomAccessFile {
  readonly size: number;
  /** The bytes from `start`, at most `length` of them, fewer at the file's end. */
  read(start: number, length: number): Uint8Array;
}

/** Bytes as a string with a character for each: how what is half text is looked at. */
export function charactersOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Bytes that are in memory, read as a file. */
export function fileOfBytes(bytes: Uint8Array): RandomAccessFile {
  return {
    size: bytes.length,
    // A copy: whoever reads it may give its memory away.
    read: (start, length) => new Uint8Array(bytes.subarray(start, Math.max(start, start + length))),
  };
}

class FileOnDisk implements RandomAccessFile {
  readonly size: number;
  readonly #descriptor: number;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  read(start: number, length: number): Uint8Array {
    const wanted = Math.max(0, Math.min(length, this.size - start));
    const bytes = new Uint8Array(wanted);
    let filled = 0;
    while (filled < wanted) {
      const got = readSync(this.#descriptor, bytes, filled, wanted - filled, start + filled);
      if (got === 0) break;
      filled += got;
    }
    return filled === wanted ? bytes : bytes.subarray(0, filled);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** Opens a file for the time of `use`. */
export async function withFile<Value>(
  path: string,
  use: (file: RandomAccessFile) => Value | Promise<Value>,
): Promise<Value> {
  const file = new FileOnDisk(path);
  try {
    return await use(file);
  } finally {
    file.close();
  }
}

/** Whether `bytes` hold this ASCII text at `offset`. */
export function hasAscii(bytes: Uint8Array, text: string, offset = 0): boolean {
  if (offset + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i += 1) {
    if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

/** Whether `bytes` hold these bytes at `offset`. */
export function hasBytes(bytes: Uint8Array, expected: readonly number[], offset = 0): boolean {
  return offset + expected.length <= bytes.length && expected.every((byte, i) => bytes[offset + i] === byte);
}

/** Where this ASCII text first occurs before `end`, or -1. */
export function indexOfAscii(bytes: Uint8Array, text: string, end = bytes.length): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length)).indexOf(text, 0, 'latin1');
}
