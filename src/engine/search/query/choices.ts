import type { AssetSummary } from '../../../contract/assets.ts';
import { says } from '../../../shared/says/says.ts';
import type { SearchValue } from '../../../shared/says/search.ts';
import {
  ATTRIBUTES,
  type Attribute,
  type AttributeOperator,
  OPERATORS,
  type TermList,
} from '../../../shared/vocabulary/asset-attributes.ts';
import { type DimensionField, isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import { AUDIENCES, type DocumentKind } from '../../../shared/vocabulary/assets.ts';
import { isKitRow } from '../../../shared/vocabulary/ids.ts';
import {
  AUDIENCE_NAMES,
  FILE_GROUPS,
  type FileGroup,
  QUERY_STATES,
  type QueryState,
} from '../../../shared/vocabulary/query-values.ts';
import { attributeValues } from '../../assets/attribute-values.ts';
import type { SearchWords } from '../words/search-words.ts';
import type { Field } from './operators.ts';
import { newestAt } from './ordering.ts';
import { wordKey } from './word-key.ts';

/** The values that each operator can have, with what they ask of an asset. */

export type Choice = {
  readonly id: string;
  readonly name: string;
  /** How people read it, in their language. */
  readonly says: SearchValue;
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
  if (isDimensionField(field)) return dimensionTerms(field, words);
  return field === 'file' ? FILES : attributeChoices(field as AttributeOperator, words);
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
          const said = says('search.language', { language: id });
          return { ...choice(id, names, isSaidInAnyCase(operator, id), said), written: id };
        });
    case 'audience':
      return AUDIENCES.map((id) =>
        choice(id, AUDIENCE_NAMES[id], isSaid(operator, id), says('search.audience', { audience: id })),
      );
    case 'path':
      return folders(operator, words);
    case 'line':
    case 'prose':
    case 'tags':
    case 'status':
    case 'day':
      return words
        .said(OPERATORS[operator])
        .map((value) => choice(value, [value], isSaidInAnyCase(operator, value)));
  }
}

/** Whether an asset says a value of what an operator asks for. */
function isSaid(operator: AttributeOperator, value: string): Choice['test'] {
  return (asset) => attributeValues(asset, OPERATORS[operator]).includes(value);
}

function isSaidInAnyCase(operator: AttributeOperator, value: string): Choice['test'] {
  const wanted = value.toLowerCase();
  return (asset) => attributeValues(asset, OPERATORS[operator]).some((own) => own.toLowerCase() === wanted);
}

/** `said`: a word of the vocabulary; else it is read as it is called. */
function choice(id: string, names: readonly string[], test: Choice['test'], said?: SearchValue): Choice {
  const [name = id] = names;
  const written = wordKey(id) === wordKey(name) ? id : name.toLowerCase();
  return { id, name, names, written, test, says: said ?? says('search.named', { name }) };
}

function terms(operator: AttributeOperator, list: TermList, words: SearchWords): Choice[] {
  return words[list].map(({ id, name }) => {
    const aliases = words.synonyms.flatMap(({ words: same, means }) =>
      means.facet === operator && means.term === id ? same : [],
    );
    return choice(id, [name, id, ...aliases], isSaid(operator, id));
  });
}

function dimensionTerms(field: DimensionField, { dimensions }: SearchWords): Choice[] {
  const terms = dimensions.find((dimension) => dimension.field === field)?.terms ?? [];
  return terms.map(({ id, name, also }) =>
    choice(id, [name, id, ...also], (asset) => attributeValues(asset, field).includes(id)),
  );
}

function people(operator: AttributeOperator, words: SearchWords): Choice[] {
  const all = words.people.map(({ id, name }) => ({
    ...choice(id, [name, id], isSaid(operator, id)),
    written: name.toLowerCase(),
  }));
  const mine =
    words.me === undefined ? [] : [choice('me', ['me'], isSaid(operator, words.me), says('search.me'))];
  const nobody: Choice['test'] = (asset) => attributeValues(asset, OPERATORS[operator]).length === 0;
  return [...mine, ...all, choice('nobody', ['nobody', 'none'], nobody, says('search.nobody'))];
}

