import type { RequestState } from './requests.ts';

/** A request that has arrived. */
export type MadeRequest = RequestState & Required<Pick<RequestState, 'made'>>;

/** Says whether a request's making has arrived. */
export function isMade(request: RequestState | undefined): request is MadeRequest {
  return request?.made !== undefined;
}
