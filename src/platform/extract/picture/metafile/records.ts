import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { Matrix } from './gdi-state.ts';

/** Where a metafile's picture is, in its device's units. */
export type MetafileSize = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

type Point = readonly [number, number];

/** Points of one record that are read. */
const MOST_POINTS = 200_000;

/** A record of an Enhanced Metafile: numbers at their place, nought beyond its end. */
export class Records extends LooseBytes {
  readonly type: number;

  constructor(type: number, bytes: Uint8Array) {
    super(bytes);
    this.type = type;
  }

  point(at: number): Point {
    return [this.i32(at), this.i32(at + 4)];
  }

  box(at: number): readonly [number, number, number, number] {
    return [this.i32(at), this.i32(at + 4), this.i32(at + 8), this.i32(at + 12)];
  }

  matrix(at: number): Matrix {
    return [
      this.f32(at),
      this.f32(at + 4),
      this.f32(at + 8),
      this.f32(at + 12),
      this.f32(at + 16),
      this.f32(at + 20),
    ];
  }

  /** Points in a row, of 32 or 16 bits, as many as there are. */
  points(at: number, count: number, wide: boolean): readonly Point[] {
    const size = wide ? 8 : 4;
    const most = Math.max(0, Math.floor((this.bytes.length - at) / size));
    return Array.from({ length: Math.min(count, most, MOST_POINTS) }, (_, index): Point => {
      const place = at + index * size;
      return wide ? this.point(place) : [this.i16(place), this.i16(place + 2)];
    });
  }

  /** Several rows of points, behind their lengths. */
  groups(at: number, count: number, wide: boolean): readonly (readonly Point[])[] {
    const rows = Math.min(count, Math.max(0, Math.floor((this.bytes.length - at) / 4)));
    const groups: (readonly Point[])[] = [];
    let place = at + rows * 4;
    for (let index = 0; index < rows; index += 1) {
      const points = this.points(place, this.u32(at + index * 4), wide);
      groups.push(points);
      place += points.length * (wide ? 8 : 4);
    }
    return groups;
  }
}
