import type { Phrase, PhraseGroup, PieceMatch, TextIndex } from '../ports/text-index.ts';
import { ALL_LANGUAGES, languageOfMarked } from './words/languages.ts';
import { positionOf, stemOfPhrase } from './words/row-terms.ts';

/**
 * The pieces of rows in which groups are found, as `TextIndex.pieces` answers them. Each phrase is looked for only in the rows that have it, as looking
 * costs the same where it is not: stems tell, and a stem of a language is only in documents of it. Phrase by phrase, because most of them stay the
 * same with the next letter that is typed, while the groups do not.
 */
export async function piecesOfRows(
  index: TextIndex,
  groups: readonly PhraseGroup[],
  rows: readonly number[],
): Promise<ReadonlyMap<number, readonly PieceMatch[]>> {
  const languages = await languagesOf(index, rows);
  const found = new Map<number, Map<number, { readonly page: number; readonly groups: Set<number> }>>();
  for (const [group, phrases] of groups.entries()) {
    for (const phrase of phrases) {
      const there = await rowsThatMayHave(index, phrase, rows, languages);
      if (there.length === 0) continue;
      for (const [row, pieces] of await index.pieces([[phrase]], there)) {
        const ofRow = found.get(row) ?? new Map();
        found.set(row, ofRow);
        for (const { piece, page } of pieces) {
          const known = ofRow.get(piece);
          if (known === undefined) ofRow.set(piece, { page, groups: new Set([group]) });
          else known.groups.add(group);
        }
      }
    }
  }
  return new Map(
    Array.from(found, ([row, pieces]) => [
      row,
      [...pieces]
        .sort(([a], [b]) => a - b)
        .map(([piece, { page, groups: of }]) => ({ piece, page, groups: [...of] })),
    ]),
  );
}

/** By row, the mark of the language that its stems are of; none for English and unknown ones. */
async function languagesOf(index: TextIndex, rows: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const languages = new Map<number, string>();
  for (const { mark } of ALL_LANGUAGES) {
    const inLanguage = await index.match([{ text: mark, prefix: false }], 'title');
    if (inLanguage.length === 0) continue;
    for (const row of rows) if (positionOf(inLanguage, row) >= 0) languages.set(row, mark);
  }
  return languages;
}

async function rowsThatMayHave(
  index: TextIndex,
  phrase: Phrase,
  rows: readonly number[],
  languages: ReadonlyMap<number, string>,
): Promise<readonly number[]> {
  const mark = languageOfMarked(phrase.text)?.mark;
  if (mark !== undefined) return rows.filter((row) => languages.get(row) === mark);
  const stem = stemOfPhrase(phrase);
  if (stem === undefined) return rows;
  const [having] = await index.stemRows([stem]);
  // Of documents in a language the stems of that one are kept.
  return rows.filter(
    (row) => languages.has(row) || (having !== undefined && positionOf(having.rows, row) >= 0),
  );
}
