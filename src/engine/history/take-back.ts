import type { Undone } from '../../contract/undo.ts';
import type { OpenHub } from '../open-hub.ts';
import { invalid } from '../refusal.ts';
import { leftMessage } from './left-words.ts';

/** Takes changes back and says what was left alone because somebody has changed it since. Throws `Refusal`. */
export async function takeBack(hub: OpenHub, names: readonly string[]): Promise<Undone> {
  const taken = await hub.undos.take(names);
  if (taken === undefined) throw invalid('This can no longer be undone. Nothing was changed.');
  const { undone, left } = taken;
  const message = leftMessage(hub, left, undone > 0);
  return { undone, left: left.length, ...(message !== undefined && { message }) };
}
