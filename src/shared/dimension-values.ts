import { z } from 'zod';
import { MOST_CHOSEN } from './limits.ts';
import { type DimensionField, dimensionFieldsIn } from './vocabulary/asset-fields.ts';
import { termIdSchema } from './vocabulary/id-schemas.ts';

/** What is said of an asset by dimensions: ids of terms, by the field of each. */
export type DimensionValues = { readonly [Field in DimensionField]?: readonly string[] | undefined };
type Held = { [Field in DimensionField]?: string[] };

type DimensionShape<Value extends z.ZodType> = { readonly [Field in DimensionField]: z.ZodOptional<Value> };

/** What dimensions say of one asset. */
const dimensionTermsSchema = z.array(termIdSchema).max(MOST_CHOSEN);

/**
 * The schema of an object that also holds the terms of dimensions, of those that nobody here knows yet too. What later versions may put beside
 * them is left out, as it is of every object. `value`: what is held for each, where that is not its terms.
 */
export function withDimensions<
  Shape extends z.ZodRawShape,
  Value extends z.ZodType = typeof dimensionTermsSchema,
>(schema: z.ZodObject<Shape>, value?: Value): z.ZodObject<Shape & DimensionShape<Value>> {
  // A shape can't hold keys by their form: what is no attribute is let in by its value, and read by its name (`dimensionFieldsIn`).
  const held: z.ZodType = value ?? dimensionTermsSchema;
  const wide: unknown = schema.catchall(held.optional().catch(undefined));
  return wide as z.ZodObject<Shape & DimensionShape<Value>>;
}

/** The terms that values hold by dimensions, without the attributes beside them. */
export function dimensionValues(values: DimensionValues): Held {
  return Object.fromEntries(dimensionFieldsIn(values).map((field) => [field, [...(values[field] ?? [])]]));
}
