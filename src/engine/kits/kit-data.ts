import { KIT_DEFAULTS, type KitFields } from '../../domain/kits/kit-fields.ts';
import {
  contributorOf,
  type KitItem,
  kitField,
  kitItems,
  type MadeKit,
} from '../../domain/kits/kit-selectors.ts';
import type { KitRating } from '../../domain/kits/kits.ts';
import { KIT_FIELDS, type KitField } from '../../shared/vocabulary/kits.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { OwnKit } from './own-kits.ts';

/** A kit, whether it is the hub's or one that a person keeps on this device: the same to whoever lists, shows or searches it. */
export type KitData = {
  readonly id: string;
  readonly own: boolean;
  readonly fields: KitFields;
  /** In their order. */
  readonly items: readonly KitItem[];
  readonly madeAt: number;
  readonly updatedAt: number;
  readonly owner: string | null;
  readonly contributor?: string;
  readonly cameOut: boolean;
  readonly ratings: readonly (readonly [member: string, rating: KitRating])[];
};

/** Whoever made a kit for themselves has it. */
const OWN_DEFAULTS: KitFields = { ...KIT_DEFAULTS, status: 'published' };

/** A kit of the hub. Until somebody says otherwise, who made it answers for it. */
export function hubKit(catalog: LiveCatalog, kit: MadeKit): KitData {
  const { member, at } = kit.made.value;
  const contributor = contributorOf(catalog, kit);
  return {
    id: kit.id,
    own: false,
    fields: fieldsBy((field) => kitField(kit, field)),
    items: kitItems(kit),
    madeAt: at,
    updatedAt: Math.max(at, kit.edited?.value ?? 0),
    owner: kit.fields.owner === undefined ? member : kit.fields.owner.value,
    ...(contributor !== undefined && { contributor }),
    cameOut: kit.out !== undefined,
    ratings: [...kit.ratings].flatMap(([by, { value }]) => (value === null ? [] : [[by, value] as const])),
  };
}

/** A kit of one's own. */
export function ownKitData({ id, fields, items, madeAt, updatedAt }: OwnKit, self: string): KitData {
  return {
    id,
    own: true,
    fields: fieldsBy((field) => (field === 'status' ? undefined : fields[field]) ?? OWN_DEFAULTS[field]),
    items: [...items].sort((a, b) => (a.place < b.place ? -1 : 1)),
    madeAt,
    updatedAt,
    owner: self,
    cameOut: true,
    ratings: [],
  };
}

function fieldsBy(of: (field: KitField) => KitFields[KitField]): KitFields {
  // Each field has its own value; `fromEntries` forgets which.
  return Object.fromEntries(KIT_FIELDS.map((field) => [field, of(field)])) as KitFields;
}
