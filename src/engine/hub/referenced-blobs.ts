import { type DomainModel, MODEL } from '../../domain/registry.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { StreamEvent } from '../../sync/journal/journal-event.ts';

/** Reads the blobs off events, those that serve everybody first. Events that can't be read name none. */
export function blobsOfEvents(model: DomainModel = MODEL): (event: StreamEvent) => readonly Sha256[] {
  return ({ event }) => {
    if (!model.namesBlobs(event.kind)) return [];
    const read = model.read(event);
    return read.read === 'known' ? model.blobsOf(read.draft) : [];
  };
}
