import { MODEL } from '../../domain/registry.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { Changes } from './changes.ts';
import { foldContext } from './fold-context.ts';
import { FoldedSnapshots } from './folded-snapshots.ts';
import { LiveCatalog } from './live-catalog.ts';

/** Opens the home's replica and folds it. Throws `StorageError`. */
export async function openCatalog(ports: BasePorts, changes: Changes): Promise<LiveCatalog> {
  const { home, logger, later, clock, crypto, model = MODEL } = ports;
  const replica = await home.open();
  try {
    const snapshots = new FoldedSnapshots(home.snapshots, logger, later, () => clock.now(), model);
    const context = { ...(await foldContext(crypto, home.local)), model };
    return await LiveCatalog.open(replica, snapshots, changes, context, { clock, later });
  } catch (error) {
    await replica.close();
    throw error;
  }
}
