import { z } from 'zod';
import { withDimensions } from '../../shared/dimension-values.ts';
import { LONGEST_LANGUAGE, LONGEST_TAG, MOST_CHOSEN } from '../../shared/limits.ts';
import { byAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import type { DimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { ASSET_STATUSES, AUDIENCES } from '../../shared/vocabulary/assets.ts';
import { plainMemberIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { day, line, optionalLine, path, prose, termId, termIds } from '../kernel/fields.ts';

/** The attributes of an asset, bounded as their kinds are. */
export const assetAttributesSchema = z.object(
  byAttribute({
    line: (required) => (required ? line : optionalLine),
    path: () => path,
    prose: () => prose,
    term: () => termId,
    terms: () => termIds,
    tags: () => z.array(z.string().trim().min(1).max(LONGEST_TAG)).max(MOST_CHOSEN),
    audience: () => z.enum(AUDIENCES),
    status: () => z.enum(ASSET_STATUSES),
    language: () => z.string().max(LONGEST_LANGUAGE),
    day: () => day.nullable(),
    person: () => plainMemberIdSchema.nullable(),
  }),
);

/** The editable fields of an asset, its attributes and the terms of dimensions: each a last-writer-wins register. */
const assetFieldsSchema = withDimensions(assetAttributesSchema);

/** The same, of which only some are said. */
export const someFieldsSchema = assetFieldsSchema.partial();

export type AssetFields = z.infer<typeof assetAttributesSchema> & { [Field in DimensionField]?: string[] };
