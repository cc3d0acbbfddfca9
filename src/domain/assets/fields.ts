import { z } from 'zod';
import { LONGEST_LANGUAGE, LONGEST_TAG, MOST_CHOSEN } from '../../shared/limits.ts';
import { day, line, memberId, prose, termId, termIds } from '../kernel/fields.ts';
import { AUDIENCES } from '../taxonomy/audience.ts';

export const ASSET_STATUSES = ['draft', 'in-review', 'scheduled', 'published', 'archived'] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

/** The editable fields of an asset: each a last-writer-wins register. */
export const assetFieldsSchema = z.object({
  title: line,
  summary: prose,
  type: termId,
  stages: termIds,
  personas: termIds,
  products: termIds,
  audience: z.enum(AUDIENCES),
  language: z.string().max(LONGEST_LANGUAGE),
  tags: z.array(z.string().trim().min(1).max(LONGEST_TAG)).max(MOST_CHOSEN),
  status: z.enum(ASSET_STATUSES),
  /** Day from which a scheduled asset is published. */
  releaseOn: day.nullable(),
  /** Last day on which it may be used. */
  expiresOn: day.nullable(),
  /** Who answers for the asset. */
  owner: memberId.nullable(),
  /** Who answers for its truth: says that it is still right. */
  verifier: memberId.nullable(),
});

export type AssetFields = z.infer<typeof assetFieldsSchema>;

/** The fields, in the order in which they are shown. */
export const ASSET_FIELDS = Object.keys(assetFieldsSchema.shape) as readonly (keyof AssetFields)[];
