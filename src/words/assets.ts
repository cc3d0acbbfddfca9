import { msg } from '@lingui/core/runtime-macro';
import type { AssetsSays } from '../shared/says/assets.ts';
import { fieldName } from './fields.ts';
import type { Words } from './words.ts';

/** Assets: changing what is said of them, publishing what waits. */
export const assetsWords: Words<AssetsSays> = {
  'assets.no-such-day': () => msg`There is no such day. Choose a day of the calendar.`,
  'assets.nobody-of-this-name': () => msg`Nobody here has this name. Choose a member.`,
  'assets.never-a-draft': () =>
    msg`This version was never a draft. Nothing was changed. Publish a new version instead.`,
  'assets.recalled': ({ title }) =>
    msg`‘${{ title }}’ is recalled. It was not published. Take the recall back first.`,
  'assets.expired': ({ title }) =>
    msg`‘${{ title }}’ has expired. It was not published. Change its last day of use first.`,
  'assets.published-already': ({ title }) => msg`‘${{ title }}’ is published already.`,
  'assets.needs': ({ title, field }) =>
    msg`‘${{ title }}’ was not changed: it would have no ${{ field: fieldName(field) }} left.`,
  'assets.needs-to-publish': ({ title, field }) =>
    msg`‘${{ title }}’ was not published: it has no ${{ field: fieldName(field) }} yet.`,
  'assets.too-many-values': ({ title, field, most }) =>
    msg`‘${{ title }}’ was not changed: it can have at most ${{ most }} ${{ field: fieldName(field) }}.`,
};
