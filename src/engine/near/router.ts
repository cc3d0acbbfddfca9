import type { Implementer } from '../base/implementer.ts';
import { mergeAssets, tellApart } from './merge.ts';
import { nearList } from './near-list.ts';
import type { WithNear } from './with-near.ts';

/** Duplicates and near-duplicates: found, merged, told apart. */
export function nearRouter({ near }: Implementer, replica: () => WithNear) {
  return {
    list: near.list.handler(({ input }) => nearList(replica(), input)),
    merge: near.merge.handler(({ input }) => mergeAssets(replica(), input)),
    tellApart: near.tellApart.handler(({ input }) => tellApart(replica(), input)),
  };
}
