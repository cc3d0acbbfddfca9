import { z } from 'zod';
import { BUCKET_STYLES } from '../shared/hub-location.ts';

/** Where a hub is, as it crosses the border and as it is kept. Never with a key. */

const bucketAddressSchema = z.object({
  endpoint: z.string().max(2000),
  region: z.string().max(64),
  bucket: z.string().max(255),
  prefix: z.string().max(200),
  style: z.enum(BUCKET_STYLES),
});

const secretRefSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('kept'), id: z.string().max(100) }),
  z.object({ from: z.literal('environment') }),
  z.object({ from: z.literal('profile'), name: z.string().max(128) }),
]);

export const hubLocationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), folder: z.string() }),
  bucketAddressSchema.extend({ kind: z.literal('bucket'), secret: secretRefSchema }),
]);
