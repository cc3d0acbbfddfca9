import { Pill } from './pill.tsx';

/** How what an author hid is marked everywhere. */
export const hiddenWord = 'hidden';

/** Says that the author of a document hid what it stands at. */
export function HiddenMark() {
  return <Pill>{hiddenWord}</Pill>;
}
