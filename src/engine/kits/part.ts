import type { OpenAssets } from '../assets/with-assets.ts';
import type { WithLanguages } from '../variants/with-variants.ts';
import { FoundKits } from './found-kits.ts';
import { KeptKits } from './kept-kits.ts';
import { Kits } from './kits.ts';
import { OwnKits } from './own-kits.ts';

/** Opens the kits of the hub as lists show them, and those of the person here. */
export async function kitsPart(replica: OpenAssets & WithLanguages) {
  const { ports, catalog, summaries, languages } = replica;
  const ownKits = await OwnKits.open(ports.home.local, ports.logger);
  const keptKits = await KeptKits.open(ports.home.local, ports.logger);
  const kits = new Kits({ catalog, summaries, languages, ownKits, keptKits });
  return { ownKits, keptKits, kits, foundKits: new FoundKits(kits) };
}
