import type { Timeline } from '../../domain/people/membership.ts';
import { type NamedEvent, namedEvents } from '../../domain/people/role-changes.ts';
import type { FoldContext } from '../../domain/registry.ts';
import { sealText } from '../../shared/seal-text.ts';
import { type NamedPosition, type NamedPositions, streamKey } from '../../sync/exchange/named-positions.ts';

/** Words without a signature that are kept of a stream: a lead may say as many as they like. */
const MOST_WORDS = 32;

/**
 * What the catalog names of devices' streams, as the exchange asks for it. Of each stream only the history counts that its device has signed itself: of
 * what changes of roles name, and of what was anchored, the last word that shows this signature. What shows none is told too, as a word.
 */
export function namedPositions(
  timeline: Timeline,
  context: Pick<FoldContext, 'deviceIdOf' | 'verify'>,
): NamedPositions {
  const all = new Map<string, NamedPosition[]>();
  for (const event of namedEvents(timeline)) {
    const { device } = event;
    const key = streamKey(device, event.stream);
    const before = all.get(key) ?? [];
    const { seal: _seal, ...named } = event;
    const seal = sealOf(timeline, event, context);
    if (seal === undefined && before.length < MOST_WORDS) all.set(key, [...before, { ...named, device }]);
    else if (seal !== undefined && adds(event, before)) all.set(key, [...before, { ...named, device, seal }]);
  }
  return all;
}

/** Whether anything is added by a signed one: the first of its kind, and an anchored one only beyond what is named to its end. */
function adds(event: NamedEvent, before: readonly NamedPosition[]): boolean {
  const signed = before.filter(({ seal }) => seal !== undefined);
  if (event.orLess !== true) return signed.length === 0;
  return signed.every((one) => one.orLess !== true && one.seq < event.seq);
}

function sealOf(
  timeline: Timeline,
  { device, stream, seq, digest, seal }: NamedEvent,
  { deviceIdOf, verify }: Pick<FoldContext, 'deviceIdOf' | 'verify'>,
): NamedPosition['seal'] {
  const publicKey = timeline.devices.get(device)?.publicKey;
  if (seal === undefined || publicKey === undefined || deviceIdOf(publicKey) !== device) return undefined;
  const genuine = verify(publicKey, sealText(device, stream, { seq, digest }), seal);
  return genuine ? { v: 1, device, stream, seq, digest, sig: seal } : undefined;
}
