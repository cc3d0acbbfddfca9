import type { AssetSummary } from '../../contract/assets.ts';
import { LANGUAGE_WORDS } from '../suggestions/type-words.ts';
import { namedVersion } from './version-order.ts';

/** What files' names say of documents in several languages: `Case study DE.pdf` beside `Case study EN.pdf`. */

/** A name without the word at its end that says the language; undefined where there is none. */
export function languageOfName(
  fileName: string,
): { readonly stem: string; readonly language: string } | undefined {
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
  assets: ReadonlyMap<string, AssetSummary>,
  published: readonly string[],
): string[][] {
  const stems = new Map<string, NamedAsset[]>();
  for (const id of published) {
    const named = languageOfName(assets.get(id)?.version.fileName ?? '');
    if (named !== undefined) stems.set(named.stem, []);
  }
  if (stems.size === 0) return [];
  // To read a name takes its time: only those are read that could be one of these.
  const first = new Set([...stems.keys()].map((stem) => stem.split(' ', 1)[0] ?? ''));
  for (const { id, variant, version } of assets.values()) {
    const name = version.fileName.toLowerCase();
    if (![...first].some((word) => name.includes(word))) continue;
    const named = languageOfName(version.fileName);
    const group = stems.get(named?.stem ?? '');
    if (named !== undefined) group?.push({ id, language: named.language, family: variant?.original ?? id });
  }
  return [...stems.values()].filter(areEditions).map((group) => group.map(({ id }) => id));
}

type NamedAsset = { readonly id: string; readonly language: string; readonly family: string };

function areEditions(group: readonly NamedAsset[]): boolean {
  const languages = new Set(group.map(({ language }) => language));
  const families = new Set(group.map(({ family }) => family));
  return languages.size > 1 && languages.size === group.length && families.size > 1;
}
