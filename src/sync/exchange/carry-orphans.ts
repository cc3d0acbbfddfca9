import { STREAMS } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { type HubHead, headBytes, readHead } from '../hub/hub-head.ts';
import { cardKey, headKey, segmentKey } from '../hub/hub-layout.ts';
import { writeSegment } from '../hub/segment.ts';
import { documentBytes } from '../identity/signed-document.ts';
import { parseEvent } from '../journal/journal-chain.ts';
import type { StreamEvent } from '../journal/journal-event.ts';
import type { PushParts } from './push.ts';
import { sendBlobs } from './send-blobs.ts';

/**
 * Brings devices into the hub that can't come themselves: the sample's colleagues, whose keys were forgotten when the sample was made. Each
 * left a signed head that names one segment a stream, which follows from its journal and its seals. Answers how many events were sent.
 */
export async function carryOrphans(parts: PushParts): Promise<number> {
  let sent = 0;
  for (const device of parts.journals.devices()) {
    if (device !== parts.journals.device) sent += await carry(parts, device);
  }
  return sent;
}

async function carry(parts: PushParts, device: DeviceId): Promise<number> {
  const { store, journals, crypto, signal } = parts;
  const kept = await journals.keptHead(device);
  const card = kept === undefined ? undefined : await journals.card(device);
  if (typeof kept !== 'object' || kept === null || card === undefined) return 0;
  const reading = readHead(documentBytes(kept, crypto), card, crypto);
  if (reading.outcome !== 'head' || (await store.stat(headKey(device), { signal })) !== undefined) return 0;
  const segments = await segmentsOf(parts, device, reading.head);
  if (segments === undefined) return 0;
  const events = segments.flatMap(({ events }) => events);
  await sendBlobs(store, parts.blobs, events, parts.sentBlobs, {
    ...(parts.signal !== undefined && { signal: parts.signal }),
    ...(parts.onBlobs !== undefined && { onProgress: parts.onBlobs }),
  });
  await store.put(cardKey(device), documentBytes(card, crypto), { signal });
  for (const { key, bytes } of segments) await store.putIfAbsent(key, bytes, { signal });
  await store.put(headKey(device), headBytes(reading.head, crypto), { signal });
  return events.length;
}

async function segmentsOf({ journals, crypto }: PushParts, device: DeviceId, head: HubHead) {
  const seals = await journals.seals(device);
  const made: { readonly key: string; readonly bytes: Uint8Array; readonly events: StreamEvent[] }[] = [];
  for (const stream of STREAMS) {
    const [ref, ...more] = head.streams[stream].segments;
    if (ref === undefined) continue;
    const seal = seals[stream];
    if (more.length > 0 || seal?.digest !== ref.digest) return undefined;
    const lines: string[] = [];
    for await (const line of journals.lines(device, stream, 0)) if (line.seq <= ref.to) lines.push(line.text);
    const events = lines.flatMap((line) => {
      const event = parseEvent(line);
      return event === undefined ? [] : [{ stream, event }];
    });
    made.push({ key: segmentKey(device, stream, ref), bytes: writeSegment(seal, lines, crypto), events });
  }
  return made;
}
