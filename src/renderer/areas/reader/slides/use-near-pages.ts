import { type RefObject, useEffect, useState } from 'react';

const none: ReadonlySet<number> = new Set();
/** Milliseconds: what is scrolled past faster is not drawn. */
const REST = 60;

/** The pages within `reach` (CSS margins) of what is in sight of a box that scrolls, by `data-page`; none while it is not `active`. */
export function useNearPages(
  box: RefObject<HTMLElement | null>,
  active: boolean,
  pageCount: number,
  reach: string,
): ReadonlySet<number> {
  const [near, setNear] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other pages are other elements
  useEffect(() => {
    const root = box.current;
    if (root === null || !active) return;
    const inReach = new Set<number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const page = Number(target.getAttribute('data-page'));
          if (isIntersecting) inReach.add(page);
          else inReach.delete(page);
        }
        clearTimeout(timer);
        timer = setTimeout(() => setNear(new Set(inReach)), REST);
      },
      { root, rootMargin: reach },
    );
    for (const element of root.querySelectorAll('[data-page]')) observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [box, active, pageCount, reach]);
  return near;
}
