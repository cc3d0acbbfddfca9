import { t } from '@lingui/core/macro';
import { Pill } from './pill.tsx';

/** How what an author hid is marked everywhere. */
export const HIDDEN_WORD = t`hidden`;

/** Says that what was found stands in a speaker's notes, not on the slide. */
export function NotesMark() {
  return <Pill>{t`in the notes`}</Pill>;
}

/** Says that the author of a document hid what it stands at. */
export function HiddenMark() {
  return <Pill>{HIDDEN_WORD}</Pill>;
}
