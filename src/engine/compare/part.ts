import type { WithCatalog } from '../live/with-catalog.ts';
import { VersionsKnown } from './version-news.ts';

/** Opens what the person at this device knows of new versions. */
export async function comparePart({ ports }: Pick<WithCatalog, 'ports'>) {
  return { versionsKnown: await VersionsKnown.open(ports.home.local, ports.logger) };
}
