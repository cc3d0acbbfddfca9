import { homedir } from 'node:os';
import type { HubPlace, HubPlaces } from '../../engine/ports/hub-places.ts';
import type { FolderLocation } from '../../shared/hub-location.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { FOLDER_WORDS, isFolderClutter } from './folder-words.ts';
import { readLocation } from './location.ts';
import { createHubFolder, isFolderGone, openFolder } from './open-folder.ts';

/** The places where a hub can be, for this machine. `dataFolder`: the replica's own, which is none. */
export function hubPlaces(dataFolder: string, logger: Logger): HubPlaces {
  return {
    read: (text) => {
      const read = readLocation(text, { cwd: process.cwd(), home: homedir(), platform: process.platform });
      return read.ok ? read : err(read.error.message);
    },
    open: async (location) =>
      location.kind === 'folder'
        ? folderPlace(location, dataFolder, logger)
        : err('A bucket can’t be opened here.'),
  };
}

async function folderPlace(
  location: FolderLocation,
  dataFolder: string,
  logger: Logger,
): Promise<Result<HubPlace, string>> {
  const { folder } = location;
  const opened = await openFolder(folder, dataFolder);
  if (!opened.ok) return err(opened.error.message);
  const { store, watch } = opened.value;
  return ok({
    location,
    store,
    words: FOLDER_WORDS,
    isClutter: isFolderClutter,
    make: async () => {
      const made = await createHubFolder(folder);
      return made.ok ? ok(undefined) : err(made.error.message);
    },
    isGone: () => isFolderGone(folder),
    watch: (onHint) => watch(onHint, logger),
  });
}
