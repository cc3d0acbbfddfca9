import { idsOfAsset } from '../../domain/assets/asset-selectors.ts';
import { summaryOf } from '../assets/assets.ts';
import type { Implementer } from '../base/implementer.ts';
import type { WithFinding } from './with-finding.ts';

/** What this device keeps for the one who searches: a change in one window is shown in all. */
async function shown<Value>(replica: WithFinding, change: Promise<Value>): Promise<Value> {
  const value = await change;
  replica.changes.emit('finding');
  return value;
}

/** Searches that were saved. */
export function savedSearchesRouter({ savedSearches }: Implementer, replica: () => WithFinding) {
  const saved = () => replica().finding.saved;
  const told = <Value>(change: Promise<Value>) => shown(replica(), change);
  return {
    list: savedSearches.list.handler(() => saved().list()),
    save: savedSearches.save.handler(({ input: { name, ...query } }) => told(saved().save(name, query))),
    rename: savedSearches.rename.handler(({ input }) => told(saved().rename(input.id, input.name))),
    remove: savedSearches.remove.handler(({ input }) => told(saved().remove(input.id))),
    restore: savedSearches.restore.handler(({ input }) => told(saved().restore(input.id))),
    look: savedSearches.look.handler(({ input }) => told(saved().look(input.id))),
  };
}

/** What is pinned on Home. */
export function pinsRouter({ pins }: Implementer, replica: () => WithFinding) {
  return {
    list: pins.list.handler(() => replica().finding.pins.assets((id) => replica().summaries.seen(id))),
    set: pins.set.handler(async ({ input }) => ({
      changed: await shown(replica(), setPin(replica(), input)),
    })),
  };
}

async function setPin(
  replica: WithFinding,
  { asset, pinned }: { readonly asset: string; readonly pinned: boolean },
): Promise<boolean> {
  const { catalog, finding, ports, offline } = replica;
  const { id } = summaryOf(replica, asset);
  const changed = await finding.pins.set(id, idsOfAsset(catalog, id), pinned, ports.clock.now());
  // What is on Home is kept on the device.
  if (changed) offline.wantedChanged();
  return changed;
}

/** What was searched here. */
export function searchHistoryRouter({ searchHistory }: Implementer, replica: () => WithFinding) {
  const history = () => replica().finding.history;
  const told = <Value>(change: Promise<Value>) => shown(replica(), change);
  return {
    recent: searchHistory.recent.handler(({ input }) => history().recent(input.limit)),
    forget: searchHistory.forget.handler(async ({ input }) => ({
      forgotten: await told(history().forget(input.words)),
    })),
    restore: searchHistory.restore.handler(async () => ({ restored: await told(history().restore()) })),
  };
}
