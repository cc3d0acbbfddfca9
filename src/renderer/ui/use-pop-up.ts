import { type RefCallback, useCallback, useRef, useState } from 'react';

/** Something that opens from a button. */
type PopUp = {
  readonly opened: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** For the button that stands there while it is closed: whoever closed it goes on where they were. */
  readonly buttonRef: RefCallback<HTMLButtonElement>;
};

/** Makes what a button opens only when it is wanted: a list draws many rows with every keystroke. */
export function usePopUp(): PopUp {
  const [opened, setOpened] = useState(false);
  const focusIsDue = useRef(false);
  const buttonRef = useCallback((button: HTMLButtonElement | null) => {
    if (button === null || !focusIsDue.current) return;
    focusIsDue.current = false;
    button.focus({ preventScroll: true });
  }, []);
  return {
    opened,
    open: () => setOpened(true),
    close: () => {
      focusIsDue.current = true;
      setOpened(false);
    },
    buttonRef,
  };
}
