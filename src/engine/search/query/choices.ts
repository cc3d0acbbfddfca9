import type { AssetSummary } from '../../../contract/assets.ts';
import {
  ATTRIBUTES,
  type Attribute,
  type AttributeOperator,
  OPERATORS,
  type TermList,
} from '../../../shared/vocabulary/asset-attributes.ts';
import type { Audience } from '../../../shared/vocabulary/assets.ts';
import { attributeValues } from '../../assets/attribute-values.ts';
import type { SearchWords } from '../words/search-words.ts';
import type { Field } from './operators.ts';
import { newestAt } from './ordering.ts';
import { wordKey } from './word-key.ts';

/** The values that each operator can have, with what they ask of an asset. */

export type Choice = {
  readonly id: string;
  readonly name: string;
  /** Everything it can be called by, the name first. */
  readonly names: readonly string[];
  /** How it is best written in a query. */
  readonly written: string;
  readonly test: (asset: AssetSummary) => boolean;
  /** The asset's state that it names: looked for also where reps do not look by default. */
  readonly state?: AssetSummary['state'];
};

const NEW_FOR_MS = 30 * 86_400_000;

/** Values of an operator, in the order in which they are offered. */
export function choicesOf(field: Field, words: SearchWords, now: number): readonly Choice[] {
  if (field === 'is') return states(words, now);
  return field === 'file' ? FILES : attributeChoices(field, words);
}

/** By the attribute's kind, so that an operator for one more attribute has its values at once. */
function attributeChoices(operator: AttributeOperator, words: SearchWords): readonly Choice[] {
  const attribute: Attribute = ATTRIBUTES[OPERATORS[operator]];
  switch (attribute.kind) {
    case 'term':
    case 'terms':
      return terms(operator, attribute.list, words);
    case 'person':
      return people(operator, words);
    case 'language':
      return words
        .said(OPERATORS[operator])
        .toSorted()
        .map((id) => {
          const names = [languageName(id, 'en'), languageName(id, id), id];
          return { ...choice(id, names, saysInAnyCase(operator, id)), written: id };
        });
    case 'audience':
      return AUDIENCE_NAMES.map(([id, ...names]) => choice(id, names, says(operator, id)));
    case 'line':
    case 'prose':
    case 'tags':
    case 'status':
    case 'day':
      return words
        .said(OPERATORS[operator])
        .map((value) => choice(value, [value], saysInAnyCase(operator, value)));
  }
}

/** Whether an asset says a value of what an operator asks for. */
function says(operator: AttributeOperator, value: string): Choice['test'] {
  return (asset) => attributeValues(asset, OPERATORS[operator]).includes(value);
}

function saysInAnyCase(operator: AttributeOperator, value: string): Choice['test'] {
  const wanted = value.toLowerCase();
  return (asset) => attributeValues(asset, OPERATORS[operator]).some((own) => own.toLowerCase() === wanted);
}

function choice(id: string, names: readonly string[], test: Choice['test']): Choice {
  const [name = id] = names;
  return { id, name, names, written: wordKey(id) === wordKey(name) ? id : name.toLowerCase(), test };
}

function terms(operator: AttributeOperator, list: TermList, words: SearchWords): Choice[] {
  return words[list].map(({ id, name }) => {
    const aliases = words.synonyms.flatMap(({ words: same, means }) =>
      means.facet === operator && means.term === id ? same : [],
    );
    return choice(id, [name, id, ...aliases], says(operator, id));
  });
}

function people(operator: AttributeOperator, words: SearchWords): Choice[] {
  const all = words.people.map(
    ({ id, name }): Choice => ({
      ...{ id, name, names: [name, id], written: name.toLowerCase() },
      test: says(operator, id),
    }),
  );
  const mine = words.me === undefined ? [] : [choice('me', ['me'], says(operator, words.me))];
  const nobody: Choice['test'] = (asset) => attributeValues(asset, OPERATORS[operator]).length === 0;
  return [...mine, ...all, choice('nobody', ['nobody', 'none'], nobody)];
}

/** A language by its name in another one; its code where no name is known. */
function languageName(id: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(id) ?? id;
  } catch (error) {
    if (error instanceof RangeError) return id; // what an asset calls its language need not be a code
    throw error;
  }
}

/** Each audience with what it can be called by. */
const AUDIENCE_NAMES: readonly (readonly [Audience, ...string[]])[] = [
  ['internal', 'internal', 'internal only'],
  ['customer', 'customer-facing', 'customer', 'customers', 'external'],
];

const file = (name: string, kinds: readonly string[], ...others: string[]): Choice =>
  choice(name, [name, ...others], ({ version }) => kinds.includes(version.kind));

const FILES: readonly Choice[] = [
  file('pdf', ['pdf']),
  file('slides', ['pptx'], 'powerpoint', 'pptx', 'presentation'),
  file('word', ['docx'], 'docx', 'document'),
  file('sheet', ['xlsx'], 'excel', 'xlsx', 'spreadsheet'),
  file('video', ['video']),
  file('audio', ['audio']),
  file('image', ['image'], 'picture'),
  file('html', ['html'], 'web page'),
  file('text', ['text', 'markdown'], 'markdown'),
];

function states({ me }: SearchWords, now: number): Choice[] {
  const state = (name: string, test: Choice['test'], ...others: string[]): Choice =>
    choice(name, [name, ...others], test);
  const inState = (name: AssetSummary['state'], ...others: string[]): Choice => ({
    ...choice(name, [name, ...others], (asset) => asset.state === name),
    state: name,
  });
  return [
    state('fresh', ({ freshness }) => freshness === 'fresh'),
    state('stale', ({ freshness }) => freshness === 'stale', 'old', 'outdated'),
    inState('verified'),
    state('unverified', (asset) => asset.state !== 'verified'),
    state('rated', ({ usefulness }) => usefulness.count > 0),
    state('unrated', ({ usefulness }) => usefulness.count === 0),
    state('used', ({ uses }) => uses > 0),
    state('unused', ({ uses }) => uses === 0, 'never-used'),
    state('new', (asset) => now - newestAt(asset) < NEW_FOR_MS),
    ...(me === undefined ? [] : [state('mine', ({ owner }) => owner?.id === me)]),
    state('internal', ({ audience }) => audience === 'internal', 'internal-only'),
    state('customer-facing', ({ audience }) => audience === 'customer', 'customer', 'external'),
    state('searchable', ({ version }) => version.text.state !== 'not'),
    state('unsearchable', ({ version }) => version.text.state === 'not', 'scanned'),
    state('published', (asset) => asset.state === 'published' || asset.state === 'verified'),
    inState('due-for-review', 'due', 'review-due'),
    inState('draft'),
    state('waiting', ({ waiting }) => waiting !== undefined, 'draft-version'),
    inState('in-review'),
    inState('scheduled'),
    inState('expired'),
    inState('archived'),
  ];
}
