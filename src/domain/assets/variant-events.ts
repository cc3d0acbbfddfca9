import { z } from 'zod';
import { says } from '../../shared/says/says.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, time, versionId } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { assetOf, assets } from './assets.ts';
import type { VariantLink } from './variants.ts';

/** An asset becomes the language edition of another, or one of its own again (`variants.ts`): a register. */
export const assetVariantLinked = defineEvent({
  kind: 'asset-variant-linked',
  body: z.object({
    asset: assetId,
    /** The original, or another variant of it; null: it is no variant. */
    of: assetId.nullable(),
    at: time,
  }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  shownIn: { in: assets, entry: ({ asset, of }) => of ?? asset },
  over: (state, { asset }) => [state.assets.get(asset)?.variant?.stamp],
  fold(state, { asset: id, of, at }, { member, stamp }) {
    const asset = assetOf(state, id);
    const link: VariantLink = { member, at, of };
    asset.variant = later(asset.variant, stamp, link);
    state.families.linked.add(id);
    state.families.resolved = undefined;
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ of }) => says(of === null ? 'history.variant-unlinked' : 'history.variant-linked'),
  },
});

/** A version of a variant says what of its original it has in its language: a register by version. */
export const assetVariantFollowed = defineEvent({
  kind: 'asset-variant-followed',
  body: z.object({
    asset: assetId,
    version: versionId,
    /** The version of the original; null: nobody says so any more. */
    follows: versionId.nullable(),
    at: time,
  }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over: (state, { asset, version }) => [state.assets.get(asset)?.follows?.get(version)?.stamp],
  fold(state, { asset: id, version, follows, at }, { member, stamp }) {
    const asset = assetOf(state, id);
    asset.follows ??= new Map();
    const said = { member, at, version: follows };
    asset.follows.set(version, later(asset.follows.get(version), stamp, said));
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: () => says('history.variant-followed'),
    version: ({ version }) => version,
  },
});
