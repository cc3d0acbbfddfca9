import { z } from 'zod';
import { says } from '../../shared/says/says.ts';
import type { Author, Places } from '../kernel/define-event.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { assetId, line, time } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { type AssetsPart, assetOf, assets } from './assets.ts';
import type { Recall } from './recall.ts';

/** Nobody is to use an asset from now on, or may again: the last word counts. */

export const assetRecalled = defineEvent({
  kind: 'asset-recalled',
  body: z.object({ asset: assetId, reason: line, replacement: assetId.optional(), at: time }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over: overRecall,
  fold(state, { asset, reason, replacement, at }, author) {
    const { member } = author;
    foldRecall(state, asset, author, {
      member,
      at,
      reason,
      ...(replacement !== undefined && { replacement }),
    });
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ reason }) => says('history.recalled', { reason }),
  },
});

export const assetRecallLifted = defineEvent({
  kind: 'asset-recall-lifted',
  body: z.object({ asset: assetId, at: time }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over: overRecall,
  fold: (state, { asset }, author) => foldRecall(state, asset, author, null),
  history: { of: 'asset', id: ({ asset }) => asset, what: () => says('history.recall-lifted') },
});

function overRecall(state: AssetsPart, { asset }: { readonly asset: string }): Places {
  return [state.assets.get(asset)?.recall?.stamp];
}

function foldRecall(state: AssetsPart, id: string, { stamp }: Author, recall: Recall | null): void {
  const asset = assetOf(state, id);
  asset.recall = later(asset.recall, stamp, recall);
}
