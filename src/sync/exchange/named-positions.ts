import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Journals } from '../journal/journals.ts';
import type { Seal } from '../journal/seal.ts';

/** An event of a device's stream that somebody with the right to has named with its digest. */
export type NamedPosition = {
  readonly device: DeviceId;
  readonly stream: Stream;
  readonly seq: number;
  readonly digest: string;
  /**
   * The device's own signature over it, which whoever gives this has checked: the device has written this history, and only it counts up to
   * there. Without it somebody only says so: who has this history keeps it, and it changes nothing else, because it may be made up.
   */
  readonly seal?: Seal;
  /** Only another history is refused: one that ends before it is taken as far as it goes. */
  readonly orLess?: true;
};

/** A named event that its device has signed. */
export type Proven = NamedPosition & { readonly seal: Seal };

/** What is named of each stream, by `<device>/<stream>`. */
export type NamedPositions = ReadonlyMap<string, readonly NamedPosition[]>;

/** Nothing is named. */
export const NOTHING_NAMED: NamedPositions = new Map();

/** The key of a stream among what is named. */
export function streamKey(device: DeviceId, stream: Stream): string {
  return `${device}/${stream}`;
}

/** Those that its device has signed, the nearest first. */
export function provenOf(named: readonly NamedPosition[]): readonly Proven[] {
  return named
    .filter((position): position is Proven => position.seal !== undefined)
    .sort((a, b) => a.seq - b.seq);
}

/** How what is here of a stream stands to what is named of it. */
type Agreement = 'agrees' | 'contradicts' | 'shorter';

/** Compares what is here with what is named. */
export async function agreementWith(
  journals: Journals,
  { device, stream, seq, digest }: NamedPosition,
): Promise<Agreement> {
  if (journals.head(device, stream).seq < seq) return 'shorter';
  return (await journals.digestAt(device, stream, seq)) === digest ? 'agrees' : 'contradicts';
}

/** Whether a named event is here; `agreed`: those that were found before, because looking costs a reading of the disk. */
export async function isHereAsNamed(
  journals: Journals,
  agreed: Set<string>,
  position: NamedPosition,
): Promise<boolean> {
  const { device, stream, seq, digest } = position;
  const key = `${device}/${stream}/${seq}/${digest}`;
  if (agreed.has(key)) return true;
  const agrees = (await agreementWith(journals, position)) === 'agrees';
  if (agrees) agreed.add(key);
  return agrees;
}
