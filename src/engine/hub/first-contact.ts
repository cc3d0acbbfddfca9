import type { JoinProgress } from '../../contract/hub.ts';
import type { ExchangeProgress } from '../../sync/exchange.ts';
import type { EnginePorts } from '../engine-ports.ts';
import type { Changes } from '../live/changes.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { openCatalog } from '../live/open-catalog.ts';
import { stepsOf } from '../steps.ts';
import { checkExchanged } from './check-exchanged.ts';
import { HubLink } from './hub-link.ts';
import type { HubSettings } from './hub-settings.ts';
import { comeIn } from './join-hub.ts';

/**
 * Receives the hub into the replica of somebody who joins, and lets them in. May be broken off and begun again: what was received stays. Throws
 * `Refusal` where the hub can't be reached or the code does not fit.
 */
export async function* firstContact(
  ports: EnginePorts,
  changes: Changes,
  settings: HubSettings,
): AsyncGenerator<JoinProgress, void> {
  const catalog = await openCatalog(ports, changes);
  try {
    const link = await HubLink.open(ports, catalog, changes);
    let last: JoinProgress = { phase: 'receiving', done: 0, total: 0, bytes: 0, assets: 0 };
    yield* stepsOf<JoinProgress>(async (tell) => {
      const report = await link.exchange(undefined, (progress) => {
        last = stepOf(progress, last);
        tell(last);
      });
      checkExchanged(report);
    });
    yield { ...last, phase: 'reading', assets: usableAssets(catalog) };
    await comeIn(ports, catalog, settings, settings.joining ?? { name: settings.name });
    // Tells the others. Where that does not work now, it does with the next exchange.
    await link.exchange();
  } finally {
    await catalog.close();
    await catalog.replica.close();
  }
}

function stepOf(progress: ExchangeProgress, last: JoinProgress): JoinProgress {
  if (progress.phase !== 'receiving') return last;
  const { devices, of, bytes } = progress;
  return { phase: 'receiving', done: devices, total: of, bytes, assets: 0 };
}

function usableAssets({ state }: LiveCatalog): number {
  let count = 0;
  for (const { added, fields } of state.assets.values())
    if (added !== undefined && fields.status?.value === 'published') count += 1;
  return count;
}
