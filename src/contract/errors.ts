import { oc } from '@orpc/contract';
import { z } from 'zod';
import { saysSchema } from './common.ts';

/**
 * Errors that cross the border. `says`: what happened, what is safe, what to do; the error's own message is the code of it, for logs.
 * `retry` says whether the same call may work later.
 */
const data = z.object({
  says: saysSchema.optional(),
  retry: z.boolean(),
  field: z.string().optional(),
  asset: z.string().optional(),
});

export const wireErrors = {
  /** No person and hub yet: the first start has to be finished. */
  NOT_READY: { status: 409, data },
  /** The member's role does not allow it. */
  NOT_ALLOWED: { status: 403, data },
  NOT_FOUND: { status: 404, data },
  /** The input does not fit; `field` names where. */
  INVALID: { status: 422, data },
  /** It would be a second one of something that exists; `asset` names which. */
  DUPLICATE: { status: 409, data },
  /** The disk is full, read-only or broken; nothing was written. */
  DISK: { status: 507, data },
  /** The bytes are not on this device or do not agree with their name. */
  MISSING_BLOB: { status: 410, data },
  /** The replica can't be opened: held by another process, damaged, from a newer version. */
  REPLICA: { status: 503, data },
} as const;

export type WireErrorCode = keyof typeof wireErrors;
export type WireErrorData = z.infer<typeof data>;

/** Where every procedure starts. */
export const procedure = oc.errors(wireErrors);
