import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Journals } from '../journal/journals.ts';
import {
  agreementWith,
  isHereAsNamed,
  type NamedPosition,
  type NamedPositions,
  provenOf,
} from './named-positions.ts';
import { type DeviceMemory, replacedAt } from './pull-device.ts';

/** What taking back needs. */
type TakeBackParts = {
  readonly journals: Journals;
  readonly named: NamedPositions;
  readonly memory: ReadonlyMap<DeviceId, DeviceMemory>;
  /** Named events that were found here; kept between two calls. */
  readonly agreed: Set<string>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly beforeRetract: () => Promise<void>;
};

/**
 * Takes back histories that were taken in before it was known which one somebody with the right to had named: those that contradict it, and
 * beginnings of which the hub has no more, because nobody can tell what they are the beginning of. Answers whose they were.
 */
export async function takeBackReplaced(parts: TakeBackParts): Promise<readonly DeviceId[]> {
  const { journals, named, memory, agreed, beforeRetract, now } = parts;
  const taken = new Set<DeviceId>();
  for (const position of [...named.values()].flatMap(provenOf)) {
    const { device, stream } = position;
    if (device === journals.device || journals.head(device, stream).seq === 0) continue;
    if (await isHereAsNamed(journals, agreed, position)) continue;
    const agreement = await agreementWith(journals, position);
    const known = memory.get(device);
    if (agreement === 'shorter' && !endsShort(known, position)) continue;
    await beforeRetract();
    await journals.retract(device, stream, 0);
    if (known !== undefined) {
      known.replaced = { ...known.replaced, [stream]: replacedAt(now, position, known.replaced?.[stream]) };
      delete known.settled;
    }
    taken.add(device);
  }
  return [...taken];
}

/** Whether the hub has nothing that leads from what is here to the named event. */
function endsShort(memory: DeviceMemory | undefined, { stream, seq, orLess }: NamedPosition): boolean {
  const { trouble, streams } = memory?.standing ?? {};
  if (trouble === 'replaced-history') return true;
  if (orLess === true) return false;
  const there = streams?.[stream]?.there;
  return trouble === undefined && there !== undefined && there < seq;
}
