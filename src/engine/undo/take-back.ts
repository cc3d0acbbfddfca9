import type { Undone } from '../../contract/undo.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';
import { leftMessage } from './left-words.ts';

/** Takes changes back and says what was left alone because somebody has changed it since. Throws `Refusal`. */
export async function takeBack(replica: WithAssets, names: readonly string[]): Promise<Undone> {
  const taken = await replica.undos.take(names);
  if (taken === undefined) throw invalid('This can no longer be undone. Nothing was changed.');
  const { undone, left } = taken;
  const message = leftMessage(replica, left, undone > 0);
  return { undone, left: left.length, ...(message !== undefined && { message }) };
}
