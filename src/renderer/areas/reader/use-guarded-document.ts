import { type RefObject, useEffect } from 'react';
import { takeOverCopy } from '../gate/take-over-copy.ts';
import type { FileActions } from './file-actions.ts';

/** What the system would copy or drag of the document by itself passes the gate, or does not leave. */
export function useGuardedDocument(stage: RefObject<HTMLElement | null>, actions: FileActions): void {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const onCopy = (event: ClipboardEvent): void => takeOverCopy(event, actions.copyWords);
    const onDrag = (event: DragEvent): void => event.preventDefault();
    element.addEventListener('copy', onCopy);
    element.addEventListener('dragstart', onDrag);
    return () => {
      element.removeEventListener('copy', onCopy);
      element.removeEventListener('dragstart', onDrag);
    };
  }, [stage, actions]);
}
