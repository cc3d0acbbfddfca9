import { whoIsWho } from '../../domain/people/people-selectors.ts';
import { allTerms, wordsForTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { ToldField } from '../../shared/says/told-field.ts';
import { singular } from '../../shared/singular.ts';
import { type AssetField, aboutField } from '../../shared/vocabulary/asset-fields.ts';
import { ASSET_STATUSES, AUDIENCES } from '../../shared/vocabulary/assets.ts';
import { TABLE_LANGUAGES } from '../../shared/vocabulary/metadata.ts';
import { plainWord } from '../../shared/vocabulary/plain-word.ts';
import { AUDIENCE_NAMES } from '../../shared/vocabulary/query-values.ts';
import { type AnyFacet, facetOfList } from '../../shared/vocabulary/taxonomy.ts';
import { toldField } from '../assets/dimension-fields.ts';
import type { WithAssets } from '../assets/with-assets.ts';

/** What values are called, for fields whose values are chosen and not typed. */

type Value = { readonly id: string; readonly name: string; readonly also: readonly string[] };

/** What a word names: one value, several, none. */
type Named =
  | { readonly found: 'one'; readonly id: string }
  | { readonly found: 'several' }
  | { readonly found: 'none' };

type Form = (text: string) => string;
const exactly: Form = (text) => text.trim().toLowerCase();
const inSingular: Form = (text) => plainWord(text).split(' ').map(singular).join(' ');

/** How a word is looked up, the surest way first: a name counts before a synonym, and as it is written before in another form. */
const WAYS: readonly { readonly form: Form; readonly names: (value: Value) => readonly string[] }[] = [
  { form: exactly, names: ({ name }) => [name] },
  { form: exactly, names: ({ id }) => [id] },
  ...[plainWord, inSingular].flatMap((form) => [
    { form, names: ({ id, name }: Value) => [name, id] },
    { form, names: ({ also }: Value) => also },
  ]),
];

/** The values of one field by their names; a table asks thousands of times. */
class Names {
  readonly #ways: readonly { readonly form: Form; readonly ids: ReadonlyMap<string, ReadonlySet<string>> }[];
  readonly #names: ReadonlyMap<string, string>;

  constructor(values: readonly Value[]) {
    this.#names = new Map(values.map(({ id, name }) => [id, name]));
    this.#ways = WAYS.map(({ form, names }) => ({ form, ids: byName(values, form, names) }));
  }

  /** What a word names. */
  find(word: string): Named {
    for (const { form, ids } of this.#ways) {
      const wanted = form(word);
      const found = wanted === '' ? undefined : ids.get(wanted);
      if (found === undefined) continue;
      const [id, other] = found;
      if (id !== undefined) return other === undefined ? { found: 'one', id } : { found: 'several' };
    }
    return { found: 'none' };
  }

  /** How a value is written so that it is read again: by its name, by its id where that names another. */
  write(id: string): string {
    const name = this.#names.get(id);
    if (name === undefined) return id;
    const named = this.find(name);
    return named.found === 'one' && named.id === id ? name : id;
  }
}

function byName(
  values: readonly Value[],
  form: Form,
  names: (value: Value) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const value of values) {
    for (const name of new Set(names(value).map(form))) {
      const known = ids.get(name);
      if (known === undefined) ids.set(name, new Set([value.id]));
      else known.add(value.id);
    }
  }
  return ids;
}

/** The values of each field that has some to choose of, as the hub has them now. */
export class KnownValues {
  readonly #replica: WithAssets;
  readonly #names = new Map<AssetField, Names>();

  constructor(replica: WithAssets) {
    this.#replica = replica;
  }

  /** The values of a field; undefined where any words go. */
  of(field: AssetField): Names | undefined {
    const known = this.#names.get(field);
    if (known !== undefined) return known;
    const values = this.#valuesOf(field);
    if (values === undefined) return undefined;
    const names = new Names(values);
    this.#names.set(field, names);
    return names;
  }

  /** A field as sentences tell it. */
  told(field: AssetField): ToldField {
    return toldField(this.#replica.catalog, field);
  }

  #valuesOf(field: AssetField): readonly Value[] | undefined {
    const attribute = aboutField(field);
    switch (attribute.kind) {
      case 'term':
      case 'terms':
        return this.#terms(facetOfList(attribute.list));
      case 'person':
        return this.#people();
      case 'language':
        return this.#languages();
      case 'audience':
        return AUDIENCES.map((id) => ({ id, name: AUDIENCE_NAMES[id][0] ?? id, also: AUDIENCE_NAMES[id] }));
      case 'status':
        return ASSET_STATUSES.map((id) => ({ id, name: id, also: [] }));
      case 'line':
      case 'prose':
      case 'tags':
      case 'day':
        return undefined;
    }
  }

  /** Those in use; retired ones by their id alone, so that none stands in the way of one that took its name. */
  #terms(facet: AnyFacet): readonly Value[] {
    const { catalog } = this.#replica;
    return allTerms(catalog, facet).map(({ id, name, retired }) => ({
      id,
      name: retired === true ? id : name,
      also: retired === true ? [] : wordsForTerm(catalog, facet, id),
    }));
  }

  #people(): readonly Value[] {
    const { catalog } = this.#replica;
    return [...whoIsWho(catalog).members.keys()].map((id) => ({
      id,
      name: catalog.member(id).name,
      also: [],
    }));
  }

  #languages(): readonly Value[] {
    const used = [...this.#replica.summaries.visible().values()].flatMap(({ language }) => language ?? []);
    return [...new Set([...COMMON_LANGUAGES, ...used])].map((id) => ({
      id,
      name: id,
      also: [...TABLE_LANGUAGES, id].flatMap((inLanguage) => languageName(id, inLanguage)),
    }));
  }
}

/** Known by name before any asset is in them: those of ISO 639-1 that documents are written in. */
const COMMON_LANGUAGES =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk ur vi zh'.split(
    ' ',
  );

function languageName(id: string, inLanguage: string): string[] {
  try {
    const name = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(id);
    return name === undefined ? [] : [name];
  } catch (error) {
    if (error instanceof RangeError) return []; // what an asset calls its language need not be a code
    throw error;
  }
}
