import type { AssetSummary } from '../../contract/assets.ts';
import { LANGUAGE_WORDS } from '../suggestions/type-words.ts';
import { namedVersion } from './version-order.ts';

/** What files' names say of documents in several languages: `Case study DE.pdf` beside `Case study EN.pdf`. */

/** A name without the word at its end that says the language; undefined where there is none. */
function languageOfName(fileName: string): { readonly stem: string; readonly language: string } | undefined {
  const { base } = namedVersion(fileName);
  // ‘EN v2’ could be French, ‘in v2’: the number of a version stays with a name that ends so.
  const words = base.replace(/ v\d+$/u, '').split(' ');
  const last = words.at(-1) ?? '';
  const found = words.length < 2 ? undefined : LANGUAGE_WORDS.find(([word]) => word.test(last));
  return found === undefined ? undefined : { stem: words.slice(0, -1).join(' '), language: found[1] };
}

/**
 * Assets that look like language editions of one another and are not linked as such, in groups that have any of those that were just published: named alike but
 * for a language at the end, each language once. Of a name that a language has twice nothing is said.
 */
export function languagesByName(
  assets: Iterable<AssetSummary>,
  published: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const byStem = new Map<
    string,
    { readonly id: string; readonly language: string; readonly family: string }[]
  >();
  for (const { id, variant, version, type } of assets) {
    const named = languageOfName(version.fileName);
    if (named === undefined) continue;
    const key = `${named.stem}\n${type}`;
    const one = { id, language: named.language, family: variant?.original ?? id };
    byStem.set(key, [...(byStem.get(key) ?? []), one]);
  }
  return [...byStem.values()].flatMap((group) => {
    const languages = new Set(group.map(({ language }) => language));
    const families = new Set(group.map(({ family }) => family));
    const isNew = group.some(({ id }) => published.has(id));
    return isNew && languages.size > 1 && languages.size === group.length && families.size > 1
      ? [group.map(({ id }) => id)]
      : [];
  });
}
