import type { Undone } from '../../contract/undo.ts';
import { says } from '../../shared/says/says.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';
import { leftAlone } from './left-alone.ts';

/** Takes changes back and says what was left alone because somebody has changed it since. Throws `Refusal`. */
export async function takeBack(replica: WithAssets, names: readonly string[]): Promise<Undone> {
  const taken = await replica.undos.take(names);
  if (taken === undefined) throw invalid(says('undo.too-late'));
  const { undone, left } = taken;
  const told = leftAlone(replica, left, undone > 0);
  return { undone, left: left.length, ...(told !== undefined && { says: told }) };
}
