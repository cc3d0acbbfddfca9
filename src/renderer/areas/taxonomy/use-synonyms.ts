import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { SynonymGroup, SynonymsInput, Taxonomy } from '../../../contract/taxonomy.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { describeError, type WireProblem } from '../../base/wire-error.ts';

/** Adds or changes a group of synonyms, undoable; answers what was wrong, to be shown next to the field. */
export async function saveSynonyms(
  input: SynonymsInput,
  before: SynonymGroup | null,
): Promise<WireProblem | null> {
  try {
    const { undo } = await engine.taxonomy.defineSynonyms(input);
    const said = input.words[0] ?? '';
    showChanged({ message: before ? t`‘${said}’ changed.` : t`‘${said}’ added.`, undo });
    return null;
  } catch (error) {
    return describeError(error);
  }
}

/** Takes a group out of use, undoable. */
export async function removeSynonyms(group: SynonymGroup): Promise<void> {
  try {
    const { undo } = await engine.taxonomy.defineSynonyms({ ...group, retired: true });
    showChanged({ message: t`‘${{ word: group.words[0] ?? '' }}’ removed.`, undo });
  } catch (error) {
    showError(error);
  }
}

/** How many of the usual synonyms this hub lacks; 0 for who could not add them. */
export function useMissingSynonyms(mayAdd: boolean): number {
  return useQuery(orpc.taxonomy.usualSynonyms.queryOptions({ enabled: mayAdd })).data?.missing ?? 0;
}

/** Adds what is missing of the usual synonyms, undoable in one. */
export async function addUsualSynonyms(): Promise<void> {
  try {
    const { added, undo } = await engine.taxonomy.addUsualSynonyms();
    showChanged({
      message: plural(added.length, {
        one: '# group of synonyms added.',
        other: '# groups of synonyms added.',
      }),
      undo,
    });
  } catch (error) {
    showError(error);
  }
}

/** The words for one list of terms, or for each other, in the order of their terms. */
type SynonymSection = { readonly title: string; readonly groups: readonly SynonymGroup[] };

const SECTIONS = [
  { facet: 'stage', title: t`For buying stages`, list: 'stages' },
  { facet: 'persona', title: t`For personas`, list: 'personas' },
  { facet: 'type', title: t`For content types`, list: 'types' },
  { facet: 'product', title: t`For products`, list: 'products' },
] as const;

/** Synonyms in use, by what they mean. Sections without any are left out. */
export function synonymSections(taxonomy: Taxonomy): SynonymSection[] {
  const used = taxonomy.synonyms.filter(({ retired }) => !retired);
  const ofTerms = SECTIONS.map(({ facet, title, list }) => {
    const order = new Map(taxonomy[list].map(({ id }, at) => [id, at]));
    const place = ({ means }: SynonymGroup): number =>
      means.facet === 'same' ? 0 : (order.get(means.term) ?? order.size);
    const groups = used.filter(({ means }) => means.facet === facet);
    return { title, groups: groups.sort((a, b) => place(a) - place(b) || byWord(a, b)) };
  });
  const same = used.filter(({ means }) => means.facet === 'same').sort(byWord);
  return [...ofTerms, { title: t`For each other`, groups: same }].filter(({ groups }) => groups.length > 0);
}

function byWord(a: SynonymGroup, b: SynonymGroup): number {
  return (a.words[0] ?? '').localeCompare(b.words[0] ?? '');
}

/** What a group means, by name: null for words that mean each other. */
export function meaningName(taxonomy: Taxonomy, { means }: Pick<SynonymGroup, 'means'>): string | null {
  if (means.facet === 'same') return null;
  const section = SECTIONS.find(({ facet }) => facet === means.facet);
  const terms: readonly { readonly id: string; readonly name: string }[] =
    section === undefined ? [] : taxonomy[section.list];
  return terms.find(({ id }) => id === means.term)?.name ?? means.term;
}

/** What a group can be made to mean, for a select; the value of an entry is read by {@link meaningOf}. */
export function meaningChoices(
  taxonomy: Taxonomy,
): { group: string; items: { value: string; label: string }[] }[] {
  const terms = SECTIONS.map(({ facet, title, list }) => ({
    group: title,
    items: taxonomy[list]
      .filter(({ retired }) => !retired)
      .map(({ id, name }) => ({ value: `${facet}:${id}`, label: name })),
  }));
  return [
    { group: t`For each other`, items: [{ value: 'same', label: t`The same as each other` }] },
    ...terms.filter(({ items }) => items.length > 0),
  ];
}

/** The choice of a meaning. */
export function meaningValue(means: SynonymGroup['means']): string {
  return means.facet === 'same' ? 'same' : `${means.facet}:${means.term}`;
}

/** The meaning of a choice. */
export function meaningOf(value: string | null): SynonymGroup['means'] {
  const [name, term = ''] = value?.split(':') ?? [];
  const facet = SECTIONS.find((section) => section.facet === name)?.facet;
  return facet === undefined ? { facet: 'same' } : { facet, term };
}
