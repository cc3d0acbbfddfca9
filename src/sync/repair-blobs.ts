import type { Sha256 } from '../shared/ids.ts';
import { throwIfAborted } from '../shared/ports/cancellation.ts';
import type { HubHead } from './hub-head.ts';
import { blobKey } from './hub-layout.ts';
import { parseEvent } from './journal-chain.ts';
import { STREAMS } from './journal-event.ts';
import type { PushParts } from './push.ts';

/**
 * Sends again what the hub has lost of the files that this device's events name and that are kept here: a folder that was rolled back, or a
 * colleague who tidied up. At most 256 listings. Answers how many were written.
 */
export async function repairBlobs(parts: PushParts, hub: HubHead): Promise<number> {
  const { signal } = parts;
  let written = 0;
  for (const [folder, blobs] of await sentBlobs(parts, hub)) {
    throwIfAborted(signal);
    const { objects } = await parts.store.list(folder, { signal });
    for (const { key } of objects) blobs.delete(key);
    for (const [key, sha256] of blobs) {
      const content = await parts.blobs.content(sha256);
      if (content !== undefined && (await parts.store.putIfAbsent(key, content, { signal })) === 'stored')
        written += 1;
    }
  }
  return written;
}

/** Names of all files of what has been sent, by folder and key. */
async function sentBlobs({ journals, blobs }: PushParts, hub: HubHead) {
  const folders = new Map<string, Map<string, Sha256>>();
  for (const stream of STREAMS) {
    for await (const line of journals.lines(journals.device, stream, 0)) {
      if (line.seq > hub.streams[stream].seq) break;
      const event = parseEvent(line.text);
      for (const sha256 of event === undefined ? [] : blobs.referredTo({ stream, event })) {
        const key = blobKey(sha256);
        const folder = key.slice(0, key.lastIndexOf('/') + 1);
        const known = folders.get(folder) ?? new Map<string, Sha256>();
        folders.set(folder, known.set(key, sha256));
      }
    }
  }
  return folders;
}
