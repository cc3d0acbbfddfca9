import type { DiagnosticFact } from '../../contract/maintenance.ts';
import { countVersions } from '../../domain/assets/asset-selectors.ts';
import { countDeferred, countRefused } from '../../domain/fold/refused-selectors.ts';
import { whoIsWho } from '../../domain/people/people-selectors.ts';
import { countRequests } from '../../domain/requests/request-selectors.ts';
import type { WithMaintenance } from './with-maintenance.ts';

/** What support needs to know of a replica: counts and codes, no name, title, text, path or search. */
export async function diagnosticsOf(replica: WithMaintenance): Promise<DiagnosticFact[]> {
  const { catalog } = replica;
  const { activity } = catalog;
  const timeline = whoIsWho(catalog);
  const link = replica.link.state();
  const offline = replica.offline.state();
  const index = await replica.search.report();
  const assets = [...replica.summaries.all().values()];
  return [
    { name: 'role', value: catalog.self().role },
    { name: 'key', value: replica.ports.home.keyHome },
    { name: 'members', value: timeline.members.size },
    { name: 'devices', value: timeline.devices.size },
    { name: 'events of the catalog', value: catalog.catalogEvents },
    { name: 'events refused', value: countRefused(catalog) },
    { name: 'events of newer versions', value: countDeferred(catalog) },
    { name: 'assets', value: assets.length },
    ...countBy(assets.map((asset) => asset.state)).map(([name, value]) => ({
      name: `assets ${name}`,
      value,
    })),
    { name: 'versions', value: countVersions(catalog) },
    { name: 'requests', value: countRequests(catalog) },
    { name: 'assets used', value: activity.uses.size },
    { name: 'files here', value: offline.keptFiles },
    { name: 'files wanted', value: offline.wantedFiles },
    { name: 'files of the hub', value: offline.allFiles },
    { name: 'pages searchable', value: index.pages },
    { name: 'assets searchable', value: index.searchable },
    ...countBy(index.partly.map(({ reason }) => reason)).map(([reason, value]) => ({
      name: `partly searchable, ${reason}`,
      value,
    })),
    ...countBy(index.not.map(({ reason }) => reason)).map(([reason, value]) => ({
      name: `not searchable, ${reason}`,
      value,
    })),
    { name: 'sync', value: link.reason === undefined ? link.state : `${link.state}, ${link.reason}` },
    { name: 'events not sent', value: link.pending },
    { name: 'devices behind', value: link.devices.filter(({ behind }) => behind > 0).length },
    ...countBy(link.devices.flatMap(({ trouble }) => trouble ?? [])).map(([trouble, value]) => ({
      name: `devices ${trouble}`,
      value,
    })),
    { name: 'foreign files', value: link.foreign.count },
  ];
}

/** How often each word occurs, by word. */
function countBy(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
