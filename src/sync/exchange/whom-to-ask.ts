import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Whom } from '../hub/hub-news.ts';
import type { Journals } from '../journal/journals.ts';
import type { Trouble } from './device-standing.ts';
import { type DeviceMemory, newMemory } from './pull-device.ts';

/** Takes those out whose news say that all they wrote is here, and notes that they stand so. */
export async function passOver(
  { newest, devices }: Whom,
  others: Set<DeviceId>,
  known: Map<DeviceId, DeviceMemory>,
  journals: Journals,
  wanted: readonly Stream[],
): Promise<void> {
  for (const [device, { at }] of newest) {
    const memory = known.get(device) ?? newMemory(device);
    if (devices.has(device) || memory.standing.trouble !== undefined || !others.delete(device)) continue;
    const name = (await journals.card(device))?.name;
    const counts = wanted.map((stream) => {
      const { seq } = journals.head(device, stream);
      return [stream, { here: seq, there: seq }] as const;
    });
    const streams = Object.fromEntries(counts);
    memory.standing = { writtenAt: at, ...memory.standing, streams, ...(name !== undefined && { name }) };
    known.set(device, memory);
  }
}

/** Troubles that reading again may end; the others end with what their device or this Kitbag's next version writes. */
export function isPassing(trouble: Trouble | undefined): boolean {
  return trouble !== undefined && !LASTING.has(trouble);
}

const LASTING: ReadonlySet<Trouble> = new Set([
  'missing',
  'rolled-back',
  'replaced-history',
  'newer-format',
  'too-large',
]);
