import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { orpc } from '../../app/engine-client.ts';
import { createStore, useStore } from '../../app/store.ts';
import { useSession } from '../../app/use-session.ts';
import { plural } from '../../ui/plural.ts';

/** An asset in the version that came. */
const keyOf = (asset: AssetSummary): string => `${asset.id}/${asset.version.id}`;

/** What was there already when the window was opened, or has been looked at since. */
const known = createStore<ReadonlySet<string> | null>(null);

/** How many assets are asked for: more news than this is just 'many'. */
const LIMIT = 50;

/** What colleagues published or renewed while the window was open and Home was not looked at. */
export function useArrivals(): { readonly assets: readonly AssetSummary[]; readonly look: () => void } {
  const { member } = useSession();
  const { data } = useQuery(orpc.activity.whatIsNew.queryOptions({ input: { limit: LIMIT } }));
  const seen = useStore(known);
  useEffect(() => {
    if (data !== undefined && known.get() === null) known.set(new Set(data.assets.map(keyOf)));
  }, [data]);
  const assets = useMemo(
    () =>
      seen === null
        ? []
        : (data?.assets ?? []).filter(
            (asset) => !seen.has(keyOf(asset)) && asset.version.addedBy?.id !== member.id,
          ),
    [data, seen, member.id],
  );
  const look = useMemo(
    () => () => known.set(new Set([...(known.get() ?? []), ...(data?.assets ?? []).map(keyOf)])),
    [data],
  );
  return { assets, look };
}

/** `3 new assets from Mara and Jon`; the names only where they are few. */
export function arrivalsSentence(assets: readonly AssetSummary[]): string {
  const names = [...new Set(assets.flatMap(({ version }) => version.addedBy?.name ?? []))];
  const from =
    names.length === 0 || names.length > 2 ? ' from your colleagues' : ` from ${names.join(' and ')}`;
  return `${plural(assets.length, 'new asset')}${from}`;
}
