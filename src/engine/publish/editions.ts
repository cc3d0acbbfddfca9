import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { LANGUAGE_WORDS } from '../suggestions/type-words.ts';
import { languageOfName } from './language-names.ts';
import { namedVersion } from './version-order.ts';

/** Files of one drop that are language editions of one document: named alike but for a language, or lying alike in folders of languages. */

/** A file as it is looked at; `language`: what its text is in, where that is known. */
export type EditionFile = {
  readonly id: string;
  readonly fileName: string;
  readonly folder: string;
  readonly kind: DocumentKind;
  readonly language: string | undefined;
};

/** A document in several languages: the files with their languages, the original first. */
export type Editions = readonly { readonly row: string; readonly language: string }[];

/** What most originals are in: of several marked files this one is taken for it. */
const USUAL_ORIGINAL = 'en';
/** Names shorter than this are alike by chance. */
const SHORTEST_NAME = 3;

type Marked = EditionFile & {
  /** Equal for editions of one document. */
  readonly key: string;
  /** What its name or its folder says; undefined where neither does. */
  readonly said: string | undefined;
};

/** The editions among some files: each language once, at least one of them said by a name or a folder, and none that a text gainsays. */
export function editionsOf(files: readonly EditionFile[]): Editions[] {
  const byKey = new Map<string, Marked[]>();
  for (const file of files) {
    const marked = markedFile(file);
    if (marked === undefined) continue;
    const there = byKey.get(marked.key);
    if (there === undefined) byKey.set(marked.key, [marked]);
    else there.push(marked);
  }
  return [...byKey.values()].map(editionsAmong).filter((found) => found !== undefined);
}

function markedFile(file: EditionFile): Marked | undefined {
  const name = languageOfName(file.fileName);
  const folder = languageOfFolder(file.folder);
  const stem = name?.stem ?? namedVersion(file.fileName).base;
  if (stem.length < SHORTEST_NAME) return undefined;
  const key = [folder.without, stem, file.kind].join('\n');
  return { ...file, key, said: name?.language ?? folder.language };
}

/** A folder without the deepest of its levels that names a language. */
function languageOfFolder(folder: string): { readonly without: string; readonly language?: string } {
  const levels = folder.toLowerCase().split('/');
  for (let at = levels.length - 1; at >= 0; at -= 1) {
    const found = LANGUAGE_WORDS.find(([word]) => word.test(levels[at] ?? ''));
    if (found !== undefined) return { without: levels.toSpliced(at, 1).join('/'), language: found[1] };
  }
  return { without: levels.join('/') };
}

function editionsAmong(group: readonly Marked[]): Editions | undefined {
  // ‘Security IT.pdf’ in English is about computers, not in Italian.
  const fitting = group.filter(
    ({ said, language }) => said === undefined || language === undefined || said === language,
  );
  const editions = fitting.flatMap(({ id, fileName, said, language }) => {
    const its = said ?? language;
    return its === undefined ? [] : [{ row: id, fileName, language: its, isMarked: said !== undefined }];
  });
  const languages = new Set(editions.map(({ language }) => language));
  if (languages.size < 2 || languages.size < editions.length) return undefined;
  if (!editions.some(({ isMarked }) => isMarked)) return undefined;
  const rank = ({ language, isMarked }: (typeof editions)[number]): number =>
    !isMarked ? 0 : language === USUAL_ORIGINAL ? 1 : 2;
  return editions
    .toSorted((a, b) => rank(a) - rank(b) || (a.language < b.language ? -1 : 1))
    .map(({ row, language }) => ({ row, language }));
}
