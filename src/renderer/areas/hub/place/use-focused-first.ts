import { type RefObject, useEffect, useRef } from 'react';

/** What has the focus when a step of a dialog appears: what had it before is gone, and a dialog itself minds only its first step. */
export function useFocusedFirst<T extends HTMLElement>(): RefObject<T | null> {
  const first = useRef<T>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
}
