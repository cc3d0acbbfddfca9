import { requestStatusSchema } from '../contract/common.ts';

/** The statuses that a request can have. */
export const REQUEST_STATUSES = requestStatusSchema.options;
