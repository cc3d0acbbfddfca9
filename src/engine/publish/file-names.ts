import { isJunkTitle, isTemplateName } from '../../shared/junk-title.ts';
import { cleanText } from '../search/words/fold.ts';
import { splitVersion } from './version-marks.ts';

/** What file names and titles say, read as a person would. */

/** The name without its ending: `Pitch.v2.pptx` → `Pitch.v2`. */
export function withoutEnding(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 && fileName.length - dot <= 10 ? fileName.slice(0, dot) : fileName;
}

/** A title out of a file name: `flow_one-pager.pdf` → `Flow one pager`. */
export function readableTitle(fileName: string): string {
  return readable(withoutEnding(fileName));
}

function readable(name: string): string {
  const words = name
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[_+]+|(?<=\p{L})[-.]+(?=\p{L})|\s-\s/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .trim();
  const title = words === '' ? 'Untitled' : words;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A title as a register takes it: one line of at most 300 characters; `undefined` when nothing is left. */
export function oneLine(text: string): string | undefined {
  const line = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .trim();
  return line === '' ? undefined : line;
}

/** What is proposed as a document's title, and what goes from its name into the version's note. */
export type ProposedTitle = { readonly title: string; readonly note: string };

/**
 * The title that a document is proposed under: its own, unless a program wrote it, it names the template or many files share it
 * (`shared`); else its file's name. What says which version it is goes into the note: `v3, FINAL(2), 2022`.
 */
export function proposedTitle(
  document: { readonly title?: string | undefined; readonly fileName: string },
  shared: boolean,
): ProposedTitle {
  const file = splitVersion(oneLine(withoutEnding(document.fileName)) ?? '', { of: 'file' });
  const own = ownTitle(document);
  if (own === undefined || shared) return { title: readable(file.title), note: noteOf(file.marks) };
  const { title, marks } = splitVersion(own, { of: 'title' });
  return { title, note: noteOf([...marks, ...file.marks]) };
}

/** The title that a document gives itself, unless a program wrote it or it names the template; on one line. */
export function ownTitle(document: {
  readonly title?: string | undefined;
  readonly fileName: string;
}): string | undefined {
  const title = document.title === undefined ? undefined : oneLine(document.title);
  if (title === undefined || isJunkTitle(title)) return undefined;
  return isTemplateName(title, document.fileName) ? undefined : title;
}

/** Marks as a note, each once whatever its case. */
function noteOf(marks: readonly string[]): string {
  const byKey = new Map<string, string>();
  for (const mark of marks) {
    const key = mark.toLowerCase();
    if (!byKey.has(key)) byKey.set(key, mark);
  }
  return [...byKey.values()].join(', ');
}

/** What stays of a name or title when version and date are taken off: equal for two versions of one document. '' when nothing stays. */
export function nameWithoutVersion(text: string): string {
  return splitVersion(cleanText(text), { of: 'file', loose: true })
    .title.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
