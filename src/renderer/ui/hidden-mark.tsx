import { t } from '@lingui/core/macro';
import { Pill } from './pill.tsx';

/** How what an author hid is marked everywhere. */
export const HIDDEN_WORD = t`hidden`;

type Found = { readonly hidden?: boolean | undefined; readonly inNotes?: boolean | undefined };

/** Says that what was found is hidden, or stands in a speaker's notes, not on the slide. */
export function FoundMark({ found }: { readonly found: Found | undefined }) {
  if (found?.hidden) return <HiddenMark />;
  return found?.inNotes ? <Pill>{t`in the notes`}</Pill> : null;
}

/** Says that the author of a document hid what it stands at. */
export function HiddenMark() {
  return <Pill>{HIDDEN_WORD}</Pill>;
}
