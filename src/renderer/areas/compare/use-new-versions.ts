import { plural } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { NewVersion } from '../../../contract/compare.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';

/** They have looked at the new versions of these. */
export function seeNewVersions(assets: readonly string[]): void {
  engine.compare.newsSeen({ assets: [...assets] }).catch(showError);
}

/** New versions of what one used, until one has looked. */
export function useNewVersions(): { readonly news: readonly NewVersion[]; readonly look: () => void } {
  const { data } = useQuery(orpc.compare.news.queryOptions());
  return useMemo(
    () => ({
      news: data ?? [],
      look: () => seeNewVersions((data ?? []).map(({ asset }) => asset.id)),
    }),
    [data],
  );
}

/** That there is a new version of an asset since one used it. Told as long as one reads it, though reading it is using it. */
export function useNewVersionOf(asset: string): {
  readonly told: NewVersion | undefined;
  readonly look: () => void;
} {
  const { news } = useNewVersions();
  const [told, setTold] = useState<NewVersion>();
  const found = news.find((one) => one.asset.id === asset);
  useEffect(() => {
    if (found !== undefined) setTold(found);
  }, [found]);
  const look = (): void => {
    setTold(undefined);
    seeNewVersions([asset]);
  };
  return { told: told?.asset.id === asset ? told : undefined, look };
}

/** `2 assets you used have a new version`. */
export function newVersionsSentence(news: readonly NewVersion[]): string {
  return plural(news.length, {
    one: '# asset you used has a new version',
    other: '# assets you used have a new version',
  });
}
