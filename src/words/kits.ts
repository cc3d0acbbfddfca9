import { msg, plural, select } from '@lingui/core/runtime-macro';
import type { KitsSays } from '../shared/says/kits.ts';
import type { Words } from './words.ts';

/** Kits. */
export const kitsWords: Words<KitsSays> = {
  'kits.made-by-publishers': () =>
    msg`Marketers and content leads make kits for everybody. Nothing was changed. Keep one for yourself and propose it instead.`,
  'kits.nothing-to-review': ({ title }) => msg`‘${{ title }}’ is published already. Nothing was submitted.`,
  'kits.replaced-by-itself': () =>
    msg`A kit can’t replace itself. Nothing was recalled. Choose another replacement.`,
  'kits.replacement-not-usable': ({ title }) =>
    msg`‘${{ title }}’ can’t be used now, so it can’t replace anything. Nothing was recalled. Choose a kit or an asset that is published.`,
  'kits.held': ({ way, reason }) =>
    msg`${select({ reason }, { recalled: 'This recalled kit', other: 'This expired kit' })} can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  'kits.too-many-items': ({ most }) =>
    msg`A kit has at most ${{ most }} items. Nothing was changed. Make a second kit, or take something out first.`,
  'kits.too-many-own': ({ most }) =>
    msg`You keep ${{ most }} kits of your own already. Nothing was changed. Discard one of them first.`,
  'kits.smart-has-no-items': () =>
    msg`What is in a smart kit follows from its query. Nothing was changed. Change the query instead.`,
  'kits.no-such-pages': ({ title, pages }) =>
    msg`‘${{ title }}’ has ${plural({ pages }, { one: '# page', other: '# pages' })}. Nothing was changed. Choose among these.`,
  'kits.version-of-another': ({ title }) =>
    msg`This version is none of ‘${{ title }}’. Nothing was changed. Choose one of its own.`,
  'kits.own-has-no-status': () =>
    msg`A kit of your own stays on this device. Nothing was changed. Propose it instead.`,
  'kits.nothing-to-propose': () =>
    msg`There is nothing in this kit yet. Nothing was proposed. Put something into it first.`,
  'kits.smart-not-proposed': () =>
    msg`A smart kit can’t be proposed. Nothing was proposed. Propose one with the assets that you mean.`,
  'kits.proposed-already': () =>
    msg`You proposed this kit already, and nobody has answered yet. Nothing was proposed.`,
  'kits.answered-already': () => msg`Somebody has answered this proposal already. Nothing was changed.`,
  'kits.only-of-type': ({ type }) => msg`${{ type }}: the only one for this call`,
  'kits.most-useful-of-type': ({ type, count, useful }) =>
    msg`${{ type }}: the most useful of ${{ count }}, ${plural({ useful }, { one: '# person found it useful', other: '# people found it useful' })}`,
  'kits.most-used-of-type': ({ type, count, uses }) =>
    msg`${{ type }}: the most used of ${{ count }}, ${plural({ uses }, { one: 'used once', other: 'used # times' })}`,
  'kits.best-of-type': ({ type, count }) =>
    msg`${{ type }}: first of ${{ count }} by the ranking for this call`,
  'kits.nothing-to-publish': ({ name }) =>
    msg`There is nothing in ‘${{ name }}’ that reps may use. Nothing was changed. Put something into it first.`,
};
