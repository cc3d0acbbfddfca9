import type { RequestSummary } from '../../../contract/requests.ts';

/** A request with its age and, once answered, how long that took. */
export type RequestRow = RequestSummary & { readonly ageDays: number; readonly cycleDays: number | null };
