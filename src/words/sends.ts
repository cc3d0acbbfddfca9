import { msg } from '@lingui/core/runtime-macro';
import type { SendsSays } from '../shared/says/sends.ts';
import type { Words } from './words.ts';

/** Sending. */
export const sendsWords: Words<SendsSays> = {
  'sends.nothing': () => msg`None of this can be sent. Nothing has left Kitbag.`,
  'sends.no-ticket': () =>
    msg`This was sent already, or Kitbag was restarted. Nothing has left Kitbag: send it again.`,
  'sends.no-such-pages': ({ title, pages }) =>
    msg`“${{ title }}” has only ${{ pages }} pages. Choose among them.`,
  'sends.not-pages': ({ text }) => msg`“${{ text }}” isn’t a list of pages. Write it like 1-3, 7.`,
  'sends.whole-only': ({ title }) =>
    msg`Pages can only be taken out of PDFs. Send all of “${{ title }}”, or leave it out.`,
  'sends.not-cut': ({ title }) =>
    msg`The pages of “${{ title }}” couldn’t be taken out of it. Nothing has left Kitbag: send the whole file.`,
  'sends.away': ({ title }) =>
    msg`The file of “${{ title }}” is not on this device yet. Sync, then send it again.`,
  'sends.not-begun': () =>
    msg`The mail draft couldn’t be written. Nothing has left Kitbag. Check the free space on this disk.`,
};
