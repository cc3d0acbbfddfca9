import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/runtime-macro';
import type { LiveSays } from '../shared/says/live.ts';
import type { Role } from '../shared/vocabulary/roles.ts';
import type { Words } from './words.ts';

const ROLES: Readonly<Record<Role, () => MessageDescriptor>> = {
  rep: () => msg`Your role (rep) does not allow this. Nothing was changed. Ask a content lead.`,
  marketer: () => msg`Your role (marketer) does not allow this. Nothing was changed. Ask a content lead.`,
  lead: () => msg`Your role (content lead) does not allow this. Nothing was changed.`,
};

/** Why a change is not written. */
export const liveWords: Words<LiveSays> = {
  'live.clock': ({ year }) =>
    msg`The clock of this computer says the year ${{ year }}. Nothing was changed. Set the clock and try again.`,
  'live.role': ({ role }) => ROLES[role](),
  'live.policies-by-lead': () => msg`Only a content lead can change the hub’s policies. Nothing was changed.`,
  'live.does-not-fit': () =>
    msg`Something in this does not fit: a text is too long or a value is not allowed. Nothing was changed.`,
};
