import type { Member } from '../../contract/common.ts';
import type { FieldRegisters } from '../../domain/assets/assets.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { audienceOfType } from '../../domain/taxonomy/term-selectors.ts';
import {
  type AssetAttribute,
  ATTRIBUTE_NAMES,
  byAttribute,
} from '../../shared/vocabulary/asset-attributes.ts';
import { type DimensionField, dimensionFieldsIn } from '../../shared/vocabulary/asset-fields.ts';
import type { AssetStatus, Audience } from '../../shared/vocabulary/assets.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

/** Assets of unknown types are kept from customers until somebody says otherwise. */
const UNKNOWN_AUDIENCE = 'internal';
/** The term that an asset has where nobody said one. */
const OTHER = 'other';

type Where = { readonly catalog: LiveCatalog; readonly fields: FieldRegisters };

/** What lists show of an attribute's value by its kind, also where nobody said one. */
const BY_KIND = byAttribute({
  line: () => (value: string | undefined) => value ?? '',
  path: () => (value: string | undefined) => value ?? '',
  prose: () => (value: string | undefined) => value ?? '',
  term: () => (value: string | undefined) => value ?? OTHER,
  terms: () => (value: string[] | undefined) => value ?? [],
  tags: () => (value: string[] | undefined) => value ?? [],
  audience: () => audience,
  status:
    () =>
    (value: AssetStatus | undefined): AssetStatus =>
      value ?? 'draft',
  language: () => (value: string | undefined) => (value === '' ? undefined : value),
  day: () => (value: string | null | undefined) => value ?? null,
  person: () => person,
}) satisfies {
  readonly [Name in AssetAttribute]: (value: AssetFields[Name] | undefined, where: Where) => unknown;
};

type DimensionTerms = { [Field in DimensionField]?: string[] };

/** What lists show of an asset's attributes, and of the dimensions that it has terms of. */
type ShownAttributes = DimensionTerms & { [Name in AssetAttribute]: ReturnType<(typeof BY_KIND)[Name]> };

/** What lists show of an asset's attributes; what has no value and no default is absent. */
export function shownAttributes(catalog: LiveCatalog, fields: FieldRegisters): ShownAttributes {
  const shown: Partial<ShownAttributes> = {};
  for (const name of ATTRIBUTE_NAMES) show(shown, name, { catalog, fields });
  for (const field of dimensionFieldsIn(fields)) {
    const terms = fields[field]?.value;
    if (terms !== undefined && terms.length > 0) shown[field] = terms;
  }
  // Each has been shown just now.
  return shown as ShownAttributes;
}

function show<Name extends AssetAttribute>(shown: Partial<ShownAttributes>, name: Name, where: Where): void {
  // That each takes its own attribute's value was checked above; of a name among several the compiler does not know it any more.
  const of = BY_KIND[name] as (value: AssetFields[Name] | undefined, where: Where) => ShownAttributes[Name];
  const value = of(where.fields[name]?.value, where);
  if (value !== undefined) shown[name] = value;
}

function audience(value: Audience | undefined, { catalog, fields }: Where): Audience {
  return value ?? audienceOfType(catalog, fields.type?.value ?? OTHER) ?? UNKNOWN_AUDIENCE;
}

function person(value: string | null | undefined, { catalog }: Where): Member | null {
  return value === undefined || value === null ? null : catalog.member(value);
}
