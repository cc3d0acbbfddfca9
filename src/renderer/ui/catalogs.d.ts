/** A catalog as the build compiles it: no text of it is parsed in the page. */
declare module '*.po' {
  import type { Messages } from '@lingui/core';

  export const messages: Messages;
}

/** Names of months and weekdays, for calendars; it comes without types. */
declare module 'dayjs/locale/de';
