import type { RequiredAttribute } from '../vocabulary/asset-attributes.ts';
import type { NoValues } from './says.ts';

/** What a row must say before it can be published: an attribute, or a dimension by its name. */
type Needed = RequiredAttribute | { readonly dimension: string };
type OfFile = { readonly file: string };

/** The table of files on their way to being assets. */
export type PublishSays = {
  readonly 'publish.in-library': { readonly title: string };
  /** `file`: where its row lies. */
  readonly 'publish.same-as': OfFile;
  /** `content`: what it is in truth, as `PDF`. */
  readonly 'publish.misnamed': { readonly content: string };
  readonly 'publish.folder-gone': NoValues;
  readonly 'publish.files-gone': NoValues;
  readonly 'publish.not-ready': OfFile;
  readonly 'publish.incomplete': OfFile & { readonly missing: Needed };
  readonly 'publish.incomplete-draft': OfFile & { readonly missing: Needed };
  readonly 'publish.without-type': NoValues;
  readonly 'publish.no-copy': NoValues;
  readonly 'publish.under-way': NoValues;
  readonly 'publish.empty-rule': NoValues;
  readonly 'publish.no-picture': NoValues;
};
