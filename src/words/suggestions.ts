import { msg, plural } from '@lingui/core/runtime-macro';
import type { SuggestionSays } from '../shared/says/suggestions.ts';
import type { Words } from './words.ts';

/** Why something is suggested for a document. */
export const suggestionsWords: Words<SuggestionSays> = {
  'suggestions.file-name': ({ name }) => msg`The file is called ‘${{ name }}’.`,
  'suggestions.file-names': ({ name }) => msg`Their names say so, as ‘${{ name }}’ does.`,
  'suggestions.title': ({ title }) => msg`The title is ‘${{ title }}’.`,
  'suggestions.folder-name': ({ folder }) => msg`The folder is called ‘${{ folder }}’.`,
  'suggestions.folder-names': ({ folder }) => msg`Their folders say so, as ‘${{ folder }}’ does.`,
  'suggestions.same-folder': ({ count, folder }) =>
    msg`${plural({ count }, { one: '# other', other: '# others' })} from ‘${{ folder }}’ in the library.`,
  'suggestions.same-type': ({ count, type }) =>
    msg`${plural({ count }, { one: '# other', other: '# others' })} of the type ${{ type }}.`,
  'suggestions.type-audience': ({ type }) => msg`The usual audience of the type ${{ type }}.`,
  'suggestions.audience-of-types': () => msg`The usual audience of their types.`,
  'suggestions.similar': ({ title, count }) =>
    count === 0
      ? msg`Its words are like those of ‘${{ title }}’.`
      : msg`Its words are like those of ‘${{ title }}’ and ${plural({ count }, { one: '# more', other: '# more' })}.`,
  'suggestions.in-text': () => msg`Its text names it.`,
  'suggestions.text': () => msg`Its text is in that language.`,
  'suggestions.language-mark': ({ name }) => msg`‘${{ name }}’ names the language.`,
  'suggestions.peers': ({ count, folder }) =>
    msg`${plural({ count }, { one: '# other file', other: '# other files' })} in ‘${{ folder }}’.`,
  'suggestions.rule': ({ pattern }) => msg`By the rule ‘${{ pattern }}’.`,
};
