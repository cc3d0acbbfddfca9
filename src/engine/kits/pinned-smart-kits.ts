import { nameOfError } from '../../shared/defect.ts';
import { CancellationSource } from '../base/cancellation-source.ts';
import type { Life } from '../base/parts.ts';
import { smartItems } from './smart-kit.ts';
import type { WithKits } from './with-kits.ts';

/** Smart kits that are pinned are kept on this device as others are: what their queries find, from the pinning on and whenever that changes. */

/** Asks again what the queries of pinned smart kits find, where the index has something new. */
export function pinnedSmartKitsPart(replica: WithKits, life: Life) {
  const { ports } = replica;
  const end = new CancellationSource();
  let ended: Promise<void> = Promise.resolve();
  life.onStart(() => {
    ended = follow(replica, end).catch((error: unknown) => {
      ports.logger.error('pinned-kits-not-followed', { error: nameOfError(error) });
    });
  });
  life.onClose('pinned-kits-not-closed', async () => {
    end.cancel();
    await ended;
  });
  return {};
}

async function follow(replica: WithKits, end: CancellationSource): Promise<void> {
  for await (const { topics } of replica.changes.watch(end.signal)) {
    if (end.signal.aborted) return;
    const isOther = topics.includes('languages');
    if (isOther || topics.includes('index')) await refreshPinnedSmartKits(replica);
    if (!isOther) continue;
    // Of what the others hold, other editions are kept here, and their titles are found.
    replica.offline.wantedChanged();
    replica.indexing.start();
  }
}

/** Notes what the queries of pinned smart kits find now, and has that kept here. */
export async function refreshPinnedSmartKits(replica: WithKits): Promise<void> {
  const { keptKits, kits, offline } = replica;
  let changed = false;
  for (const id of keptKits.pinned()) {
    const smart = kits.seen(id)?.data.fields.smart ?? null;
    if (smart === null) continue;
    const found = (await smartItems(replica, smart)).flatMap(({ asset }) => asset?.id ?? []);
    if (await keptKits.hold(id, found)) changed = true;
  }
  if (changed) offline.wantedChanged();
}
