import { z } from 'zod';
import { says } from '../../shared/says/says.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, time } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { assetOf, assets } from './assets.ts';
import type { MergeState } from './merging.ts';

/** Two assets become one (`merging.ts`): a register on the one that is given up. */
export const assetMerged = defineEvent({
  kind: 'asset-merged',
  body: z.object({
    asset: assetId,
    /** The one that is kept; where it is undone, the one that it was merged into. */
    into: assetId,
    undone: z.literal(true).optional(),
    at: time,
  }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  shownIn: { in: assets, entry: ({ into }) => into },
  over: (state, { asset }) => [state.assets.get(asset)?.merged?.stamp],
  fold(state, { asset: id, into, undone, at }, { member, stamp }) {
    const asset = assetOf(state, id);
    const merge: MergeState = { member, at, into, ...(undone === true && { undone }) };
    asset.merged = later(asset.merged, stamp, merge);
    state.merges.merged.add(id);
    state.merges.resolved = undefined;
    state.families.resolved = undefined;
  },
  history: {
    of: 'asset',
    id: ({ into }) => into,
    what: ({ undone }) => says(undone === true ? 'history.asset-parted' : 'history.asset-merged'),
  },
});
