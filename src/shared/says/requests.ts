import type { NoValues } from './says.ts';

/** Asking for content, and answering. */
export type RequestsSays = {
  readonly 'requests.closed': NoValues;
  readonly 'requests.answered-by-marketing': NoValues;
  readonly 'requests.declined-why': NoValues;
  readonly 'requests.fulfilled-with-what': NoValues;
  readonly 'requests.merged-into-what': NoValues;
  readonly 'requests.merged-into-itself': NoValues;
};
