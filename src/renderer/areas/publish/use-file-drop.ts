import { useEffect, useRef, useState } from 'react';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/**
 * Whether files from outside hang over the window, and what to do when they are let go. A file that is dragged out of
 * Kitbag itself does not count.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    let fromHere = false;
    let depth = 0;
    const reset = (): void => {
      depth = 0;
      setOver(false);
    };
    const listeners: { [Name in keyof WindowEventMap]?: (event: WindowEventMap[Name]) => void } = {
      dragstart: () => {
        fromHere = true;
      },
      dragend: () => {
        fromHere = false;
      },
      pointermove: () => {
        // No pointer events come during a drag: it is over, also where what it hung over went away without a `dragleave`.
        fromHere = false;
        reset();
      },
      dragenter: (event) => {
        if (!hasFiles(event) || fromHere) return;
        depth += 1;
        setOver(true);
      },
      dragleave: (event) => {
        if (!hasFiles(event) || fromHere) return;
        depth -= 1;
        if (depth <= 0) reset();
      },
      dragover: (event) => {
        if (hasFiles(event)) event.preventDefault();
      },
      drop: (event) => {
        const handled = event.defaultPrevented;
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        reset();
        if (!handled && !fromHere && files.length > 0) take.current(files);
        fromHere = false;
      },
    };
    const stop = new AbortController();
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener, { signal: stop.signal });
    }
    return () => stop.abort();
  }, []);
  return over;
}
