/**
 * What can be said of an asset, written once: every layer keys its tables by these names, so that the compiler names each place which does
 * not know one yet. What follows from an attribute's kind (schemas, registers, empty values, how it is compared) is listed nowhere else.
 */

/** What kind of value an attribute has; each layer says once what that means for it. */
export type AttributeKind =
  | 'line'
  | 'path'
  | 'prose'
  | 'term'
  | 'terms'
  | 'tags'
  | 'audience'
  | 'status'
  | 'language'
  | 'day'
  | 'person';

/** The lists of the taxonomy. */
export type TermList = 'types' | 'stages' | 'personas' | 'products';

type Plain = Exclude<AttributeKind, 'term' | 'terms'>;
export type Attribute = {
  /** It may not be left empty: publishing asks for it, and no edit takes it away. */
  readonly required: boolean;
  /** It is said of a row of the publish table. */
  readonly row: boolean;
} & ({ readonly kind: Plain } | { readonly kind: 'term' | 'terms'; readonly list: TermList });

/** The attributes, in the order in which they are shown. */
export const ATTRIBUTES = {
  title: { kind: 'line', required: true, row: true },
  summary: { kind: 'prose', required: false, row: true },
  type: { kind: 'term', list: 'types', required: true, row: true },
  stages: { kind: 'terms', list: 'stages', required: true, row: true },
  personas: { kind: 'terms', list: 'personas', required: true, row: true },
  products: { kind: 'terms', list: 'products', required: false, row: true },
  audience: { kind: 'audience', required: false, row: true },
  language: { kind: 'language', required: false, row: true },
  tags: { kind: 'tags', required: false, row: true },
  status: { kind: 'status', required: false, row: false },
  /** Day from which a scheduled asset is published. */
  releaseOn: { kind: 'day', required: false, row: false },
  /** Last day on which it may be used. */
  expiresOn: { kind: 'day', required: false, row: false },
  /** Who answers for the asset. */
  owner: { kind: 'person', required: false, row: false },
  /** Who answers for its truth: says that it is still right. */
  verifier: { kind: 'person', required: false, row: false },
  /** Where its file came from: the folders below what was dropped, parted by `/`. */
  folder: { kind: 'path', required: false, row: true },
} as const satisfies Readonly<Record<string, Attribute>>;

type Attributes = typeof ATTRIBUTES;
export type AssetAttribute = keyof Attributes;

/** The names of all attributes, in the order in which they are shown. */
export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as readonly AssetAttribute[];

/** Whether something is the name of an attribute. */
export function isAttribute(name: string): name is AssetAttribute {
  return Object.hasOwn(ATTRIBUTES, name);
}

/** The attributes of some kinds. */
export type AttributeOf<Kind extends AttributeKind> = {
  [Name in AssetAttribute]: Attributes[Name]['kind'] extends Kind ? Name : never;
}[AssetAttribute];

/** The attributes that hold several values, which can be added and taken away one by one. */
export type ListAttribute = AttributeOf<'terms' | 'tags'>;

/** What a row of the publish table says of the asset to be. */
export type RowAttribute = {
  [Name in AssetAttribute]: Attributes[Name]['row'] extends true ? Name : never;
}[AssetAttribute];

/** Of these, what a row must say before it can be published. */
export type RequiredAttribute = {
  [Name in RowAttribute]: Attributes[Name]['required'] extends true ? Name : never;
}[RowAttribute];

/** The facets that narrow a search, in their order, each with the attribute that it counts. */
export const FACETS = {
  stages: 'stages',
  personas: 'personas',
  types: 'type',
  products: 'products',
  audiences: 'audience',
  languages: 'language',
  folders: 'folder',
} as const satisfies Readonly<Record<string, AssetAttribute>>;
export type Facet = keyof typeof FACETS;
export const FACET_NAMES = Object.keys(FACETS) as readonly Facet[];

/** The operators of a query that ask for an attribute (`stage:decision`). */
export const OPERATORS = {
  stage: 'stages',
  persona: 'personas',
  type: 'type',
  product: 'products',
  tag: 'tags',
  owner: 'owner',
  language: 'language',
  audience: 'audience',
  folder: 'folder',
} as const satisfies Readonly<Record<string, AssetAttribute>>;
export type AttributeOperator = keyof typeof OPERATORS;

/** The attributes of some kinds by their names. */
export function attributesOf<Kind extends AttributeKind>(...kinds: readonly Kind[]): AttributeOf<Kind>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  return ATTRIBUTE_NAMES.filter((name): name is AttributeOf<Kind> => wanted.has(ATTRIBUTES[name].kind));
}

/** See {@link ListAttribute}. */
export const LIST_ATTRIBUTES: readonly ListAttribute[] = attributesOf('terms', 'tags');

/** What a row of the publish table says, in the order of the attributes. */
export const ROW_ATTRIBUTES = ATTRIBUTE_NAMES.filter((name): name is RowAttribute => ATTRIBUTES[name].row);

/** What a row must say before it can be published. */
export const REQUIRED_ATTRIBUTES = ROW_ATTRIBUTES.filter(
  (name): name is RequiredAttribute => ATTRIBUTES[name].required,
);

type OfKind = Readonly<Record<AttributeKind, (required: boolean) => unknown>>;

/** Something for every attribute, from what a layer says of each kind. */
export function byAttribute<Of extends OfKind>(
  of: Of,
): { [Name in AssetAttribute]: ReturnType<Of[Attributes[Name]['kind']]> } {
  const entries = ATTRIBUTE_NAMES.map((name) => [name, of[ATTRIBUTES[name].kind](ATTRIBUTES[name].required)]);
  // `fromEntries` forgets which key has which value; each comes from its own kind above.
  return Object.fromEntries(entries);
}

/** Some attributes out of what there is for each. */
export function pickAttributes<
  All extends Readonly<Record<AssetAttribute, unknown>>,
  Name extends AssetAttribute,
>(all: All, names: readonly Name[]): Pick<All, Name> {
  // `fromEntries` forgets the keys, which are the given ones.
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<All, Name>;
}

/** What there is for each attribute, by the facets that count one. */
export function byFacet<All extends Readonly<Record<AssetAttribute, unknown>>>(
  all: All,
): { [Name in Facet]: All[(typeof FACETS)[Name]] } {
  // `fromEntries` forgets which key has which value; each is its own attribute's.
  return Object.fromEntries(FACET_NAMES.map((facet) => [facet, all[FACETS[facet]]])) as {
    [Name in Facet]: All[(typeof FACETS)[Name]];
  };
}

/** The same for each facet. */
export function eachFacet<Value>(of: (facet: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(FACET_NAMES.map((facet) => [facet, of(facet)])) as Record<Facet, Value>;
}
