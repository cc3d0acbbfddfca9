import type { EventKind, VersionBody, VersionReading } from '../../domain/events.ts';
import { readEvent } from '../../domain/fold-event.ts';
import { isSha256, type Sha256 } from '../../shared/ids.ts';
import type { StreamEvent } from '../../sync/journal-event.ts';

/** The blobs that a version names: text and picture first, because they serve everybody at once. */
export function blobsOfVersion(version: VersionBody): readonly Sha256[] {
  return [...blobsOfReading(version), ...[version.sha256].filter(isSha256)];
}

function blobsOfReading({ textBlob, thumbnail }: VersionReading): readonly Sha256[] {
  return [textBlob, thumbnail?.sha256].filter((name) => name !== undefined).filter(isSha256);
}

/** Kinds of events that name blobs: the others, which are most, need not be read for them. */
const NAMES_BLOBS: ReadonlySet<string> = new Set<EventKind>([
  'asset-added',
  'asset-version-added',
  'asset-version-drafted',
  'asset-version-read',
]);

/** The blobs that an event refers to. */
export function blobsOfEvent({ event }: StreamEvent): readonly Sha256[] {
  if (!NAMES_BLOBS.has(event.kind)) return [];
  const read = readEvent(event);
  if (read.read !== 'known') return [];
  const { kind, body } = read.draft;
  if (kind === 'asset-version-read') return blobsOfReading(body.reading);
  return 'version' in body && typeof body.version === 'object' ? blobsOfVersion(body.version) : [];
}
