import type { OpenAssets } from '../assets/with-assets.ts';
import type { Life } from '../base/parts.ts';
import { NearFinder } from './near-finder.ts';
import { PrintKeeper } from './print-keeper.ts';

type Below = OpenAssets & { readonly here: { has(sha256: string): boolean } };

/** Opens the finding of near-duplicates, and keeps what they are found by in step from the start on. */
export function nearPart(replica: Below, life: Life) {
  const { ports, changes } = replica;
  const prints = new PrintKeeper(replica);
  life.onStart(() => prints.wake());
  life.onClose('prints-not-closed', () => prints.close());
  return { near: new NearFinder(prints, changes, ports.logger) };
}
