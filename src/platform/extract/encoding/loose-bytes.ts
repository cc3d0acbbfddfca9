import { decodeText } from './decode.ts';

/** Bytes of a binary document, little-endian: numbers beyond its end are nought, stretches as long as there is something. */
export class LooseBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16(at: number): number {
    return this.#has(at, 2) ? this.#view.getUint16(at, true) : 0;
  }

  i16(at: number): number {
    return this.#has(at, 2) ? this.#view.getInt16(at, true) : 0;
  }

  u32(at: number): number {
    return this.#has(at, 4) ? this.#view.getUint32(at, true) : 0;
  }

  i32(at: number): number {
    return this.#has(at, 4) ? this.#view.getInt32(at, true) : 0;
  }

  f32(at: number): number {
    const value = this.#has(at, 4) ? this.#view.getFloat32(at, true) : 0;
    return Number.isFinite(value) ? value : 0;
  }

  slice(at: number, length: number): LooseBytes {
    const start = Math.max(0, at);
    return new LooseBytes(this.bytes.subarray(start, Math.max(start, at + length)));
  }

  /** Characters of two bytes each. */
  wide(at: number, length: number): string {
    return decodeText(this.slice(at, length * 2).bytes, 'utf-16le');
  }

  #has(at: number, size: number): boolean {
    return at >= 0 && at + size <= this.bytes.length;
  }
}
