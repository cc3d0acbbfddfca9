import { kitOf } from './kit-of.ts';
import { refreshPinnedSmartKits } from './pinned-smart-kits.ts';
import type { WithKits } from './with-kits.ts';

/** Keeps on the device what it holds. */
export async function pinKit(
  replica: WithKits,
  { kit, pinned }: { readonly kit: string; readonly pinned: boolean },
): Promise<{ changed: boolean }> {
  kitOf(replica, kit);
  const changed = await replica.keptKits.pin(kit, pinned, replica.ports.clock.now());
  if (changed) {
    replica.kits.touch();
    replica.changes.emit('kits');
    if (pinned) await refreshPinnedSmartKits(replica);
    replica.offline.wantedChanged();
  }
  return { changed };
}
