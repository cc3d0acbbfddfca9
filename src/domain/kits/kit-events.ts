import { z } from 'zod';
import { says } from '../../shared/says/says.ts';
import { claimed } from '../kernel/claims.ts';
import { type Author, defineEvent, type Places } from '../kernel/define-event.ts';
import { kitId, kitProposalId, nonce, prose, termId, time } from '../kernel/fields.ts';
import { earlier, entryOf, later, type Register, type Stamp } from '../kernel/register.ts';
import { EVERYBODY, MARKETERS } from '../kernel/roles.ts';
import {
  itemPatchesSchema,
  KIT_ITEM_FIELDS,
  type KitFields,
  type KitItemField,
  type KitItemPatch,
  kitFieldsIn,
  madeKitFieldsSchema,
  someKitFieldsSchema,
} from './kit-fields.ts';
import { type KitRating, type KitState, kitOf, kits } from './kits.ts';

/** Kits are made and changed, field by field and item by item, and rated. */

type About = { readonly kit: string };
const kitIdOf = ({ kit }: About): string => kit;

export const kitCreated = defineEvent({
  kind: 'kit-created',
  body: z.object({
    kit: kitId,
    nonce,
    fields: madeKitFieldsSchema,
    items: itemPatchesSchema,
    /** Somebody proposed it: who that is stands in the proposal. */
    proposal: kitProposalId.optional(),
    at: time,
  }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  claims: ({ kit }) => [{ kind: 'kit', id: kit }],
  over: (state, { kit, fields, items }) => [
    ...overFields(state.kits.get(kit), fields),
    ...overItems(state.kits.get(kit), items),
  ],
  fold(state, { kit: id, fields, items, proposal, at }, author) {
    const kit = kitOf(state, id);
    const origin = { member: author.member, at };
    kit.made = claimed(author, { ...origin, ...(proposal !== undefined && { proposal }) });
    setFields(kit, { gone: false, ...fields }, author.stamp);
    setItems(kit, items, author.stamp);
    noteOut(kit, fields, author, at);
  },
  history: {
    of: 'kit',
    id: kitIdOf,
    what: ({ fields }) => says(fields.status === 'draft' ? 'history.kit-drafted' : 'history.kit-made'),
    sets: ({ fields }) => fields,
  },
});

/** A register a field. */
export const kitEdited = defineEvent({
  kind: 'kit-edited',
  body: z.object({ kit: kitId, set: someKitFieldsSchema, at: time }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  over: (state, { kit, set }) => [
    ...overFields(state.kits.get(kit), set),
    state.kits.get(kit)?.edited?.stamp,
  ],
  fold(state, { kit: id, set, at }, author) {
    const kit = kitOf(state, id);
    setFields(kit, set, author.stamp);
    kit.edited = later(kit.edited, author.stamp, at);
    noteOut(kit, set, author, at);
  },
  history: { of: 'kit', id: kitIdOf, sets: ({ set }) => set },
  toldByEngine: 'kit',
});

/** A register a field of each item: two people who add items at the same time both do. */
export const kitItemsSet = defineEvent({
  kind: 'kit-items-set',
  body: z.object({ kit: kitId, items: itemPatchesSchema.min(1), at: time }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: kitIdOf,
  over: (state, { kit, items }) => [
    ...overItems(state.kits.get(kit), items),
    state.kits.get(kit)?.edited?.stamp,
  ],
  fold(state, { kit: id, items, at }, { stamp }) {
    const kit = kitOf(state, id);
    setItems(kit, items, stamp);
    kit.edited = later(kit.edited, stamp, at);
  },
  history: { of: 'kit', id: kitIdOf },
  toldByEngine: 'kit',
});

/** One register a member and kit. */
export const kitRated = defineEvent({
  kind: 'kit-rated',
  body: z.object({
    kit: kitId,
    /** Null: they take back what they had said. */
    rating: z
      .object({
        value: z.number().int().min(1).max(5),
        stage: termId.optional(),
        persona: termId.optional(),
        comment: prose.optional(),
        at: time,
      })
      .nullable(),
  }),
  leaves: 'leaves.ratings',
  roles: EVERYBODY,
  into: kits,
  entry: kitIdOf,
  over: (state, { kit }, member) => [state.kits.get(kit)?.ratings.get(member)?.stamp],
  fold(state, { kit, rating }, { member, stamp }) {
    const { ratings } = kitOf(state, kit);
    // zod gives what is absent as absent.
    ratings.set(member, later(ratings.get(member), stamp, rating as KitRating | null));
  },
});

/** Fields to set; zod gives `undefined` for what is absent. */
type FieldsToSet = { readonly [Field in keyof KitFields]?: KitFields[Field] | undefined };

function overFields(kit: KitState | undefined, set: FieldsToSet): Places {
  return [...kitFieldsIn(set).map((field) => kit?.fields[field]?.stamp), kit?.verified?.stamp];
}

function overItems(kit: KitState | undefined, items: readonly KitItemPatch[]): Places {
  const written = items.flatMap((patch) =>
    fieldsIn(patch).map((field) => kit?.items.get(patch.item)?.[field]?.stamp),
  );
  // What was verified was the kit before.
  return [...written, kit?.verified?.stamp];
}

/** The fields that a patch sets. */
export function fieldsIn(patch: KitItemPatch): readonly KitItemField[] {
  return KIT_ITEM_FIELDS.filter((field) => patch[field] !== undefined);
}

function setFields(kit: KitState, set: FieldsToSet, stamp: Stamp): void {
  for (const field of kitFieldsIn(set)) setRegister(kit.fields, field, set[field], stamp);
}

function setItems(kit: KitState, items: readonly KitItemPatch[], stamp: Stamp): void {
  for (const patch of items) {
    const item = entryOf(kit.items, patch.item, () => ({}));
    for (const field of KIT_ITEM_FIELDS) setRegister(item, field, patch[field], stamp);
  }
}

/** Sets a register of several by its name; leaves it where there is nothing to set. */
function setRegister<Name extends string, Values extends { readonly [Key in Name]?: unknown }>(
  registers: { -readonly [Key in keyof Values]?: Register<unknown> },
  name: Name,
  value: Values[Name] | undefined,
  stamp: Stamp,
): void {
  if (value === undefined) return;
  registers[name] = later(registers[name], stamp, value);
}

/** The first time that a kit comes out. */
function noteOut(kit: KitState, { status }: FieldsToSet, { member, stamp }: Author, at: number): void {
  if (status === 'published' || status === 'scheduled') kit.out = earlier(kit.out, stamp, { member, at });
}
