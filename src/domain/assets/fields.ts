import { z } from 'zod';
import { LONGEST_LANGUAGE, LONGEST_TAG, MOST_CHOSEN } from '../../shared/limits.ts';
import { ATTRIBUTE_NAMES, byAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import { ASSET_STATUSES, AUDIENCES } from '../../shared/vocabulary/assets.ts';
import { plainMemberIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { day, line, optionalLine, path, prose, termId, termIds } from '../kernel/fields.ts';

/** The editable fields of an asset: each a last-writer-wins register, bounded as its kind is. */
export const assetFieldsSchema = z.object(
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

export type AssetFields = z.infer<typeof assetFieldsSchema>;

/** The fields, in the order in which they are shown. */
export const ASSET_FIELDS: readonly (keyof AssetFields)[] = ATTRIBUTE_NAMES;
