import { type RefObject, useEffect, useRef } from 'react';

type Handlers = {
  /** The text that a copy puts on the clipboard; null leaves the clipboard alone. */
  readonly onCopy: () => string | null;
  readonly onPaste: (text: string) => void;
};

/**
 * Copy and paste for a grid that has the focus itself. Chromium sends both to the document's body where nothing editable
 * has the focus, so the grid never hears of them: the document is listened to, for as long as the grid has the focus.
 */
export function useGridClipboard(grid: RefObject<HTMLElement | null>, handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!hasFocus(grid) || marksText()) return;
      const text = latest.current.onCopy();
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!hasFocus(grid)) return;
      event.preventDefault();
      latest.current.onPaste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [grid]);
}

function hasFocus(grid: RefObject<HTMLElement | null>): boolean {
  return grid.current !== null && document.activeElement === grid.current;
}

/** Whether a person has marked text, which is what they mean to copy then. */
function marksText(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
