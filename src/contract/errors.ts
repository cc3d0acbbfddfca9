import { oc } from '@orpc/contract';
import type { z } from 'zod';
import { wireErrorSchema } from './common.ts';

/** Errors that cross the border. */
export const wireErrors = {
  /** No person and hub yet: the first start has to be finished. */
  NOT_READY: { status: 409, data: wireErrorSchema },
  /** The member's role does not allow it. */
  NOT_ALLOWED: { status: 403, data: wireErrorSchema },
  NOT_FOUND: { status: 404, data: wireErrorSchema },
  /** The input does not fit; `field` names where. */
  INVALID: { status: 422, data: wireErrorSchema },
  /** It would be a second one of something that exists; `asset` names which. */
  DUPLICATE: { status: 409, data: wireErrorSchema },
  /** The disk is full, read-only or broken; nothing was written. */
  DISK: { status: 507, data: wireErrorSchema },
  /** The bytes are not on this device or do not agree with their name. */
  MISSING_BLOB: { status: 410, data: wireErrorSchema },
  /** The replica can't be opened: held by another process, damaged, from a newer version. */
  REPLICA: { status: 503, data: wireErrorSchema },
} as const;

export type WireErrorCode = keyof typeof wireErrors;
export type WireErrorData = z.infer<typeof wireErrorSchema>;

/** Where every procedure starts. */
export const procedure = oc.errors(wireErrors);
