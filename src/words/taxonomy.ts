import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/runtime-macro';
import type { TaxonomySays } from '../shared/says/taxonomy.ts';
import type { ToldFacet } from '../shared/vocabulary/taxonomy.ts';
import type { Words } from './words.ts';

type ByFacet<Given extends readonly unknown[] = []> = Readonly<
  Record<ToldFacet, (...given: Given) => MessageDescriptor>
>;

const PASSED_ON_BY_LEAD: ByFacet = {
  stage: () =>
    msg`This stage has synonyms, which only content leads can give to another. Ask a lead to retire it, or retire it without a successor. Nothing was changed.`,
  persona: () =>
    msg`This persona has synonyms, which only content leads can give to another. Ask a lead to retire it, or retire it without a successor. Nothing was changed.`,
  type: () =>
    msg`This type has synonyms, which only content leads can give to another. Ask a lead to retire it, or retire it without a successor. Nothing was changed.`,
  product: () =>
    msg`This product has synonyms, which only content leads can give to another. Ask a lead to retire it, or retire it without a successor. Nothing was changed.`,
  term: () =>
    msg`This term has synonyms, which only content leads can give to another. Ask a lead to retire it, or retire it without a successor. Nothing was changed.`,
};

const NAME_TAKEN: ByFacet = {
  stage: () => msg`There is already a stage of this name. Choose another name.`,
  persona: () => msg`There is already a persona of this name. Choose another name.`,
  type: () => msg`There is already a type of this name. Choose another name.`,
  product: () => msg`There is already a product of this name. Choose another name.`,
  term: () => msg`There is already a term of this name. Choose another name.`,
};

const ANOTHER_SUCCESSOR: ByFacet = {
  stage: () => msg`Choose another stage that is in use. Nothing was changed.`,
  persona: () => msg`Choose another persona that is in use. Nothing was changed.`,
  type: () => msg`Choose another type that is in use. Nothing was changed.`,
  product: () => msg`Choose another product that is in use. Nothing was changed.`,
  term: () => msg`Choose another term that is in use. Nothing was changed.`,
};

const NO_SUCH_TERM: ByFacet<[term: string]> = {
  stage: (term) => msg`There is no buying stage ‘${{ term }}’. Choose one of the list.`,
  persona: (term) => msg`There is no persona ‘${{ term }}’. Choose one of the list.`,
  type: (term) => msg`There is no content type ‘${{ term }}’. Choose one of the list.`,
  product: (term) => msg`There is no product ‘${{ term }}’. Choose one of the list.`,
  term: (term) => msg`There is no term ‘${{ term }}’. Choose one of the list.`,
};

/** The hub's own words. */
export const taxonomyWords: Words<TaxonomySays> = {
  'taxonomy.terms-by-lead': () =>
    msg`Only content leads can change stages, personas and types. Nothing was changed.`,
  'taxonomy.products-by-publishers': () =>
    msg`Only marketers and content leads can change products. Nothing was changed.`,
  'taxonomy.retired-by-lead': () =>
    msg`Only content leads can retire stages, personas and types. Nothing was changed.`,
  'taxonomy.synonyms-by-lead': () => msg`Only content leads can change synonyms. Nothing was changed.`,
  'taxonomy.synonyms-passed-on-by-lead': ({ facet }) => PASSED_ON_BY_LEAD[facet](),
  'taxonomy.name-taken': ({ facet }) => NAME_TAKEN[facet](),
  'taxonomy.dimension-name-taken': () => msg`There is already a dimension of this name. Choose another name.`,
  'taxonomy.dimension-name-reserved': ({ name }) =>
    msg`Every asset has ‘${{ name }}’ already. Choose another name.`,
  'taxonomy.most-dimensions': ({ most }) =>
    msg`A hub has at most ${{ most }} dimensions in use. Nothing was changed. Retire one first.`,
  'taxonomy.no-such-dimension': ({ dimension }) => msg`There is no dimension ‘${{ dimension }}’.`,
  'taxonomy.one-term': ({ dimension }) =>
    msg`An asset has one term of ‘${{ dimension }}’. Nothing was changed. Choose one.`,
  'taxonomy.dimension-needed': ({ dimension }) =>
    msg`Assets of this hub need ‘${{ dimension }}’. Nothing was published. Say it, or import drafts.`,
  'taxonomy.tags-by-lead': () => msg`Only content leads can change tags everywhere. Nothing was changed.`,
  'taxonomy.not-of-type': () =>
    msg`Tags can’t become content types, as each asset has one already. Choose another list.`,
  'taxonomy.not-tagged': () => msg`None of these assets has this term. Nothing was changed.`,
  'taxonomy.another-successor': ({ facet }) => ANOTHER_SUCCESSOR[facet](),
  'taxonomy.no-such-term': ({ facet, term }) => NO_SUCH_TERM[facet](term),
  'taxonomy.unsearchable-word': ({ word }) =>
    msg`‘${{ word }}’ has no letters or digits: nobody could search for it.`,
  'taxonomy.two-words': () => msg`Words that mean the same are at least two. Add another one.`,
};
