import type { Life } from '../base/parts.ts';
import type { WithPublishing } from '../publish/with-publishing.ts';
import { KeptWatches } from './kept-watches.ts';
import { Watching } from './watching.ts';

/** Opens the folders that this device watches. */
export async function watchesPart(replica: WithPublishing, life: Life) {
  const watches = await KeptWatches.open(replica.ports, replica.changes);
  const watching = new Watching({ ...replica, watches });
  life.onClose('watching-not-closed', () => watching.close());
  return { watches, watching };
}
