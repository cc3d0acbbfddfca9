import { t } from '@lingui/core/macro';
import { Pill } from './pill.tsx';

/** How what an author hid is marked everywhere. */
export const HIDDEN_WORD = t`hidden`;

/** Says that the author of a document hid what it stands at. */
export function HiddenMark() {
  return <Pill>{HIDDEN_WORD}</Pill>;
}
