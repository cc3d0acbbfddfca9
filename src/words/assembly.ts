import { msg } from '@lingui/core/runtime-macro';
import type { AssemblySays } from '../shared/says/assembly.ts';
import type { Words } from './words.ts';

/** One PDF made of pages. */
export const assemblyWords: Words<AssemblySays> = {
  'assembly.nothing': () => msg`None of this may be in a PDF for customers. Nothing was made.`,
  'assembly.no-pages': ({ title }) =>
    msg`“${{ title }}” has no pages that fit into a PDF. Send the file itself, or leave it out.`,
  'assembly.unreadable': ({ title }) =>
    msg`“${{ title }}” can’t be read, so no PDF was made. Leave it out, or send the file itself.`,
  'assembly.encrypted': ({ title }) =>
    msg`“${{ title }}” is protected by a password, so no PDF was made. Leave it out, or send the file itself.`,
  'assembly.no-such-page': ({ title }) =>
    msg`“${{ title }}” has fewer pages than you picked, so no PDF was made. Take those pages out of the tray.`,
  'assembly.hidden': ({ title }) =>
    msg`A slide of “${{ title }}” is hidden by its author, so no PDF was made. Take that slide out of the tray.`,
  'assembly.too-much': () =>
    msg`This is too much for one PDF, so none was made. Make two of it, with fewer pages each.`,
  'assembly.too-many-pages': ({ pages, most }) =>
    msg`These are ${{ pages }} pages; one PDF has ${{ most }} at most. Make two of it.`,
};
