import { msg } from '@lingui/core/runtime-macro';
import type { RequestsSays } from '../shared/says/requests.ts';
import type { Words } from './words.ts';

/** Asking for content, and answering. */
export const requestsWords: Words<RequestsSays> = {
  'requests.closed': () => msg`This request is closed already. Ask again if it is still missing.`,
  'requests.answered-by-marketing': () =>
    msg`Only marketing can answer a request. You can withdraw your own, comment or vote.`,
  'requests.declined-why': () => msg`Say why it is declined, so that the one who asked knows what to do.`,
  'requests.fulfilled-with-what': () => msg`Choose the asset that answers the request.`,
  'requests.merged-into-what': () => msg`Choose the request that this one is merged into.`,
  'requests.merged-into-itself': () => msg`A request can’t be merged into itself.`,
};
