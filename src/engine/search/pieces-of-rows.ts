import type { Phrase, PhraseGroup, PieceMatch, TextIndex } from '../ports/text-index.ts';
import { languageOfMarked } from './words/languages.ts';

/**
 * The pieces of rows in which groups are found, as `TextIndex.pieces` answers them: stems of a language are looked for only in the rows that are in
 * it, as each lookup of each word in each row costs the same whether it is there or not.
 */
export async function piecesOfRows(
  index: TextIndex,
  groups: readonly PhraseGroup[],
  rows: readonly number[],
): Promise<ReadonlyMap<number, readonly PieceMatch[]>> {
  const marks = new Set(groups.flatMap((group) => group.flatMap((phrase) => markOf(phrase) ?? [])));
  if (marks.size === 0) return index.pieces(groups, rows);
  const found = new Map<number, Map<number, PieceMatch>>();
  await look(index, groups, rows, undefined, found);
  for (const mark of marks) {
    const inLanguage = new Set(await index.match([{ text: mark, prefix: false }], 'title'));
    const there = rows.filter((row) => inLanguage.has(row));
    if (there.length > 0) await look(index, groups, there, mark, found);
  }
  return new Map(
    Array.from(found, ([row, pieces]) => [row, [...pieces.values()].sort((a, b) => a.piece - b.piece)]),
  );
}

/** Looks for the phrases of each group that have that mark, or none, and adds what is found. */
async function look(
  index: TextIndex,
  groups: readonly PhraseGroup[],
  rows: readonly number[],
  mark: string | undefined,
  found: Map<number, Map<number, PieceMatch>>,
): Promise<void> {
  const asked = groups
    .map((group, at) => ({ at, group: group.filter((phrase) => markOf(phrase) === mark) }))
    .filter(({ group }) => group.length > 0);
  const matches = await index.pieces(
    asked.map(({ group }) => group),
    rows,
  );
  for (const [row, pieces] of matches) {
    const ofRow = found.get(row) ?? new Map<number, PieceMatch>();
    found.set(row, ofRow);
    for (const match of pieces) {
      const own = match.groups.flatMap((at) => asked[at]?.at ?? []);
      const known = ofRow.get(match.piece)?.groups ?? [];
      ofRow.set(match.piece, { ...match, groups: [...new Set([...known, ...own])] });
    }
  }
}

/** The mark of a stem of a language; undefined for other words. */
function markOf({ text }: Phrase): string | undefined {
  return languageOfMarked(text)?.mark;
}
