import { useEffect, useRef } from 'react';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { blobUrl } from '../../../contract/shell-channels.ts';
import { engine } from '../../base/engine-client.ts';
import { drawPoster } from './video-poster.ts';

/** Draws a poster frame for each video on the table that has none, one after the other: the engine has no decoder. */
export function useVideoPosters(rows: readonly StagedRow[]): void {
  const tried = useRef(new Set<string>());
  const queue = useRef(Promise.resolve());
  useEffect(() => {
    for (const row of rows) {
      const { found } = row;
      if (row.state !== 'ready' || found?.kind !== 'video' || found.thumbnail || tried.current.has(row.id))
        continue;
      tried.current.add(row.id);
      const url = blobUrl(found.sha256, found.mediaType);
      queue.current = queue.current.then(async () => {
        const poster = await drawPoster(url);
        if (!poster) return;
        await engine.publish
          .setThumbnail({ row: row.id, ...poster })
          .catch((error: unknown) => console.warn('A poster frame was not taken.', error));
      });
    }
  }, [rows]);
}
