import type { Holds } from '../../domain/kernel/holds.ts';
import { allDimensions, dimensionsInUse, knownDimension } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { MOST_CHOSEN } from '../../shared/limits.ts';
import type { ToldField, ToldKitField } from '../../shared/says/told-field.ts';
import { type AssetAttribute, ATTRIBUTES } from '../../shared/vocabulary/asset-attributes.ts';
import {
  type AssetField,
  type DimensionField,
  dimensionOfField,
  fieldOfDimension,
  isDimensionField,
} from '../../shared/vocabulary/asset-fields.ts';
import { fieldNamed } from '../../shared/vocabulary/field-headings.ts';
import type { KitField } from '../../shared/vocabulary/kits.ts';
import { plainWord } from '../../shared/vocabulary/plain-word.ts';

/** What the hub's dimensions make of fields: what they are called, what each may and must hold. */

type Catalog = Holds<TaxonomyPart>;

/** A field as sentences tell it: that of a dimension by the dimension's name. */
export function toldField(catalog: Catalog, field: AssetField): ToldField {
  if (!isDimensionField(field)) return field as AssetAttribute;
  return { dimension: nameOfDimension(catalog, field) };
}

/** The same of a kit's. */
export function toldKitField(catalog: Catalog, field: KitField | DimensionField): ToldKitField {
  return isDimensionField(field) ? { dimension: nameOfDimension(catalog, field) } : field;
}

/** What the dimension of a field is called; of one that is not known here its id. */
export function nameOfDimension(catalog: Catalog, field: DimensionField): string {
  const id = dimensionOfField(field);
  return knownDimension(catalog, id)?.name ?? id;
}

/** The fields of the dimensions in use, in their order. */
export function dimensionFields(catalog: Catalog): DimensionField[] {
  return dimensionsInUse(catalog).map(({ id }) => fieldOfDimension(id));
}

/** Of these, those that publishing asks for. */
export function requiredFields(catalog: Catalog): DimensionField[] {
  return dimensionsInUse(catalog)
    .filter(({ required }) => required)
    .map(({ id }) => fieldOfDimension(id));
}

/** How many values a list may hold, and whether it may be left empty. Of a dimension that is not in use nothing is asked. */
export function boundsOfList(
  catalog: Catalog,
  field: AssetField,
): { readonly most: number; readonly required: boolean } {
  if (!isDimensionField(field)) {
    return { most: MOST_CHOSEN, required: ATTRIBUTES[field as AssetAttribute].required };
  }
  const dimension = knownDimension(catalog, dimensionOfField(field));
  const asked = dimension?.required === true && requiredFields(catalog).includes(field);
  return { most: dimension?.many === false ? 1 : MOST_CHOSEN, required: asked };
}

/** The field that people call so: an attribute, in any language that headings have, else a dimension, by its name or its id. */
export function fieldCalled(catalog: Catalog, name: string): AssetField | undefined {
  const attribute = fieldNamed(name);
  if (attribute !== undefined) return attribute;
  if (isDimensionField(name)) {
    return knownDimension(catalog, dimensionOfField(name)) === undefined ? undefined : name;
  }
  const wanted = formsOf(name);
  const called = (of: { readonly id: string; readonly name: string }): boolean =>
    [of.name, of.id].some((one) => formsOf(one).some((form) => wanted.includes(form)));
  const found = dimensionsInUse(catalog).find(called) ?? allDimensions(catalog).find(called);
  return found && fieldOfDimension(found.id);
}

function formsOf(name: string): readonly string[] {
  const plain = plainWord(name);
  return [plain, plain.replace(/s$/, ''), plain.replace(/ies$/, 'y')];
}
