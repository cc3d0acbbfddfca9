import type { TextState } from '../../contract/common.ts';
import type { VersionText } from '../../domain/versions/version-reading.ts';

/** The text state of a version's event as the window wants it. `pageCount`: how many pages the version has. */
export function textStateOf(text: VersionText, pageCount: number): TextState {
  if (text.state === 'searchable') return { state: text.state };
  if (text.state === 'not') return { state: text.state, reason: text.reason };
  const { state, reason, pagesWithoutText } = text;
  return { state, reason, missing: { pagesWithoutText, pageCount } };
}
