import type { EventKind, VersionBody } from '../../domain/events.ts';
import { readEvent } from '../../domain/fold-event.ts';
import { isSha256, type Sha256 } from '../../shared/ids.ts';
import type { StreamEvent } from '../../sync/journal-event.ts';

/** The blobs that a version names: text and picture first, because they serve everybody at once. */
export function blobsOfVersion({ textBlob, thumbnail, sha256 }: VersionBody): readonly Sha256[] {
  return [textBlob, thumbnail?.sha256, sha256].filter((name) => name !== undefined).filter(isSha256);
}

const NAMES_A_VERSION: ReadonlySet<string> = new Set<EventKind>([
  'asset-added',
  'asset-version-added',
  'asset-version-drafted',
]);

/** The blobs that an event refers to. */
export function blobsOfEvent({ event }: StreamEvent): readonly Sha256[] {
  if (!NAMES_A_VERSION.has(event.kind)) return [];
  const read = readEvent(event);
  if (read.read !== 'known' || !('version' in read.draft.body)) return [];
  const { version } = read.draft.body;
  return typeof version === 'object' ? blobsOfVersion(version) : [];
}
