import { plural, t } from '@lingui/core/macro';
import type { PlanGroup } from '../../../contract/import-plan.ts';
import { say } from '../../../words/say.ts';
import { languageName, listed } from '../../../words/sentence.ts';
import { choicesFor, type FieldKey } from './columns.ts';
import type { PlanLine } from './plan-lines.ts';
import { labelOf, type RowTerms } from './row-terms.ts';

/** What the lines of the import plan say. */

type Proposal = PlanGroup['proposed'][number];

/** From here on a proposal is called sure. */
const SURE = 0.9;

/** The last level of a folder, and what it lies in. */
function folderWords(folder: string): { readonly name: string; readonly above: string } {
  if (folder === '') return { name: t`Files without a folder`, above: '' };
  const at = folder.lastIndexOf('/');
  return { name: folder.slice(at + 1), above: folder.slice(0, Math.max(0, at)) };
}

/** What a line is about, as its first words. */
export function lineName(line: PlanLine): { readonly name: string; readonly above: string } {
  if (line.kind === 'copies') return { name: t`Copies`, above: '' };
  if (line.kind === 'left') return { name: t`Left out`, above: '' };
  if (line.kind === 'group' && line.group.folders.length > 1) return foldersWords(line.group);
  return folderWords(line.kind === 'group' ? (line.group.folders[0] ?? '') : line.folder);
}

/** Folders of a line that are named; how many more there are is said. */
const MOST_NAMED = 2;

/** Several folders by their names, and what they lie in. */
function foldersWords({ folder, folders }: PlanGroup): { readonly name: string; readonly above: string } {
  const names = folders.slice(0, MOST_NAMED).map((one) => folderWords(one).name);
  const more = folders.length - names.length;
  const named = names.join(', ');
  return { name: more === 0 ? named : t`${{ listed: named }} and ${{ more }} more`, above: folder };
}

/** What is proposed for an attribute, as people read it. */
export function proposedWords(
  { attribute, values }: Pick<Proposal, 'attribute'> & { readonly values: readonly string[] },
  terms: RowTerms,
): string {
  return values.map((value) => valueWords(attribute, value, terms)).join(', ');
}

function valueWords(attribute: Proposal['attribute'], value: string, terms: RowTerms): string {
  if (attribute === 'language') return languageName(value);
  return isColumn(attribute) ? labelOf(choicesFor(attribute, terms), value) : value;
}

function isColumn(attribute: Proposal['attribute']): attribute is Extract<Proposal['attribute'], FieldKey> {
  return attribute !== 'summary' && attribute !== 'folder';
}

/** What a line says would become of its files. */
export function lineWords(line: PlanLine, terms: RowTerms): string {
  switch (line.kind) {
    case 'group':
      return line.group.proposed.length === 0
        ? t`Nothing is proposed: choose in the table`
        : line.group.proposed.map((proposal) => proposedWords(proposal, terms)).join(' · ');
    case 'families':
      return line.joined ? joinedWords(line) : versionWords(line);
    case 'editions':
      return editionsWords(line);
    case 'copies':
      return t`Same as files that are kept`;
    case 'left':
      return t`Already in the library, or can’t be read`;
  }
}

type FamilyLine = Extract<PlanLine, { readonly kind: 'families' }>;

function versionWords({ families, rows }: FamilyLine): string {
  return t`${plural(families.length, { one: '# document', other: '# documents' })} in ${plural(rows.length, {
    one: '# version',
    other: '# versions',
  })}: make each one asset, newest current`;
}

function joinedWords({ families, rows }: FamilyLine): string {
  return t`${plural(families.length, { one: '# asset', other: '# assets' })} with ${plural(rows.length, {
    one: '# version',
    other: '# versions',
  })}, newest current`;
}

function editionsWords({ editions, joined }: Extract<PlanLine, { readonly kind: 'editions' }>): string {
  const codes = new Set(editions.flatMap(({ rows }) => rows.map(({ language }) => language)));
  const languages = listed([...codes].map(languageName).toSorted((a, b) => a.localeCompare(b)));
  const documents = plural(editions.length, { one: '# document', other: '# documents' });
  return joined
    ? t`${documents} in ${languages}: will be linked as language versions`
    : t`${documents} in ${languages}: link as language versions`;
}

/** How sure a group's proposals are, in a word. */
export function sureWords({ proposed }: PlanGroup): string {
  if (proposed.length === 0) return '';
  if (proposed.every(({ ruled }) => ruled)) return t`rule`;
  return proposed.every(({ sure }) => sure >= SURE) ? t`sure` : t`likely`;
}

/** Why: the reasons for a group's proposals, each once. */
export function whyWords({ proposed }: PlanGroup): string {
  return [...new Set(proposed.map(({ why }) => say(why)))].join(' ');
}

/** What is said of a line that was accepted. */
export function acceptedWords(line: PlanLine): string {
  const { name } = lineName(line);
  if (line.kind === 'editions')
    return plural(line.editions.length, {
      one: 'The languages of # document will be linked when it is published.',
      other: 'The languages of # documents will be linked when they are published.',
    });
  return line.kind === 'families'
    ? plural(line.families.length, {
        one: 'Made # asset of its versions.',
        other: 'Made # assets of their versions.',
      })
    : t`Accepted for ${plural(line.rows.length, { one: '# file', other: '# files' })} of ‘${{ name }}’.`;
}
