import type { DeviceId } from '../shared/ids.ts';
import type { Journals } from './journals.ts';
import { agreementWith, type NamedPosition, type NamedPositions, streamKey } from './named-positions.ts';
import type { DeviceMemory } from './pull-device.ts';

/** What taking back needs. */
export type TakeBackParts = {
  readonly journals: Journals;
  readonly named: NamedPositions;
  readonly memory: ReadonlyMap<DeviceId, DeviceMemory>;
  /** Digests of named events that were found here, by stream; kept between two calls. */
  readonly agreed: Map<string, string>;
  readonly beforeRetract: () => Promise<void>;
};

/**
 * Takes back histories that were taken in before it was known which one somebody with the right to had named: those that contradict it, and
 * beginnings of which the hub has no more, because nobody can tell what they are the beginning of. Answers whose they were.
 */
export async function takeBackReplaced(parts: TakeBackParts): Promise<readonly DeviceId[]> {
  const { journals, named, memory, agreed, beforeRetract } = parts;
  const taken = new Set<DeviceId>();
  for (const position of named.values()) {
    const { device, stream, digest } = position;
    const key = streamKey(device, stream);
    if (device === journals.device || agreed.get(key) === digest) continue;
    if (journals.head(device, stream).seq === 0) continue;
    const agreement = await agreementWith(journals, position);
    if (agreement === 'agrees') agreed.set(key, digest);
    const known = memory.get(device);
    if (agreement === 'agrees' || (agreement === 'shorter' && !endsShort(known, position))) continue;
    await beforeRetract();
    await journals.retract(device, stream, 0);
    if (known !== undefined) {
      known.replaced = { ...known.replaced, [stream]: position };
      delete known.settled;
    }
    taken.add(device);
  }
  return [...taken];
}

/** Whether the hub has nothing that leads from what is here to the named event. */
function endsShort(memory: DeviceMemory | undefined, { stream, seq }: NamedPosition): boolean {
  const { trouble, streams } = memory?.standing ?? {};
  if (trouble === 'replaced-history') return true;
  const there = streams?.[stream]?.there;
  return trouble === undefined && there !== undefined && there < seq;
}
