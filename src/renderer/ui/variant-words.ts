import { plural, t } from '@lingui/core/macro';
import type { AssetSummary } from '../../contract/assets.ts';
import type { Hit } from '../../contract/search.ts';
import { languageName, listed } from '../../words/sentence.ts';

type Titled = { readonly language?: string | undefined; readonly title: string };

/** What a language edition is called: by its language, by its title where nobody said that. */
export function editionName({ language, title }: Titled): string {
  return isSaid(language) ? languageName(language) : title;
}

/** Language editions as they are listed: the original, then the others by what they are called. */
export function listedEditions<Edition extends Titled & { readonly original: boolean }>(
  editions: readonly Edition[],
): readonly Edition[] {
  return editions.toSorted(
    (a, b) => Number(b.original) - Number(a.original) || editionName(a).localeCompare(editionName(b)),
  );
}

function isSaid(language: string | undefined): language is string {
  return language !== undefined && language !== '';
}

/** That a language edition is behind its original: `German is one version behind`. */
export function behindWords(language: string | undefined, behind: number): string {
  if (!isSaid(language)) return plural(behind, { one: 'one version behind', other: '# versions behind' });
  const name = languageName(language);
  return plural(behind, { one: `${name} is one version behind`, other: `${name} is # versions behind` });
}

/** The same with little room. */
export function shortBehind(behind: number): string {
  return plural(behind, { one: '# version behind', other: '# versions behind' });
}

/** Why that matters. */
export function behindExplained(): string {
  return t`The original has a newer version than the one that this follows`;
}

/** In which edition words were found. */
export function foundInWords(asset: AssetSummary): string {
  return isSaid(asset.language)
    ? t`Found in the ${{ language: languageName(asset.language) }} version`
    : t`Found in “${{ title: asset.title }}”`;
}

/** In which other languages a result can be read; nothing where that is not said. */
export function alsoInWords(editions: NonNullable<Hit['editions']>): string {
  const names = editions.flatMap(({ language }) => (isSaid(language) ? [languageName(language)] : []));
  return names.length === 0
    ? ''
    : t`also in ${{ languages: listed([...new Set(names)].toSorted((a, b) => a.localeCompare(b))) }}`;
}
