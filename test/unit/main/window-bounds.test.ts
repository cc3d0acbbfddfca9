import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOnDisplays, type Rectangle } from '../../../src/main/window/window-bounds.ts';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const beside: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('a window opens', () => {
  it('in its first size, or as large as the display lets it', () => {
    expect(placeOnDisplays(undefined, [laptop])).toEqual({ width: 1280, height: 800 });
    expect(placeOnDisplays(undefined, [{ ...laptop, width: 1024, height: 700 }])).toEqual({
      width: 1024,
      height: 700,
    });
  });

  it('where it was, also on the second display', () => {
    const was = { x: 1600, y: 100, width: 1300, height: 900 };
    expect(placeOnDisplays(was, [laptop, beside])).toEqual(was);
  });

  it('on the display that is left, whole and no larger than it', () => {
    expect(placeOnDisplays({ x: 1600, y: 100, width: 1300, height: 1000 }, [laptop])).toEqual({
      x: 140,
      y: 25,
      width: 1300,
      height: 875,
    });
  });

  it('wholly within one display, whatever it was and whatever displays there are', () => {
    const number = (min: number, max: number) => fc.integer({ min, max });
    const area = fc.record({
      x: number(-4000, 4000),
      y: number(-2000, 2000),
      width: number(640, 4000),
      height: number(480, 2200),
    });
    const was = fc.record({
      x: number(-9000, 9000),
      y: number(-9000, 9000),
      width: number(1, 9000),
      height: number(1, 9000),
    });
    fc.assert(
      fc.property(was, fc.array(area, { minLength: 1, maxLength: 3 }), (bounds, areas) => {
        const { x = Number.NaN, y = Number.NaN, width, height } = placeOnDisplays(bounds, areas);
        expect(
          areas.some(
            (one) =>
              x >= one.x && y >= one.y && x + width <= one.x + one.width && y + height <= one.y + one.height,
          ),
        ).toBe(true);
      }),
    );
  });
});
