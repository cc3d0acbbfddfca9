import {
  type AssetAttribute,
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  type Attribute,
  isAttribute,
} from './asset-attributes.ts';
import { TERM_ID_PATTERN } from './ids.ts';

/**
 * What is said of an asset, field by field: its attributes, which are written in `asset-attributes.ts`, and beside them the terms of each dimension
 * that the hub's leads have defined. A dimension is a field like any other, whose name is made of the dimension's id: what sets, keeps, compares,
 * tells and takes back fields by their names does the same with it, and asks here what kind of value it has.
 */

const PREFIX = 'dimension:';

/** The field of a dimension: `dimension:industry`. */
export type DimensionField = `${typeof PREFIX}${string}`;

/** Anything that is said of an asset and written by itself. */
export type AssetField = AssetAttribute | DimensionField;

/** What a field of a dimension is, whichever: terms of its own list. Whether it must be said, and how many terms it has, its definition says. */
type AboutDimension = {
  readonly kind: 'terms';
  readonly list: DimensionField;
  readonly required: false;
  readonly row: true;
};

/** The field of a dimension, by the dimension's id. */
export function fieldOfDimension(dimension: string): DimensionField {
  return `${PREFIX}${dimension}`;
}

/** The id of the dimension that a field is of. */
export function dimensionOfField(field: DimensionField): string {
  return field.slice(PREFIX.length);
}

/** Whether a name is that of a dimension's field. */
export function isDimensionField(name: string): name is DimensionField {
  return name.startsWith(PREFIX) && TERM_ID_PATTERN.test(name.slice(PREFIX.length));
}

/** Whether a name is that of a field. */
export function isAssetField(name: string): name is AssetField {
  return isAttribute(name) || isDimensionField(name);
}

/** What kind of value a field has. */
export function aboutField(field: AssetField): Attribute | AboutDimension {
  return isDimensionField(field)
    ? { kind: 'terms', list: field, required: false, row: true }
    : ATTRIBUTES[field as AssetAttribute];
}

/** The fields that values are given for: attributes in their order, then dimensions by their ids. */
export function fieldsIn(values: { readonly [Name in AssetField]?: unknown }): AssetField[] {
  const isGiven = (name: AssetField): boolean => values[name] !== undefined;
  return [...ATTRIBUTE_NAMES.filter(isGiven), ...dimensionFieldsIn(values)];
}

/** Of these, the fields of dimensions. */
export function dimensionFieldsIn(values: { readonly [Name in DimensionField]?: unknown }): DimensionField[] {
  const fields = Object.keys(values).filter(isDimensionField);
  return fields.filter((field) => values[field] !== undefined).sort();
}

/** Values by their fields again. `fromEntries` forgets which field has which; each is its own field's. */
export function ofFields<Values extends object>(
  entries: Iterable<readonly [string, unknown]>,
): Partial<Values> {
  return Object.fromEntries(entries) as Partial<Values>;
}
