import { z } from 'zod';
import { says } from '../../shared/says/says.ts';
import { fieldsIn } from '../../shared/vocabulary/asset-fields.ts';
import type { AssetStatus } from '../../shared/vocabulary/assets.ts';
import { claimed } from '../kernel/claims.ts';
import type { Author, Places } from '../kernel/define-event.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, nonce, proposalId, time } from '../kernel/fields.ts';
import { earlier, later, type Register, type Stamp } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { versionSchema } from '../versions/version-body.ts';
import type { Origin } from '../versions/version-state.ts';
import { type AssetState, assetOf, assets, type FieldRegisters } from './assets.ts';
import { type AssetFields, someFieldsSchema } from './fields.ts';
import { addVersion, overVersions, proposedAs } from './version-events.ts';

/** Assets come in, and their fields change. */

/** Its origin, its fields and its first version, unless that one's id is somebody else's. */
export const assetAdded = defineEvent({
  kind: 'asset-added',
  body: z.object({
    asset: assetId,
    nonce,
    version: versionSchema,
    fields: someFieldsSchema.required({ title: true, type: true, status: true }),
    /** What somebody proposed and a marketer adopted with it. */
    proposal: proposalId.optional(),
    /** When it was first published; earlier than this event in the sample and in imports of history. */
    at: time.optional(),
  }),
  leaves: 'leaves.published',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  claims: ({ asset, version }) => [
    { kind: 'asset', id: asset },
    { kind: 'version', id: version.id },
  ],
  over(state, { asset, fields }) {
    const known = state.assets.get(asset);
    return known === undefined ? [] : [...overFields(known, fields), ...overVersions(known)];
  },
  fold(state, body, author) {
    const asset = assetOf(state, body.asset);
    const origin: Origin = { member: author.member, at: body.at ?? author.time, ...proposedAs(body) };
    asset.added = claimed(author, origin);
    // What was merged into it leads here only now, and so do its variants.
    state.merges.resolved = undefined;
    state.families.resolved = undefined;
    if (!author.lost.has('version')) addVersion(state, asset, { ...origin, body: body.version }, author);
    setFields(asset.fields, body.fields, author.stamp);
    noteOut(asset, body.fields.status, origin, author.stamp);
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ fields }) =>
      says(fields.status === 'draft' ? 'history.asset-drafted' : 'history.asset-published'),
    version: ({ version }) => version.id,
    sets: ({ fields }) => fields,
  },
});

/** A register a field. */
export const assetEdited = defineEvent({
  kind: 'asset-edited',
  body: z.object({
    asset: assetId,
    set: someFieldsSchema,
    /** By the wall clock of who wrote it: the stamp's clock follows whoever is ahead. */
    at: time.optional(),
  }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset, set }) {
    const known = state.assets.get(asset);
    return known === undefined ? [] : [...overFields(known, set), known.edited?.stamp];
  },
  fold(state, body, author) {
    const asset = assetOf(state, body.asset);
    setFields(asset.fields, body.set, author.stamp);
    const at = body.at ?? author.time;
    asset.edited = later(asset.edited, author.stamp, at);
    noteOut(asset, body.set.status, { member: author.member, at }, author.stamp);
  },
  history: { of: 'asset', id: ({ asset }) => asset, sets: ({ set }) => set },
  toldByEngine: 'asset',
});

/** Fields to set; zod gives `undefined` for what is absent. */
type FieldsToSet = { readonly [Field in keyof AssetFields]?: AssetFields[Field] | undefined };

function overFields(asset: AssetState, set: FieldsToSet): Places {
  return fieldsIn(set).map((field) => asset.fields[field]?.stamp);
}

/** The first time that an asset comes out. */
function noteOut(
  asset: AssetState,
  status: AssetStatus | undefined,
  origin: Origin,
  stamp: Author['stamp'],
): void {
  if (status === 'published' || status === 'scheduled') asset.out = earlier(asset.out, stamp, origin);
}

function setFields(fields: FieldRegisters, set: FieldsToSet, stamp: Stamp): void {
  for (const field of fieldsIn(set)) setField(fields, field, set[field], stamp);
}

function setField<Field extends keyof AssetFields>(
  fields: FieldRegisters,
  field: Field,
  value: AssetFields[Field] | undefined,
  stamp: Stamp,
): void {
  if (value === undefined) return;
  // A register is its own field's; of a field among several the compiler does not know it any more.
  const current = fields[field] as Register<AssetFields[Field]> | undefined;
  fields[field] = later(current, stamp, value) as FieldRegisters[Field];
}
