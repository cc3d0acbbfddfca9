import { z } from 'zod';
import { deviceId, digest, position } from '../kernel/fields.ts';

/**
 * The last event of each of a member's devices that whoever changes their role knew, by stream, and the digest of its chain there (absent in
 * old journals) with the device's own signature over it, its seal's: nothing can be put in the place of what is named so.
 */
export const lastPositions = z.record(
  deviceId,
  z.object({
    catalog: position,
    activity: position,
    catalogDigest: digest.optional(),
    activityDigest: digest.optional(),
    catalogSeal: z.string().max(200).optional(),
    activitySeal: z.string().max(200).optional(),
  }),
);
