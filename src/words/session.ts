import { msg, plural } from '@lingui/core/runtime-macro';
import type { SessionSays } from '../shared/says/session.ts';
import type { Words } from './words.ts';

/** Who is here, and whether there is a replica to work with. */
export const sessionWords: Words<SessionSays> = {
  'session.nobody': () => msg`Nobody has said who they are on this device yet.`,
  'session.nobody-yet': () => msg`Nobody has said who they are on this device yet. Finish the first start.`,
  'session.still-joining': () => msg`This device is still on its way into its hub. Finish joining first.`,
  'session.started-already': () => msg`This replica has been started already. Nothing was changed.`,
  'session.starting': () => msg`The first start is under way already. Wait until it is done.`,
  'session.role-by-lead': () =>
    msg`Only a content lead can change your role in this hub. Nothing was changed.`,
  'session.refused-events': ({ count }) =>
    msg`${plural(
      { count },
      {
        one: 'One entry was written without the right to, and changed nothing.',
        other: '# entries were written without the right to, and changed nothing.',
      },
    )}`,
  'session.no-keyring': () => msg`No keyring answers on this system. The key is where it was.`,
  'session.keyring-refused': () =>
    msg`The keyring of your system refused. The key is where it was. Unlock it and try again.`,
  'session.keyring-silent': () =>
    msg`The keyring of your system did not answer in time. The key is where it was. Unlock it and try again.`,
};
