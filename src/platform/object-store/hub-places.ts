import type { HubPlaces } from '../../engine/ports/hub-places.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { err, ok } from '../../shared/result.ts';
import { createHubFolder, isFolderGone, openStore } from './open-store.ts';

/** The places of this machine where a hub can be. `dataFolder`: the replica's own, which is none. */
export function hubPlaces(dataFolder: string, logger: Logger): HubPlaces {
  return {
    open: async (location) => {
      const opened = await openStore(location, { dataFolder });
      if (!opened.ok) return err(opened.error.message);
      const { store, location: full, watch } = opened.value;
      return ok({
        location: full,
        store,
        make: async () => {
          const made = await createHubFolder(full);
          return made.ok ? ok(undefined) : err(made.error.message);
        },
        isGone: () => isFolderGone(full),
        watch: (onHint) => watch(onHint, logger),
      });
    },
  };
}
