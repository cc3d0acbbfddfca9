import { useLayoutEffect } from 'react';
import { isCovered, isTextField } from './keys/keys.ts';
import { useLatest } from './use-same.ts';

type Hear = (event: KeyboardEvent) => void;

/**
 * Hears keys wherever the focus is, for as long as the screen is drawn and nothing covers it, unless a place in it took them before; what
 * is typed into fields only where it is asked for. From the very frame that shows the screen on: what is seen is heard.
 */
export function usePageKeys(hear: Hear, { whileWriting = false } = {}): void {
  const latest = useLatest(hear);
  useLayoutEffect(() => {
    const onKey: Hear = (event) => {
      if (event.defaultPrevented || isCovered(event.target)) return;
      if (whileWriting || !isTextField(event.target)) latest.current(event);
    };
    // Before the window, where what works from anywhere is heard.
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [latest, whileWriting]);
}
