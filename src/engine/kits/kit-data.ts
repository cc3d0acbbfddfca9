import type { Recall } from '../../domain/assets/recall.ts';
import { statusOf } from '../../domain/assets/status.ts';
import { KIT_DEFAULTS, type KitFields } from '../../domain/kits/kit-fields.ts';
import {
  cameOut,
  contributorOf,
  type KitItem,
  kitField,
  kitItems,
  type MadeKit,
  recallOf,
  verificationOf,
} from '../../domain/kits/kit-selectors.ts';
import type { KitRating } from '../../domain/kits/kits.ts';
import type { Origin } from '../../domain/versions/version-state.ts';
import { dimensionFieldsIn, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { KIT_FIELDS } from '../../shared/vocabulary/kits.ts';
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
  readonly recall?: Recall;
  /** Who verified it as it is now. */
  readonly verified?: Origin;
  readonly ratings: readonly (readonly [member: string, rating: KitRating])[];
};

/** Whoever made a kit for themselves has it. */
const OWN_STATUS = 'published';

/** A kit of the hub. Until somebody says otherwise, who made it answers for it. */
export function hubKit(catalog: LiveCatalog, kit: MadeKit): KitData {
  const { member, at } = kit.made.value;
  const contributor = contributorOf(catalog, kit);
  const [recall, verified] = [recallOf(kit), verificationOf(kit)];
  return {
    id: kit.id,
    own: false,
    fields: {
      ...fieldsBy(kit.fields, (field) => kitField(kit, field)),
      status: statusOf(kit),
    },
    items: kitItems(kit),
    madeAt: at,
    updatedAt: Math.max(at, kit.edited?.value ?? 0),
    owner: kit.fields.owner === undefined ? member : kit.fields.owner.value,
    ...(contributor !== undefined && { contributor }),
    cameOut: cameOut(kit),
    ...(recall !== undefined && { recall }),
    ...(verified !== undefined && { verified }),
    ratings: [...kit.ratings].flatMap(([by, { value }]) => (value === null ? [] : [[by, value] as const])),
  };
}

/** A kit of one's own. */
export function ownKitData({ id, fields, items, madeAt, updatedAt }: OwnKit, self: string): KitData {
  const said = ofFields<KitFields>(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    id,
    own: true,
    fields: { ...KIT_DEFAULTS, ...said, status: OWN_STATUS },
    items: [...items].sort((a, b) => (a.place < b.place ? -1 : 1)),
    madeAt,
    updatedAt,
    owner: self,
    cameOut: true,
    ratings: [],
  };
}

function fieldsBy(
  said: MadeKit['fields'],
  of: (field: keyof KitFields) => KitFields[keyof KitFields],
): KitFields {
  const fields = [...KIT_FIELDS, ...dimensionFieldsIn(said)];
  // Each field has its own value; `fromEntries` forgets which.
  return Object.fromEntries(fields.map((field) => [field, of(field)])) as KitFields;
}
