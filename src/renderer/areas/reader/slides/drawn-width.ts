import { type RefObject, useEffect, useState } from 'react';
import { WIDEST_DRAWN } from '../../../../shared/limits.ts';

/** Widths that slides are drawn in, in pixels: few, so that a window that is pulled larger does not have each drawn again and again. */
const WIDTHS = [320, 640, 960, 1280, 1600, 1920, 2560, WIDEST_DRAWN] as const;

/** The width to draw what is so wide on the screen (CSS pixels) with so many of the screen's pixels to one of CSS. */
export function drawnWidth(wide: number, density: number): number {
  const pixels = wide * density;
  return WIDTHS.find((width) => width >= pixels - 1) ?? WIDEST_DRAWN;
}

/** The width to draw what fills an element, now and when its size or the screen's density changes; undefined before it is there. */
export function useDrawnWidth(element: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const measure = (): void => {
      // Nothing is as wide as nothing: the element is hidden for the moment.
      if (box.clientWidth > 0) setWidth(drawnWidth(box.clientWidth, window.devicePixelRatio));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    const density = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    density.addEventListener('change', measure);
    return () => {
      observer.disconnect();
      density.removeEventListener('change', measure);
    };
  }, [element]);
  return width;
}
