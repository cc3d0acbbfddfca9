import { LATEST_TIME } from '../../shared/limits.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import { type DeviceId, isDeviceId } from '../../shared/vocabulary/ids.ts';
import type { Journals } from '../journal/journals.ts';
import type { HubHead } from './hub-head.ts';
import { NEWS_PREFIX } from './hub-layout.ts';

/** As many digits of a digest as stand in a note. */
const DIGITS = 16;

/**
 * That a device has written a head, told by a name alone: how far its streams reached then. The name is a promise that can be checked against
 * what is here; it need not be trusted, because all that it ever causes is that the device's head is read.
 */
export type Note = {
  readonly device: DeviceId;
  /** By the store's clock, milliseconds since 1970. */
  readonly at: number;
  readonly streams: Readonly<Record<Stream, { readonly seq: number; readonly digest: string }>>;
  /** Whether the head names a bundle. */
  readonly bundle: boolean;
};

const NOTE =
  /^news\/([0-9a-f]{12})-([0-9a-f]{32})-([0-9]{9})-([0-9a-f]{16})-([0-9]{9})-([0-9a-f]{16})(-bundle)?$/;

/** What a head's note is called. */
export function noteKey(head: Pick<HubHead, 'device' | 'streams' | 'bundle'>, at: number): string {
  const streams = STREAMS.map((stream) => {
    const { seq, digest } = head.streams[stream];
    return `${String(seq).padStart(9, '0')}-${digest.slice(0, DIGITS)}`;
  });
  return `${newsFrom(at)}-${head.device}-${streams.join('-')}${head.bundle === undefined ? '' : '-bundle'}`;
}

/** Reads a note's name; `undefined` for any other. */
export function readNote(key: string): Note | undefined {
  const [, at, device, catalog, catalogDigest, activity, activityDigest, bundle] = NOTE.exec(key) ?? [];
  if (at === undefined || device === undefined || !isDeviceId(device)) return undefined;
  if (catalogDigest === undefined || activityDigest === undefined) return undefined;
  const time = Number.parseInt(at, 16);
  if (time > LATEST_TIME) return undefined;
  return {
    device,
    at: time,
    streams: {
      catalog: { seq: Number(catalog), digest: catalogDigest },
      activity: { seq: Number(activity), digest: activityDigest },
    },
    bundle: bundle !== undefined,
  };
}

/** What all notes from a time on sort after. */
export function newsFrom(at: number): string {
  return `${NEWS_PREFIX}${Math.max(0, Math.floor(at)).toString(16).padStart(12, '0').slice(-12)}`;
}

/** Whether all that a note tells of is here, of the streams that are wanted. */
export async function isHere(note: Note, journals: Journals, streams: readonly Stream[]): Promise<boolean> {
  for (const stream of streams) {
    const { seq, digest } = note.streams[stream];
    const here = await journals.digestAt(note.device, stream, seq);
    if (here === undefined || !here.startsWith(digest)) return false;
  }
  return true;
}

/** Whether a note tells of this head. */
export function tellsOf({ device, streams, bundle }: Note, head: HubHead): boolean {
  return (
    device === head.device &&
    bundle === (head.bundle !== undefined) &&
    STREAMS.every((stream) => {
      const { seq, digest } = head.streams[stream];
      return streams[stream].seq === seq && digest.startsWith(streams[stream].digest);
    })
  );
}
