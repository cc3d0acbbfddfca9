import { useEffect } from 'react';

/** Where a window goes on after presenting: it stays where it was begun. The one place to lead it elsewhere; `shown`: how many pages were looked at. */
function afterPresenting(_shown: number): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** Hears that a presentation which was begun here has ended. */
export function useAfterPresenting(): void {
  useEffect(
    () =>
      window.kitbag.onNotice((notice) => {
        if (notice.kind === 'presentation-ended') afterPresenting(notice.shown);
      }),
    [],
  );
}
