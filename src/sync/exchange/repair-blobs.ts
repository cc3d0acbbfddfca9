import { throwIfAborted } from '../../shared/ports/cancellation.ts';
import { STREAMS } from '../../shared/vocabulary/device.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { HubHead } from '../hub/hub-head.ts';
import { blobKey } from '../hub/hub-layout.ts';
import { type Content, StoreError } from '../hub/object-store.ts';
import { getWithin } from '../hub/read-object.ts';
import { parseEvent } from '../journal/journal-chain.ts';
import { partAt } from './part-at.ts';
import type { PushParts } from './push.ts';

/** What is read of a device's own files at one check, and the largest that is: of a larger one it is only seen to that it is there. Bytes. */
const FILES_AT_A_CHECK = 16 * 1024 * 1024;

type Found = {
  readonly key: string;
  readonly sha256: Sha256;
  readonly size: number;
  readonly content: Content;
};

/**
 * Sends again what the hub has lost of the files that this device's events name and that are kept here: a folder that was rolled back, or a
 * colleague who tidied up. At a turn of the checks also what is there in another size, and what has other bytes of those that are read at
 * this turn. At most 256 listings. Answers how many were written.
 */
export async function repairBlobs(parts: PushParts, hub: HubHead, turn: number | undefined): Promise<number> {
  const { store, signal } = parts;
  let written = 0;
  const doubtful: Found[] = [];
  const usual: Found[] = [];
  for (const [folder, blobs] of await sentBlobs(parts, hub)) {
    throwIfAborted(signal);
    const { objects } = await store.list(folder, { signal });
    const sizes = new Map(objects.map(({ key, size }) => [key, size]));
    for (const [key, sha256] of blobs) {
      const there = sizes.get(key);
      if (there !== undefined && turn === undefined) continue;
      const content = await parts.blobs.content(sha256);
      if (content === undefined) continue;
      const size = 'size' in content ? content.size : content.length;
      if (there === undefined) {
        if ((await store.putIfAbsent(key, content, { signal })) === 'stored') written += 1;
      } else if (size <= FILES_AT_A_CHECK)
        (size === there ? usual : doubtful).push({ key, sha256, size, content });
    }
  }
  if (turn === undefined) return written;
  for (const one of [...doubtful, ...partAt(usual, ({ size }) => size, FILES_AT_A_CHECK, turn)]) {
    throwIfAborted(signal);
    if (await rewritten(parts, one)) written += 1;
  }
  return written;
}

/** Writes a file again where other bytes lie in its place. What can't be read now, there or here, is looked at another time. */
async function rewritten({ store, crypto, signal }: PushParts, { key, sha256, size, content }: Found) {
  try {
    const there = await getWithin(store, key, { limit: size, signal });
    if (there instanceof Uint8Array && crypto.sha256OfBytes(there) === sha256) return false;
  } catch (error) {
    if (!(error instanceof StoreError) || error.failure === 'unreachable') throw error;
    return false;
  }
  const own = await bytesOf(content);
  // What is kept here may be damaged, too.
  if (crypto.sha256OfBytes(own) !== sha256) return false;
  await store.put(key, own, { signal });
  return true;
}

async function bytesOf(content: Content): Promise<Uint8Array> {
  if (!('open' in content)) return content;
  const pieces: Uint8Array[] = [];
  for await (const piece of content.open()) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
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
