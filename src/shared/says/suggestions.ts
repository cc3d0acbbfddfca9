import type { NoValues } from './says.ts';

/** Why something is suggested for a document. */
export type SuggestionSays = {
  readonly 'suggestions.file-name': { readonly name: string };
  /** Of many files; `name`: of one of them. */
  readonly 'suggestions.file-names': { readonly name: string };
  readonly 'suggestions.title': { readonly title: string };
  readonly 'suggestions.folder-name': { readonly folder: string };
  /** Of files in several folders; `folder`: one of them. */
  readonly 'suggestions.folder-names': { readonly folder: string };
  /** `count`: how many assets in that folder have it. */
  readonly 'suggestions.same-folder': { readonly count: number; readonly folder: string };
  /** `count`: how many assets of that type have it. */
  readonly 'suggestions.same-type': { readonly count: number; readonly type: string };
  readonly 'suggestions.type-audience': { readonly type: string };
  /** Of files of several types. */
  readonly 'suggestions.audience-of-types': NoValues;
  /** `title`: the one that is most like it; `count`: how many others. */
  readonly 'suggestions.similar': { readonly title: string; readonly count: number };
  /** Its text names it. */
  readonly 'suggestions.in-text': NoValues;
  /** Its text is in that language. */
  readonly 'suggestions.text': NoValues;
  readonly 'suggestions.language-mark': { readonly name: string };
  /** `count`: how many files of the same drop and folder say so. */
  readonly 'suggestions.peers': { readonly count: number; readonly folder: string };
  readonly 'suggestions.rule': { readonly pattern: string };
};
