import type { DeviceId } from '../shared/ids.ts';
import type { Stream } from './journal-event.ts';
import type { Journals } from './journals.ts';

/** An event of a device's stream that somebody with the right to has named with its digest: no other history is taken up to there. */
export type NamedPosition = {
  readonly device: DeviceId;
  readonly stream: Stream;
  readonly seq: number;
  readonly digest: string;
};

/** What is named of each stream, by `<device>/<stream>`. */
export type NamedPositions = ReadonlyMap<string, NamedPosition>;

/** Nothing is named. */
export const NOTHING_NAMED: NamedPositions = new Map();

/** The key of a stream among what is named. */
export function streamKey(device: DeviceId, stream: Stream): string {
  return `${device}/${stream}`;
}

/** How what is here of a stream stands to what is named of it. */
export type Agreement = 'agrees' | 'contradicts' | 'shorter';

/** Compares what is here with what is named. */
export async function agreementWith(
  journals: Journals,
  { device, stream, seq, digest }: NamedPosition,
): Promise<Agreement> {
  if (journals.head(device, stream).seq < seq) return 'shorter';
  return (await journals.digestAt(device, stream, seq)) === digest ? 'agrees' : 'contradicts';
}
