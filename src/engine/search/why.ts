import type { WhyResult } from '../../contract/search.ts';
import type { Phrase, TextIndex } from '../ports/text-index.ts';
import { wordsOfFileName } from './file-name-words.ts';
import { isOfTerm, type Meaning } from './query/synonym-book.ts';
import type { FoundTerm } from './understand.ts';
import { writtenCode } from './words/codes.ts';
import { cleanText, foldWord, unprepareText, wordsOf } from './words/fold.ts';
import { languageOfMarked } from './words/languages.ts';
import { stemOf } from './words/row-terms.ts';

/** Why an asset is among the results: which words of the query stand where in it, and as what. */

type Word = WhyResult['words'][number];
type Finding = Word['found'][number];
type Place = Finding['where'][number];

const HEAD = ['title', 'tags', 'summary'] as const;

/** Explains one asset; `row` is undefined where it is not in the index. */
export async function whyFound(
  asset: Parameters<typeof isOfTerm>[0],
  row: number | undefined,
  terms: readonly FoundTerm[],
  index: TextIndex,
): Promise<WhyResult> {
  const words: Word[] = [];
  for (const found of terms) {
    const { term } = found.expanded;
    const findings = row === undefined ? [] : await findingsOf(found, { asset, row }, index);
    words.push({
      typed: term.quoted ? `"${term.text}"` : term.text,
      found: findings,
      terms: termsOf(found.meanings, asset),
    });
  }
  const here = words.filter((word) => word.found.length + word.terms.length > 0).length;
  const titled = words.every((word) => word.found.some(({ where }) => where.includes('title')));
  return { words, all: here === words.length, titled: words.length > 0 && titled };
}

function termsOf(meanings: readonly Meaning[], asset: Parameters<typeof isOfTerm>[0]): Word['terms'] {
  const names = new Map<string, Word['terms'][number]>();
  for (const { term } of meanings) {
    if (term !== undefined && isOfTerm(asset, term)) {
      names.set(`${term.facet}:${term.id}`, { facet: term.facet, name: term.name });
    }
  }
  return [...names.values()];
}

type Variant = { readonly as: string; readonly how: Finding['how']; readonly phrases: readonly Phrase[] };

/** What was looked for in place of a word, the word itself first. */
function variantsOf({ expanded: { term, group }, meanings }: FoundTerm): Variant[] {
  const own = foldWord(term.text);
  const synonyms = new Set(meanings.flatMap(({ words }) => words.map(foldWord)));
  const itself: Phrase[] = [];
  const others: Variant[] = [];
  const mended = group.every(({ text }) => foldWord(unprepareText(text)) !== own);
  for (const phrase of group) {
    const as = writtenCode(unprepareText(phrase.text));
    const folded = foldWord(as);
    if (folded === own || languageOfMarked(folded) !== undefined) itself.push(phrase);
    else if (synonyms.has(folded)) others.push({ as, how: 'synonym', phrases: [phrase] });
    else others.push({ as, how: mended && phrase === group[0] ? 'spelling' : 'form', phrases: [phrase] });
  }
  return itself.length === 0 ? others : [{ as: term.text, how: 'itself', phrases: itself }, ...others];
}

type Looked = { readonly asset: Parameters<typeof isOfTerm>[0]; readonly row: number };

async function findingsOf(found: FoundTerm, { asset, row }: Looked, index: TextIndex): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { as, how, phrases } of variantsOf(found)) {
    if (!(await index.match(phrases, 'anywhere')).includes(row)) continue;
    const where: Place[] = [];
    for (const place of HEAD) {
      if (!(await index.match(phrases, place)).includes(row)) continue;
      if (place === 'tags') where.push(...keywordPlaces(asset, as));
      else where.push(place);
    }
    const pieces = (await index.pieces([phrases], [row])).get(row) ?? [];
    const pages = new Set(pieces.map(({ page }) => page)).size;
    if (pages > 0) where.push('pages');
    findings.push({ as, how, where, pages });
  }
  return findings;
}

/** Tags, folder and file name stand in one field of the index: in which of them a word is. */
function keywordPlaces(asset: Looked['asset'], word: string): Place[] {
  const wanted = [...wordsOf(cleanText(word))].map((part) => stemOf(foldWord(part.word)));
  const has = (text: string): boolean =>
    [...wordsOf(cleanText(text))].some((part) => wanted.includes(stemOf(foldWord(part.word))));
  const others = (['folder', 'file'] as const).filter((place) =>
    has(place === 'folder' ? asset.folder : wordsOfFileName(asset).join('\n')),
  );
  return has(asset.tags.join('\n')) || others.length === 0 ? ['tags', ...others] : others;
}
