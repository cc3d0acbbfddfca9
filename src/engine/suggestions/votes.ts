import type { Holds } from '../../domain/kernel/holds.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { audienceOfType, knownTerm, nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { SuggestionSays } from '../../shared/says/suggestions.ts';
import { aboutField, isDimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { type AnyFacet, facetOfList } from '../../shared/vocabulary/taxonomy.ts';
import { isInUse, NamedTerms, plainWords } from './named-terms.ts';
import { Neighbours } from './neighbours.ts';
import { plainName, type Signals } from './signals.ts';
import { type SuggestedField, suggestedFields, type TaggedDocument } from './tagged-document.ts';
import { TermsInTexts } from './terms-in-text.ts';
import { LANGUAGE_WORDS } from './type-words.ts';

/** What speaks for a value of an attribute. */

/** A kind of evidence with how strong it is: those of one name are equally often right. */
export type Vote = {
  readonly value: string;
  readonly evidence: string;
  readonly why: Says<keyof SuggestionSays>;
};

/** What votes are taken from: the hub's words and its tagged documents. */
export class Library {
  readonly catalog: Holds<TaxonomyPart>;
  readonly documents: readonly TaggedDocument[];
  /** What is suggested, in this order. */
  readonly fields: readonly SuggestedField[];
  readonly #names: NamedTerms;
  readonly #inTexts: TermsInTexts;
  readonly #neighbours: Neighbours;
  readonly #inFolder = new Map<string, number[]>();
  readonly #ofType = new Map<string, number[]>();

  constructor(catalog: Holds<TaxonomyPart>, documents: readonly TaggedDocument[]) {
    this.catalog = catalog;
    this.documents = documents;
    this.fields = suggestedFields(catalog);
    this.#names = new NamedTerms(catalog);
    this.#inTexts = new TermsInTexts(catalog);
    this.#neighbours = new Neighbours(documents.map(({ words }) => words));
    for (const [at, { folder, values }] of documents.entries()) {
      if (folder !== '') entryOf(this.#inFolder, folderKey(folder), () => []).push(at);
      for (const type of values.type ?? []) entryOf(this.#ofType, type, () => []).push(at);
    }
  }

  /** A document as it is looked at: beside all others, or all but itself where it is one of them. */
  look(document: Signals, except?: number): Looked {
    const places = (found: readonly number[] = []) =>
      found.flatMap((at) => (at === except ? [] : (this.documents[at] ?? [])));
    return {
      document,
      catalog: this.catalog,
      names: this.#names,
      inTexts: this.#inTexts,
      near: this.#neighbours.nearest(document.words, except).flatMap(({ at, similarity }) => {
        const near = this.documents[at];
        return near === undefined || similarity < LEAST_SIMILAR ? [] : [{ near, similarity }];
      }),
      sameFolder: document.folder === '' ? [] : places(this.#inFolder.get(folderKey(document.folder))),
      ofType: (type) => places(this.#ofType.get(type)),
    };
  }
}

const LEAST_SIMILAR = 0.05;

/** A document with what of the library surrounds it. */
type Looked = {
  readonly document: Signals;
  readonly catalog: Holds<TaxonomyPart>;
  readonly names: NamedTerms;
  readonly inTexts: TermsInTexts;
  readonly near: readonly { readonly near: TaggedDocument; readonly similarity: number }[];
  readonly sameFolder: readonly TaggedDocument[];
  readonly ofType: (type: string) => readonly TaggedDocument[];
};

/** All that speaks for values of an attribute; `type`: the content type that it is taken for. */
export function votesFor(attribute: SuggestedField, looked: Looked, type?: string): Vote[] {
  const { kind } = aboutField(attribute);
  if (kind === 'language') return [...byLanguage(looked.document), ...byNeighbours(attribute, looked)];
  const votes = [...byNeighbours(attribute, looked), ...byFolder(attribute, looked)];
  const facet = facetOf(attribute);
  if (facet !== undefined) votes.push(...byName(facet, looked));
  if (type !== undefined && attribute !== 'type') votes.push(...byType(attribute, type, looked));
  // Documents keep terms that were given up since; nothing new gets them.
  return facet === undefined
    ? votes
    : votes.filter(({ value }) => isInUse(knownTerm(looked.catalog, facet, value)));
}

function facetOf(attribute: SuggestedField): AnyFacet | undefined {
  const about = aboutField(attribute);
  return 'list' in about ? facetOfList(about.list) : undefined;
}

/** What the title, the file's name and its folders say outright; of the folders the nearest that says something. */
function byName(facet: AnyFacet, { document, names, inTexts }: Looked): Vote[] {
  const votes: Vote[] = [];
  const vote = (text: string, evidence: string, why: Vote['why']): boolean => {
    const words = plainWords(text);
    const own = names.named(words, facet);
    const usual = facet === 'type' && own.length === 0 ? names.typeNamed(words) : undefined;
    const manner = usual !== undefined ? ' by usual words' : own.length > 1 ? ' of several' : '';
    const values = usual === undefined ? own : [usual];
    votes.push(...values.map((value) => ({ value, evidence: `${evidence}${manner}`, why })));
    return values.length > 0;
  };
  const { fileName, title } = document;
  const name = plainName(fileName);
  vote(name, 'file name', says('suggestions.file-name', { name: fileName }));
  // A title that was made of the name says nothing more.
  if (!plainWords(name).includes(plainWords(title)))
    vote(title, 'title', says('suggestions.title', { title }));
  if (facet === 'product' || isDimensionField(facet))
    votes.push(...byText(facet, inTexts.of(facet, document)));
  for (const [above, folder] of document.folder.split('/').reverse().entries())
    if (vote(folder, above === 0 ? 'folder' : 'folder above', says('suggestions.folder-name', { folder })))
      break;
  return votes;
}

/** What a text names; of a dimension that is less than of a product: many texts name many industries in passing. */
function byText(facet: AnyFacet, terms: readonly string[]): Vote[] {
  const why = says('suggestions.in-text');
  const alone = terms.length === 1 ? 'alone' : 'among others';
  const evidence = isDimensionField(facet) ? `named in text ${alone}` : 'in text';
  return terms.map((value) => ({ value, evidence, why }));
}

/** What those in the same folder have. */
function byFolder(attribute: SuggestedField, { document, sameFolder }: Looked): Vote[] {
  return shares(attribute, sameFolder, 2).map(({ value, share, count }) => ({
    value,
    evidence: `in folder ${step(share, 0.95, 0.75, 0.5)} of ${sameFolder.length < 5 ? 'few' : 'many'}`,
    why: says('suggestions.same-folder', { count, folder: document.folder }),
  }));
}

/** Folders of the same name hold the same, wherever they lie. */
function folderKey(folder: string): string {
  return plainWords(folder.slice(folder.lastIndexOf('/') + 1)).replace(/^\d+ /u, '');
}

/** What documents of the same content type have. */
function byType(attribute: SuggestedField, type: string, { catalog, ofType }: Looked): Vote[] {
  const name = nameOfTerm(catalog, 'type', type) ?? type;
  const same = ofType(type);
  const votes: Vote[] = shares(attribute, same, 3).map(({ value, share, count }) => ({
    value,
    evidence: `of type ${step(share, 0.95, 0.75, 0.5)} of ${same.length < 8 ? 'few' : 'many'}`,
    why: says('suggestions.same-type', { count, type: name }),
  }));
  const usual = aboutField(attribute).kind === 'audience' ? audienceOfType(catalog, type) : undefined;
  if (usual !== undefined)
    votes.push({
      value: usual,
      evidence: 'audience of type',
      why: says('suggestions.type-audience', { type: name }),
    });
  return votes;
}

/** What the documents have that speak of the same: by their similarity. */
function byNeighbours(attribute: SuggestedField, { near }: Looked): Vote[] {
  const all = near.reduce((sum, { similarity }) => sum + similarity, 0);
  const close = step(near[0]?.similarity ?? 0, 0.5, 0.3, 0.15);
  const having = new Map<string, (typeof near)[number][]>();
  for (const one of near)
    for (const value of one.near.values[attribute] ?? []) entryOf(having, value, () => []).push(one);
  return [...having].flatMap(([value, those]): Vote[] => {
    const share = those.reduce((sum, { similarity }) => sum + similarity, 0) / all;
    const title = those[0]?.near.title ?? '';
    if (share < 0.3) return [];
    const why = says('suggestions.similar', { title, count: those.length - 1 });
    return [{ value, evidence: `like ${close} ${step(share, 0.85, 0.65, 0.45)}`, why }];
  });
}

/** What it was found to be written in, and what its name and folders are marked with. */
function byLanguage(document: Signals): Vote[] {
  const votes: Vote[] = [];
  if (document.language !== undefined)
    votes.push({
      value: document.language,
      evidence: `text ${step(document.length, 100, 30, 8)}`,
      why: says('suggestions.text'),
    });
  const marked = [plainName(document.fileName), ...document.folder.split('/').reverse()];
  for (const text of marked) {
    const words = plainWords(text).split(' ');
    const found = LANGUAGE_WORDS.find(([pattern]) => words.some((word) => pattern.test(word)));
    if (found === undefined) continue;
    votes.push({
      value: found[1],
      evidence: 'language mark',
      why: says('suggestions.language-mark', { name: text }),
    });
    break;
  }
  return votes;
}

/** The values that at least so many documents have, and half of them. */
function shares(attribute: SuggestedField, documents: readonly TaggedDocument[], least: number) {
  const counts = new Map<string, number>();
  for (const { values } of documents)
    for (const value of values[attribute] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count, share: count / documents.length }))
    .filter(({ count, share }) => count >= least && share >= 0.5);
}

/** A number as one of few steps. */
function step(value: number, high: number, middle: number, low: number): string {
  return value >= high ? 'high' : value >= middle ? 'middle' : value >= low ? 'low' : 'least';
}
