import { replaceEqualDeep } from '@tanstack/react-query';
import { useRef } from 'react';

/** The value, as the same object for as long as it stays equal: what shows it is only drawn again when it changes. JSON values. */
export function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  kept.current = replaceEqualDeep(kept.current, value);
  return kept.current;
}

/**
 * What was last drawn with, to be read when something happens: handlers that read it can stay the same ones, so that rows which show
 * nothing new are not drawn again.
 */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const kept = useRef(value);
  kept.current = value;
  return kept;
}
