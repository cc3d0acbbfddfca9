import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { forgetRemembered, readRemembered, writeRemembered } from './remembered.ts';

/** What was typed and not sent yet, kept on this device: leaving a screen loses nothing. */

const textSchema = z.string();

/** A text being typed about something. */
type Draft = {
  readonly text: string;
  /** True for what was typed the time before, until it is changed. */
  readonly restored: boolean;
  readonly set: (next: string) => void;
  /** It was sent, or is not wanted any more. */
  readonly drop: () => void;
};

/** A draft by what it is about. `usual` stands there where nothing was typed; once it says the same, there is no draft any more. */
export function useDraft(about: string, usual = ''): Draft {
  const key = `draft.${about}`;
  const [typed, setTyped] = useState(() => readRemembered(key, textSchema.nullable(), null));
  const [restored, setRestored] = useState(typed !== null);
  const drop = useCallback(() => {
    setTyped(null);
    setRestored(false);
    forgetRemembered(key);
  }, [key]);
  useEffect(() => {
    if (typed === usual) drop();
  }, [typed, usual, drop]);
  const set = useCallback(
    (next: string) => {
      setTyped(next);
      setRestored(false);
      writeRemembered(key, next);
    },
    [key],
  );
  return { text: typed ?? usual, restored, set, drop };
}