/** Folders with what lies below them, by the whole path and by the name of any level: `folder:battlecards` means each folder of that name. */
function folders(operator: AttributeOperator, words: SearchWords): Choice[] {
  return words.said(OPERATORS[operator]).map((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return { ...choice(path, [path, name], isSaidInAnyCase(operator, path)), written: path.toLowerCase() };
  });
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

/** Each group of files: its kinds, and what else it can be called. */
const KINDS: Readonly<
  Record<FileGroup, { readonly kinds: readonly DocumentKind[]; readonly also: readonly string[] }>
> = {
  pdf: { kinds: ['pdf'], also: [] },
  slides: { kinds: ['pptx', 'odp'], also: ['powerpoint', 'pptx', 'ppt', 'odp', 'presentation'] },
  word: { kinds: ['docx', 'odt', 'rtf'], also: ['docx', 'doc', 'odt', 'rtf', 'document'] },
  sheet: { kinds: ['xlsx', 'ods'], also: ['excel', 'xlsx', 'xls', 'ods', 'spreadsheet'] },
  email: { kinds: ['email'], also: ['e-mail', 'mail', 'eml', 'msg'] },
  book: { kinds: ['epub'], also: ['epub', 'e-book'] },
  video: { kinds: ['video'], also: [] },
  audio: { kinds: ['audio'], also: [] },
  image: { kinds: ['image'], also: ['picture'] },
  html: { kinds: ['html'], also: ['web page'] },
  text: {
    kinds: ['text', 'markdown', 'captions', 'calendar'],
    also: ['markdown', 'captions', 'subtitles', 'calendar'],
  },
};

const FILES: readonly Choice[] = FILE_GROUPS.map((group) => {
  const { kinds, also } = KINDS[group];
  const test: Choice['test'] = ({ version }) => kinds.includes(version.kind);
  return choice(group, [group, ...also], test, says('search.file-group', { group }));
});

type State = {
  readonly test: Choice['test'];
  readonly also?: readonly string[];
  /** It is an asset's state. */
  readonly names?: AssetSummary['state'];
};

function states({ me }: SearchWords, now: number): Choice[] {
  const inState = (state: AssetSummary['state'], ...also: string[]): State => ({
    ...{ test: (asset) => asset.state === state, names: state, also },
  });
  const all: Readonly<Record<QueryState, State>> = {
    fresh: { test: ({ freshness }) => freshness === 'fresh' },
    stale: { test: ({ freshness }) => freshness === 'stale', also: ['old', 'outdated'] },
    verified: inState('verified'),
    unverified: { test: (asset) => asset.state !== 'verified' },
    rated: { test: ({ usefulness }) => usefulness.count > 0 },
    unrated: { test: ({ usefulness }) => usefulness.count === 0 },
    used: { test: ({ uses }) => uses > 0 },
    unused: { test: ({ uses }) => uses === 0, also: ['never-used'] },
    new: { test: (asset) => now - newestAt(asset) < NEW_FOR_MS },
    mine: { test: ({ owner }) => owner?.id === me },
    internal: { test: ({ audience }) => audience === 'internal', also: ['internal-only'] },
    'customer-facing': { test: ({ audience }) => audience === 'customer', also: ['customer', 'external'] },
    kit: { test: ({ id }) => isKitRow(id), also: ['play'] },
    searchable: { test: ({ version }) => version.text.state !== 'not' },
    unsearchable: { test: ({ version }) => version.text.state === 'not', also: ['scanned'] },
    published: { test: ({ state }) => state === 'published' || state === 'verified' },
    'due-for-review': inState('due-for-review', 'due', 'review-due'),
    draft: inState('draft'),
    waiting: { test: ({ waiting }) => waiting !== undefined, also: ['draft-version'] },
    'in-review': inState('in-review'),
    scheduled: inState('scheduled'),
    recalled: inState('recalled'),
    expired: inState('expired'),
    archived: inState('archived'),
  };
  // Without a member nothing is anybody's own.
  return QUERY_STATES.filter((state) => state !== 'mine' || me !== undefined).map((state) => {
    const { test, also = [], names } = all[state];
    const named = choice(state, [state, ...also], test, says('search.state', { state }));
    return { ...named, ...(names !== undefined && { state: names }) };
  });
}
